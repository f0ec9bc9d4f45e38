package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import newswire.enrich.replay.Selection;
import newswire.schemas.ArticleId;
import newswire.schemas.RecordJson;
import newswire.schemas.avro.ReplayRun;
import org.jspecify.annotations.Nullable;

/**
 * Where a replay keeps on this machine what it can find out again: the places of the records it
 * reads, and the stores of its applications. Held by one process at a time.
 */
final class ReplayDirectory implements AutoCloseable {

  private final Path dir;
  private final FileChannel channel;

  private ReplayDirectory(Path dir, FileChannel channel) {
    this.dir = dir;
    this.channel = channel;
  }

  /** Takes it; ends the command if another process has it. */
  static ReplayDirectory take(Path data, String name) throws IOException {
    Path dir = data.resolve("replays").resolve(name);
    Files.createDirectories(dir);
    FileChannel channel =
        FileChannel.open(dir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw Exit.failed("the replay " + name + " is being run or dropped by another process");
    }
    return new ReplayDirectory(dir, channel);
  }

  /** Of what it logs. */
  Path logs() {
    return dir.resolve("logs");
  }

  /** Of the applications' stores. */
  Path streams() {
    return dir.resolve("streams");
  }

  /**
   * What was written by {@link #write} of this replay; empty if nothing was, or not to its end, or
   * of another of its name.
   */
  Optional<Selection> selection(ReplayRun run) {
    Path file = dir.resolve("selection");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return in.readUTF().equals(what(run)) ? Optional.of(Selection.read(in)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // found again by scanning
    }
  }

  /** What a replay reads, and of what, as one digest. */
  private static String what(ReplayRun run) {
    ReplayRun what =
        ReplayRun.newBuilder()
            .setFrom(run.getFrom().orElse(null))
            .setTo(run.getTo().orElse(null))
            .setWarmUpMs(run.getWarmUpMs())
            .setSites(run.getSites())
            .setLanguages(run.getLanguages())
            .setStages(run.getStages())
            .setGeneration(run.getGeneration())
            .setInputs(run.getInputs())
            .build();
    return ArticleId.sha256(RecordJson.line(what).getBytes(UTF_8));
  }

  void write(Selection selection, ReplayRun run) throws IOException {
    Path temporary = dir.resolve("selection.tmp");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary)))) {
      out.writeUTF(what(run));
      selection.write(out);
    }
    Files.move(
        temporary,
        dir.resolve("selection"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes the stores. */
  void deleteStreams() throws IOException {
    if (Files.exists(streams())) {
      delete(streams());
    }
  }

  /** Deletes all that is in it. */
  void delete() throws IOException {
    delete(dir);
  }

  private static void delete(Path root) throws IOException {
    List<Path> all;
    try (Stream<Path> tree = Files.walk(root)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
