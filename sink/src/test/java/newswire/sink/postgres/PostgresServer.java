package newswire.sink.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The Postgres of the local platform, to be taken down and up again behind its back. */
final class PostgresServer {

  private final Path folder;

  PostgresServer(Path folder) {
    this.folder = folder;
  }

  /** As by a power cut: no connection is told. */
  void stopImmediately() throws IOException, InterruptedException {
    run("stop", "-m", "immediate");
  }

  /** With the options of its last start. */
  void startAgain() throws IOException, InterruptedException {
    run("restart", "-l", folder.resolve("restarted.log").toString());
  }

  private void run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    // As the platform starts it: Postgres refuses to run as root.
    if (Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(program().toString());
    command.addAll(List.of("-w", "-s", "-D", folder.resolve("data").toString()));
    command.addAll(Arrays.asList(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File("/dev/null"))
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(command + " failed");
    }
  }

  private Path program() throws IOException {
    try (Stream<Path> versions = Files.list(folder)) {
      return versions
          .map(version -> version.resolve("bin").resolve("pg_ctl"))
          .filter(Files::exists)
          .findFirst()
          .orElseThrow();
    }
  }
}
