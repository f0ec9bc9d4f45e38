package newswire.ingest.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import newswire.ingest.IngestConfig;
import newswire.ingest.RawWriter;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.SeenEntry;
import newswire.schemas.avro.SourceState;
import org.jspecify.annotations.Nullable;

/**
 * Writes the pages of a WARC file to the raw topic.
 *
 * <p>How far it has come is committed with the pages, under {@code warc/<file>}: after an end of
 * any kind the next run goes on behind the last record that was committed, and a file that has been
 * read to its end is not read again.
 */
public final class ArchiveImport {

  private static final int BATCH = 500;
  private static final long MOST_BYTES = 24L * 1024 * 1024;
  private static final String DONE = "done";

  private final IngestConfig config;
  private final Topics topics;
  private final Clock clock;

  public ArchiveImport(IngestConfig config, Topics topics, Clock clock) {
    this.config = config;
    this.topics = topics;
    this.clock = clock;
  }

  /**
   * What a run has done.
   *
   * @param before records that earlier runs had read
   * @param records records that this run has read
   * @param articles pages that it has written
   * @param refused pages that could not be had; they are dead letters
   * @param brokenOff why it ended before the end of the file, if it did
   */
  public record Result(
      long before, long records, long articles, long refused, Optional<String> brokenOff) {}

  /** Under what id the progress of a file is kept; it names the process that reads it, too. */
  public static String id(Path file) throws IOException {
    return "warc/" + ArchiveFile.id(file);
  }

  /** Reads a file from where it was left. */
  public Result read(Path file) throws IOException {
    String id = id(file);
    // Fences whoever reads the same file, and ends the transaction that a killed one left open.
    try (RawWriter writer = new RawWriter(config, topics);
        ArchiveFile archive = new ArchiveFile(file)) {
      SourceState begun =
          writer.progress(id).orElseGet(() -> SourceState.newBuilder().setSourceId(id).build());
      if (begun.getEtag().equals(DONE)) {
        return new Result(begun.getPolls(), 0, 0, 0, Optional.empty());
      }
      if (begun.getPolls() > 0) {
        SeenEntry last = begun.getSeen().get(0);
        archive.resume(Long.parseLong(last.getHash()), last.getKey(), begun.getPolls());
      }
      return new Run(file, archive, writer, begun).toTheEnd();
    }
  }

  private final class Run {
    private final Path file;
    private final ArchiveFile archive;
    private final RawWriter writer;
    private final SourceState begun;
    private final List<RawArticle> articles = new ArrayList<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private long bytes;
    private long written;
    private long refused;

    Run(Path file, ArchiveFile archive, RawWriter writer, SourceState begun) {
      this.file = file;
      this.archive = archive;
      this.writer = writer;
      this.begun = begun;
    }

    Result toTheEnd() {
      @Nullable Archived record;
      while ((record = archive.read()) != null) {
        take(record);
        if (articles.size() + letters.size() >= BATCH || bytes >= MOST_BYTES) {
          commit("");
        }
      }
      // Of a file that is cut off, the next run says so again.
      commit(archive.brokenOff().isPresent() ? "" : DONE);
      return new Result(
          begun.getPolls(),
          archive.records() - begun.getPolls(),
          written,
          refused,
          archive.brokenOff());
    }

    private void take(Archived record) {
      if (record instanceof Archived.Page page) {
        articles.add(page.article());
        bytes += page.article().getBody().remaining();
      } else if (record instanceof Archived.Refused no) {
        letters.add(letter(no));
      }
    }

    private DeadLetter letter(Archived.Refused refused) {
      String place = file + " at byte " + archive.position();
      return DeadLetter.newBuilder()
          .setStage("ingest.warc")
          .setReason(place + ": " + refused.reason())
          .setSourceId(ArchivedPage.SOURCE)
          .setUrl(refused.url())
          .setTimestamp(clock.instant())
          .setValue(ByteBuffer.wrap(place.getBytes(StandardCharsets.UTF_8)))
          .setHeaders(List.of())
          .build();
    }

    private void commit(String mark) {
      writer.addAll(articles, letters);
      written += articles.size();
      refused += letters.size();
      writer.commit(
          SourceState.newBuilder(begun)
              .setUrl(file.toString())
              .setPolled(clock.instant())
              .setPolls(archive.records())
              .setArticles(begun.getArticles() + written)
              .setEtag(mark)
              .setLastError(archive.brokenOff().orElse(""))
              .setSeen(
                  List.of(
                      new SeenEntry(
                          archive.lastId(), Long.toString(archive.position()), clock.instant())))
              .build());
      articles.clear();
      letters.clear();
      bytes = 0;
    }
  }
}
