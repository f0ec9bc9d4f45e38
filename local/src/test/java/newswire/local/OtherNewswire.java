package newswire.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A platform in a JVM of its own, to be killed. */
final class OtherNewswire {

  private final Path dir;
  private final Process process;

  private OtherNewswire(Path dir, Process process) {
    this.dir = dir;
    this.process = process;
  }

  static OtherNewswire start(Path dir) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PlatformMain.class.getName(),
                dir.toString())
            .redirectErrorStream(true)
            .start();
    OtherNewswire other = new OtherNewswire(dir, process);
    other.awaitUp();
    return other;
  }

  private void awaitUp() throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader out = process.inputReader(UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(PlatformMain.UP)) {
        return;
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("did not start:\n" + said);
  }

  /** As in the files of its directory, since a process prints no password. */
  Addresses addresses() throws Exception {
    Ports ports = new Ports(dir.resolve("ports.properties"));
    PostgresLogin login = PostgresLogin.kept(dir.resolve("postgres/password"));
    return new Addresses(
        "127.0.0.1:" + ports.kept("kafka"),
        "http://127.0.0.1:" + ports.kept("registry") + "/apis/ccompat/v7",
        PostgresLogin.url(ports.kept("postgres")),
        login.user(),
        login.password());
  }

  long pid() {
    return process.pid();
  }

  ProcessHandle registry() throws IOException {
    String noted = Files.readString(dir.resolve("registry/process"), US_ASCII);
    return ProcessHandle.of(Long.parseLong(noted.split(" ", 2)[0])).orElseThrow();
  }

  ProcessHandle postgres() throws IOException {
    long pid = PostmasterFile.read(dir.resolve("postgres/data")).orElseThrow().pid();
    return ProcessHandle.of(pid).orElseThrow();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(10, SECONDS)).isTrue();
  }

  void killWithAllItStarted() throws Exception {
    ProcessHandle postgres = postgres();
    Stream.of(Stream.of(registry(), postgres), postgres.descendants())
        .flatMap(processes -> processes)
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
    kill();
  }

  /** As when the machine starts again and numbers its processes from the beginning. */
  void giveIdOfPostgresTo(ProcessHandle process) throws IOException {
    Path file = dir.resolve("postgres/data").resolve(PostmasterFile.FILE);
    List<String> lines = new ArrayList<>(Files.readAllLines(file, UTF_8));
    lines.set(0, Long.toString(process.pid()));
    lines.set(2, "1700000000");
    Files.write(file, lines, UTF_8);
  }
}
