package newswire.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Postgres, a process of its own that outlives a killed newswire and is taken over by the next one.
 */
final class PostgresPart implements Part {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresPart.class);
  private static final int ORPHAN_SECONDS = 15;
  private static final int STOP_SECONDS = 6;

  private final String version;
  private final PostgresProgram program;
  private final PostgresLogin login;
  private final Path data;
  private final int port;
  private boolean adopted;

  private PostgresPart(
      String version, PostgresProgram program, PostgresLogin login, Path data, int port) {
    this.version = version;
    this.program = program;
    this.login = login;
    this.data = data;
    this.port = port;
  }

  static PostgresPart start(DataDirectory dir, Ports ports, Versions versions)
      throws LocalPlatformException, IOException, InterruptedException {
    Path folder = dir.folder("postgres");
    PostgresProgram program =
        PostgresProgram.unpacked(
            folder.resolve("server-" + versions.postgres()), dir.log("postgres"));
    Path password = folder.resolve("password");
    PostgresLogin login = PostgresLogin.kept(password);
    PostgresPart postgres =
        new PostgresPart(
            versions.postgres(), program, login, folder.resolve("data"), ports.kept("postgres"));
    postgres.requireSameMajor();
    boolean up = false;
    try {
      postgres.startUp(ports, password);
      up = true;
      return postgres;
    } finally {
      if (!up) {
        program.stop(postgres.data, "immediate", STOP_SECONDS);
      }
    }
  }

  private void startUp(Ports ports, Path password)
      throws LocalPlatformException, IOException, InterruptedException {
    adopted = adopt();
    if (!adopted) {
      ports.free("postgres");
      initialise(password);
      launch();
    }
    try {
      login.createDatabase(port);
    } catch (SQLException e) {
      throw new LocalPlatformException(
          "Postgres started and then refused us: " + e.getMessage() + "; see " + program.log(), e);
    }
  }

  private void requireSameMajor() throws IOException, LocalPlatformException {
    Path file = data.resolve("PG_VERSION");
    if (!Files.exists(file)) {
      return;
    }
    String major = Files.readString(file, UTF_8).strip();
    if (!version.startsWith(major + ".")) {
      throw new LocalPlatformException(
          data
              + " was written by Postgres "
              + major
              + " and this newswire brings "
              + version
              + "; use the newswire that wrote it or give another --data");
    }
  }

  /** Takes over what an earlier newswire left running, or clears it away. */
  private boolean adopt() throws IOException, InterruptedException {
    Optional<PostmasterFile> left = PostmasterFile.read(data);
    if (left.isEmpty()) {
      return false;
    }
    PostmasterFile orphan = left.get();
    long deadline = System.nanoTime() + ORPHAN_SECONDS * 1_000_000_000L;
    while (orphan.isAlive() && System.nanoTime() < deadline) {
      if (orphan.port() != port) {
        break;
      }
      if (login.isServing(data, port)) {
        LOG.info("took over Postgres, process {}, from an earlier newswire", orphan.pid());
        return true;
      }
      Thread.sleep(200);
    }
    if (orphan.isAlive()) {
      LOG.warn(
          "Postgres of an earlier newswire, process {}, cannot be used; ending it", orphan.pid());
      stop();
    } else if (orphan.idIsTaken()) {
      // Postgres would take the other process that has the id now for itself, and refuse.
      Files.deleteIfExists(data.resolve(PostmasterFile.FILE));
    }
    return false;
  }

  private void initialise(Path password)
      throws IOException, InterruptedException, LocalPlatformException {
    if (Files.exists(data)) {
      return;
    }
    Path part = data.resolveSibling("data.part");
    TarArchive.delete(part);
    if (program.initdb(part, login.user(), password) != 0) {
      throw didNotStart("its first set-up failed");
    }
    Files.move(part, data);
  }

  private void launch() throws IOException, InterruptedException, LocalPlatformException {
    boolean unclean = Files.exists(data.resolve(PostmasterFile.FILE));
    if (program.start(data, port) == 0) {
      return;
    }
    // The workers of a killed server take a moment to notice, and until then hold its memory.
    Thread.sleep(1_500);
    if (!unclean || program.start(data, port) != 0) {
      throw didNotStart("the server did not get ready");
    }
  }

  private LocalPlatformException didNotStart(String why) {
    return new LocalPlatformException(
        "Postgres did not start: " + why + "; " + program.log() + " says more");
  }

  int port() {
    return port;
  }

  /** The addresses with this Postgres among them. */
  Addresses added(Addresses others) {
    return new Addresses(
        others.bootstrapServers(),
        others.registryUrl(),
        PostgresLogin.url(port),
        login.user(),
        login.password());
  }

  @Override
  public String name() {
    return "Postgres "
        + version.replaceFirst("\\.0$", "")
        + (adopted ? " (found running, taken over)" : "");
  }

  @Override
  public Optional<String> failure() {
    try {
      return PostmasterFile.read(data).filter(PostmasterFile::isAlive).isPresent()
          ? Optional.empty()
          : Optional.of("Postgres ended; " + program.log() + " says why");
    } catch (IOException e) {
      return Optional.of("Postgres cannot be looked at: " + e.getMessage());
    }
  }

  @Override
  public void stop() throws IOException, InterruptedException {
    if (program.stop(data, "fast", STOP_SECONDS) != 0) {
      program.stop(data, "immediate", 1);
    }
  }
}
