package newswire.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child process noted in a file by id and start, so that a later newswire ends it and no other.
 */
record RecordedProcess(Path file, Duration patience) {

  private static final Duration CLOCK_STEP = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(RecordedProcess.class);

  void write(ProcessHandle process) throws IOException {
    DataDirectory.replace(
        file,
        process.pid() + " " + started(process).map(Instant::toString).orElse("unknown") + "\n");
  }

  /** Waits for a process of an earlier newswire to end by itself, as it should, then makes it. */
  void endPrevious() throws IOException, InterruptedException {
    if (!ended()) {
      find()
          .ifPresent(
              process -> {
                LOG.warn("process {} of an earlier newswire goes on; ending it", process.pid());
                process.destroyForcibly();
              });
      ended();
    }
    Files.deleteIfExists(file);
  }

  private boolean ended() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (find().isPresent()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(20);
    }
    return true;
  }

  /** The process, if it is still there and not another that was given its id. */
  private Optional<ProcessHandle> find() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String[] noted = Files.readString(file, US_ASCII).strip().split(" ", 2);
    if (noted.length < 2 || !noted[0].matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(noted[0]))
        .filter(RecordedProcess::isRunning)
        .filter(p -> started(p).filter(start -> isAbout(start, noted[1])).isPresent());
  }

  // Two JVMs compute a process's start from a clock that may have been set in between.
  private static boolean isAbout(Instant start, String noted) {
    try {
      return Duration.between(Instant.parse(noted), start).abs().compareTo(CLOCK_STEP) <= 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /**
   * A process that has ended and that its parent has not asked about is alive to Java, but runs no
   * command.
   */
  static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private static Optional<Instant> started(ProcessHandle process) {
    return process.info().startInstant();
  }
}
