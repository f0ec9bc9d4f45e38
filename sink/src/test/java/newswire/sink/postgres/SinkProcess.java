package newswire.sink.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A sink in a process of its own and what it has logged. */
record SinkProcess(Process process, Path log) {

  private static final String FENCED = " fenced: ";

  static SinkProcess start(ProcessBuilder program, Path log) throws IOException {
    return new SinkProcess(
        program.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGSTOP: it lives on and hears nothing. */
  void suspend() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** SIGCONT. */
  void resume() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", signal, Long.toString(process.pid())).inheritIO().start().waitFor();
  }

  /** How often it found that another had taken a partition over. */
  long fenced() throws IOException {
    try (Stream<String> lines = Files.lines(log, UTF_8)) {
      return lines.filter(line -> line.contains(FENCED)).count();
    }
  }
}
