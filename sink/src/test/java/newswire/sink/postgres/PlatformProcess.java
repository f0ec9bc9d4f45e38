package newswire.sink.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import newswire.local.Addresses;
import newswire.local.LocalPlatform;

/** A platform in a process of its own, to be killed; its Postgres outlives it. */
record PlatformProcess(Process process, Addresses addresses) implements AutoCloseable {

  private static final String UP = "UP ";

  /** Starts one with the data in a folder, and returns when it is up. */
  static PlatformProcess start(Path dir) throws IOException {
    Process process =
        Java.program(PlatformProcess.class, dir.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader(UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(UP)) {
        String[] at = line.substring(UP.length()).split(" ", -1);
        return new PlatformProcess(process, new Addresses(at[0], at[1], at[2], at[3], at[4]));
      }
    }
    throw new IOException("the platform in " + dir + " does not start");
  }

  public static void main(String[] args) throws Exception {
    try (LocalPlatform platform = LocalPlatform.start(Path.of(args[0]), line -> {})) {
      Addresses at = platform.addresses();
      System.out.println(
          UP
              + String.join(
                  " ",
                  at.bootstrapServers(),
                  at.registryUrl(),
                  at.jdbcUrl(),
                  at.jdbcUser(),
                  at.jdbcPassword()));
      while (System.in.read() >= 0) {
        // Runs until its input ends, or it is killed.
      }
    }
    System.exit(0);
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    try (OutputStream input = process.getOutputStream()) {
      input.flush();
    }
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
