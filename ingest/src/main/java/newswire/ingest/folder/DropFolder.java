package newswire.ingest.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import newswire.ingest.ArticleFiles;
import newswire.ingest.FileItem;
import newswire.ingest.IngestConfig;
import newswire.ingest.RawWriter;
import newswire.schemas.ArticleId;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.SeenEntry;
import newswire.schemas.avro.SourceState;

/**
 * Reads the files of a folder as they become complete, each in one transaction, and moves them to
 * {@code _processed}, or to {@code _error} with the reason beside them. For one thread.
 *
 * <p>Which file was written last is committed with its articles: a file that was written but not
 * moved, because the process died between the two, is only moved by the next.
 */
public final class DropFolder implements AutoCloseable {

  private static final long LARGEST = 64L * 1024 * 1024;
  private static final int MOST_REASONS = 100;

  private final Path dir;
  private final Clock clock;
  private final Arrivals arrivals;
  private final RawWriter writer;
  private SourceState progress;

  /** What became of a file. */
  public record Result(Path file, int articles, List<String> reasons) {

    public Result {
      reasons = List.copyOf(reasons);
    }
  }

  /** Fences whoever reads the same folder. */
  public DropFolder(Path dir, IngestConfig config, Topics topics, Clock clock) throws IOException {
    this.dir = dir.toRealPath();
    this.clock = clock;
    this.arrivals = new Arrivals(this.dir, clock);
    Files.createDirectories(this.dir.resolve(Arrivals.PROCESSED));
    Files.createDirectories(this.dir.resolve(Arrivals.ERROR));
    this.writer = new RawWriter(config, topics);
    String id = id(this.dir);
    this.progress =
        writer
            .progress(id)
            .orElseGet(
                () -> SourceState.newBuilder().setSourceId(id).setUrl(dir.toString()).build());
  }

  /** Under what id the progress of a folder is kept; also fit to name the process that reads it. */
  public static String id(Path dir) {
    String path = dir.toAbsolutePath().normalize().toString();
    return "folder/" + ArticleId.sha256(path.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }

  /** Reads all files that are complete now, in the order of their names. */
  public List<Result> turn() throws IOException {
    List<Result> results = new ArrayList<>();
    for (Path file : arrivals.complete()) {
      read(file).ifPresent(results::add);
    }
    return results;
  }

  /** Whether files are there that may not be complete yet. */
  public boolean isWaiting() throws IOException {
    return arrivals.isWaiting();
  }

  private Optional<Result> read(Path file) throws IOException {
    try {
      if (Files.size(file) > LARGEST) {
        return Optional.of(settle(file, 0, List.of("it is larger than " + LARGEST + " bytes")));
      }
      byte[] bytes = Files.readAllBytes(file);
      SeenEntry written =
          new SeenEntry(file.getFileName().toString(), ArticleId.sha256(bytes), modified(file));
      if (progress.getSeen().contains(written)) {
        return Optional.of(settle(file, 0, List.of()));
      }
      return Optional.of(write(file, bytes, written));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Result write(Path file, byte[] bytes, SeenEntry written) throws IOException {
    List<RawArticle> articles = new ArrayList<>();
    List<DeadLetter> letters = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    // The file's own time, so that the same file is the same record whenever it is read.
    Instant time = written.getFetched();
    try (Stream<FileItem> items = ArticleFiles.all(bytes, file.toString(), time)) {
      items.forEach(
          item -> {
            if (item instanceof FileItem.Read read) {
              articles.add(read.article());
            } else if (item instanceof FileItem.Refused refused) {
              letters.add(refused.letter(clock.instant()));
              reasons.add(refused.place() + ": " + refused.reason());
            }
          });
    } catch (UncheckedIOException e) {
      reasons.add("cannot be read: " + e.getMessage());
    }
    if (articles.isEmpty()) {
      return settle(file, 0, reasons.isEmpty() ? List.of("it holds no article") : reasons);
    }
    writer.addAll(articles, letters);
    progress =
        SourceState.newBuilder(progress)
            .setPolled(clock.instant())
            .setPolls(progress.getPolls() + 1)
            .setArticles(progress.getArticles() + articles.size())
            .setSeen(List.of(written))
            .build();
    writer.commit(progress);
    return settle(file, articles.size(), reasons);
  }

  /** A file of which nothing could be read is kept with the reason; all others are done. */
  private Result settle(Path file, int articles, List<String> reasons) throws IOException {
    boolean bad = articles == 0 && !reasons.isEmpty();
    Path target = free(dir.resolve(bad ? Arrivals.ERROR : Arrivals.PROCESSED), file);
    if (bad) {
      String text = String.join("\n", reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
      Files.writeString(target.resolveSibling(target.getFileName() + ".reason.txt"), text + "\n");
    }
    Files.move(file, target);
    return new Result(file, articles, reasons);
  }

  private static Path free(Path parent, Path file) {
    Path target = parent.resolve(file.getFileName());
    for (int i = 2; Files.exists(target); i++) {
      target = parent.resolve(file.getFileName() + "." + i);
    }
    return target;
  }

  private Instant modified(Path file) throws IOException {
    Instant time = Files.getLastModifiedTime(file).toInstant();
    Instant now = clock.instant();
    return Instant.ofEpochMilli((time.isAfter(now) ? now : time).toEpochMilli());
  }

  @Override
  public void close() {
    writer.close();
  }
}
