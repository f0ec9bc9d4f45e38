package newswire.local;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** The Postgres programs for this machine, unpacked: {@code initdb} and {@code pg_ctl}. */
final class PostgresProgram {

  private static final TarArchive UNPACKER = new TarArchive(1L << 30, 10_000);
  private static final int LONGEST_SECONDS = 180;

  private final Path folder;
  private final Path log;
  private final List<String> asNobody;

  private PostgresProgram(Path folder, Path log, List<String> asNobody) {
    this.folder = folder;
    this.log = log;
    this.asNobody = asNobody;
  }

  static PostgresProgram unpacked(Path folder, Path log)
      throws LocalPlatformException, IOException, InterruptedException {
    if (!Files.exists(folder)) {
      String archive = archive();
      try (InputStream in = PostgresProgram.class.getResourceAsStream("/" + archive)) {
        if (in == null) {
          throw new LocalPlatformException(
              "newswire brings no Postgres for this machine ("
                  + archive
                  + "); run it on Linux or a Mac with Apple silicon, or use a Postgres of your own");
        }
        UNPACKER.unpack(new XZInputStream(in), folder);
      }
    }
    return new PostgresProgram(folder, log, asNobody(folder));
  }

  private static String archive() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "postgres-"
        + (os.contains("mac") ? "darwin" : os)
        + "-"
        + (arch.equals("aarch64") ? "arm_64" : "x86_64")
        + ".txz";
  }

  /**
   * Postgres refuses to run as root. In a user namespace of its own it sees itself as nobody, and
   * the files are still its own.
   */
  private static List<String> asNobody(Path folder)
      throws LocalPlatformException, IOException, InterruptedException {
    if (!Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid"))) {
      return List.of();
    }
    List<String> unshare = List.of("unshare", "-U");
    try {
      if (new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0) {
        return unshare;
      }
    } catch (IOException e) {
      // No such program: the same mend.
    }
    throw new LocalPlatformException(
        "Postgres does not run as root and this machine does not allow `unshare -U`; "
            + "run newswire as another user");
  }

  /** Makes a cluster that only the owner of the password gets into. */
  int initdb(Path data, String user, Path password) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program("initdb"));
    command.addAll(List.of("-D", data.toString(), "-U", user, "-A", "scram-sha-256"));
    command.add("--pwfile=" + password);
    command.add("--encoding=UTF8");
    command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    // Text search and trigrams still ask the C library what a letter is; macOS names that
    // differently.
    boolean mac = System.getProperty("os.name").contains("Mac");
    command.addAll(mac ? List.of("--locale=C", "--lc-ctype=UTF-8") : List.of("--locale=C.UTF-8"));
    return run(command);
  }

  /**
   * Starts the server in a session of its own, out of reach of a Ctrl-C, and waits until it is
   * ready.
   */
  int start(Path data, int port) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program("pg_ctl"));
    command.addAll(List.of("start", "-w", "-t", "120", "-s", "-D", data.toString()));
    command.addAll(List.of("-l", log.toString()));
    command.add("-o");
    command.add(
        "-p "
            + port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
            + " -c fsync=on -c shared_buffers=64MB -c max_connections=60 -c max_wal_size=256MB");
    return run(command);
  }

  /** Stops the server of this directory, if there is one, without waiting for its clients. */
  int stop(Path data, String mode, int seconds) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program("pg_ctl"));
    command.addAll(List.of("stop", "-w", "-s", "-D", data.toString()));
    command.addAll(List.of("-m", mode, "-t", Integer.toString(seconds)));
    return run(command);
  }

  Path log() {
    return log;
  }

  private List<String> program(String name) {
    List<String> command = new ArrayList<>(asNobody);
    command.add(folder.resolve("bin").resolve(name).toString());
    return command;
  }

  private int run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (process.waitFor(LONGEST_SECONDS, SECONDS)) {
        return process.exitValue();
      }
      throw new IOException(command + " did not end within " + LONGEST_SECONDS + " s");
    } finally {
      process.destroyForcibly();
    }
  }
}
