package newswire.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a running Postgres says of itself in {@code postmaster.pid}. */
record PostmasterFile(long pid, Instant started, int port) {

  static final String FILE = "postmaster.pid";

  /**
   * The file has whole seconds, and the system's own start times come from a clock of their own.
   */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  static Optional<PostmasterFile> read(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(data.resolve(FILE), UTF_8);
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.get(0).strip()),
              Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
              Integer.parseInt(lines.get(3).strip())));
    } catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Whether some process has the id. */
  boolean idIsTaken() {
    return ProcessHandle.of(pid).isPresent();
  }

  /** Whether the process with the id is the one that wrote the file. */
  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(RecordedProcess::isRunning)
        .flatMap(process -> process.info().startInstant())
        .filter(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) <= 0)
        .isPresent();
  }
}
