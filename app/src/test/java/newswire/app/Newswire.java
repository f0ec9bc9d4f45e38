package newswire.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command as a process of its own, as a user runs it. */
final class Newswire implements AutoCloseable {

  private final Process process;
  private final Path out;
  private final Path err;

  private Newswire(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static Newswire start(Path dir, String... args) throws IOException {
    return start(dir, Map.of(), args);
  }

  /** With further variables in its environment. */
  static Newswire start(Path dir, Map<String, String> environment, String... args)
      throws IOException {
    Path out = Files.createTempFile(dir, "out", ".txt");
    Path err = Files.createTempFile(dir, "err", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")); // starts sooner
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Duser.language=" + System.getProperty("user.language"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process =
        builder
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Newswire(process, out, err);
  }

  /** Runs it to its end. */
  static Newswire run(Path dir, String... args) throws IOException, InterruptedException {
    return run(dir, Map.of(), args);
  }

  /** The same with further variables in its environment. */
  static Newswire run(Path dir, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    Newswire newswire = start(dir, environment, args);
    newswire.exitCode(180);
    return newswire;
  }

  /** The exit code, within so many seconds. */
  int exitCode(long seconds) throws InterruptedException, IOException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      killAll();
      throw new AssertionError("still running after " + seconds + " s:\n" + err());
    }
    return process.exitValue();
  }

  String out() throws IOException {
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  String err() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }

  long pid() {
    return process.pid();
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** SIGKILL to it and to all that it has started. */
  void killAll() throws InterruptedException {
    List<ProcessHandle> tree =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    tree.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      killAll();
    }
  }
}
