package newswire.app;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * What a running {@code newswire up} says of itself in {@code DIR/run.json}, by which the other
 * commands find it.
 *
 * @param pid its process
 * @param startedAt when that process began, epoch milliseconds, so that a reused pid is not
 *     believed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RunFile(
    long pid,
    long startedAt,
    String version,
    String bootstrapServers,
    String registryUrl,
    String topicPrefix,
    String jdbcUrl,
    String jdbcUser,
    String jdbcPassword,
    String httpUrl) {

  /** Two JVMs compute a process's start from a clock that may have been set in between. */
  private static final long CLOCK_STEP_MS = 5_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** The system running on a data directory; empty if none does. */
  static Optional<RunFile> running(Path dir) {
    Path file = file(dir);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      RunFile run = JSON.readValue(Files.readString(file), RunFile.class);
      return run.isAlive() ? Optional.of(run) : Optional.empty();
    } catch (JsonProcessingException e) {
      throw Exit.failed(file + " cannot be read: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw Exit.failed(file + " cannot be read: " + e);
    }
  }

  void write(Path dir) throws IOException {
    Path temporary = dir.resolve("run.json.tmp");
    Files.deleteIfExists(temporary);
    // It holds the database's password.
    Files.createFile(
        temporary,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(temporary, JSON.writeValueAsString(this) + "\n");
    Files.move(
        temporary, file(dir), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static void delete(Path dir) throws IOException {
    Files.deleteIfExists(file(dir));
  }

  static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
  }

  private boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> Math.abs(startOf(process) - startedAt) <= CLOCK_STEP_MS)
        .isPresent();
  }

  private static Path file(Path dir) {
    return dir.resolve("run.json");
  }
}
