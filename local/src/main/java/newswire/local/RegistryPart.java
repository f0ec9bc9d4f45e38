package newswire.local;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Apicurio Registry, a child JVM, which speaks Confluent's API and keeps its schemas in an H2 file.
 */
final class RegistryPart implements Part {

  private static final String ARCHIVE = "apicurio-registry.tar.gz";
  private static final TarArchive UNPACKER = new TarArchive(1L << 30, 5_000);
  private static final Duration START = Duration.ofSeconds(120);
  private static final Duration PREVIOUS = Duration.ofSeconds(8);
  private static final int STOP_SECONDS = 7;
  private static final List<String> SETTINGS =
      List.of(
          "apicurio.storage.kind=sql",
          "apicurio.storage.sql.kind=h2",
          // Relative to the working directory, for a path may hold what a JDBC URL cannot. Without
          // the delay of half a second in which a kill would take away ids already given out.
          "apicurio.datasource.url=jdbc:h2:file:./schemas;WRITE_DELAY=0",
          "apicurio.datasource.jdbc.initial-size=1",
          "apicurio.datasource.jdbc.min-size=1",
          "apicurio.datasource.jdbc.max-size=10",
          "quarkus.http.host=127.0.0.1",
          "quarkus.http.access-log.enabled=false",
          "quarkus.banner.enabled=false",
          "java.io.tmpdir=.",
          "java.util.logging.manager=org.jboss.logmanager.LogManager");

  private final String version;
  private final Process process;
  private final RecordedProcess record;
  private final Path log;
  private final String url;

  private RegistryPart(
      String version, Process process, RecordedProcess record, Path log, String url) {
    this.version = version;
    this.process = process;
    this.record = record;
    this.log = log;
    this.url = url;
  }

  /** Starts the process and does not wait for it to be ready. */
  static RegistryPart launch(DataDirectory dir, Ports ports, Versions versions)
      throws LocalPlatformException, IOException, InterruptedException {
    Path folder = dir.folder("registry");
    Path program = folder.resolve("apicurio-" + versions.registry());
    unpack(program);
    RecordedProcess record = new RecordedProcess(folder.resolve("process"), PREVIOUS);
    record.endPrevious();
    int port = ports.free("registry");
    Path log = dir.log("registry");
    Process process = launch(command(program, versions, port), dir.folder("registry/data"), log);
    try {
      record.write(process.toHandle());
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
    String url = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    return new RegistryPart(versions.registry(), process, record, log, url);
  }

  private static void unpack(Path program) throws IOException {
    if (Files.exists(program)) {
      return;
    }
    try (InputStream archive = RegistryPart.class.getResourceAsStream(ARCHIVE)) {
      if (archive == null) {
        throw new IOException(ARCHIVE + " is missing from the program");
      }
      UNPACKER.unpack(new GZIPInputStream(archive, 1 << 16), program);
    }
  }

  private static List<String> command(Path program, Versions versions, int port)
      throws IOException {
    List<String> command = new ArrayList<>();
    // A Ctrl-C reaches every process of the terminal; the registry is to outlive what uses it.
    command.addAll(List.of("/bin/sh", "-c", "trap '' HUP INT TERM; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx192m"));
    SETTINGS.forEach(setting -> command.add("-D" + setting));
    command.add("-Dquarkus.http.port=" + port);
    Path runner = program.resolve("apicurio-registry-app-" + versions.registry() + "-runner.jar");
    command.addAll(
        List.of("-cp", ownClasses() + File.pathSeparator + runner, RegistryChild.class.getName()));
    return command;
  }

  private static Path ownClasses() throws IOException {
    try {
      return Path.of(
          RegistryPart.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("cannot tell where newswire itself is installed", e);
    }
  }

  private static Process launch(List<String> command, Path data, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(data.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // What is meant for the user's own JVMs and services is not meant for this one.
    builder
        .environment()
        .keySet()
        .removeIf(
            name ->
                name.matches("(QUARKUS|APICURIO|REGISTRY)_.*|(JAVA_TOOL|_JAVA|JDK_JAVA)_OPTIONS"));
    return builder.start();
  }

  /**
   * Asks until the registry answers, then sets the level for every subject without one of its own.
   */
  void requireCompatibility() throws LocalPlatformException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/config"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}"))
            .build();
    long deadline = System.nanoTime() + START.toNanos();
    String last = "no answer";
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new LocalPlatformException(
            "the registry ended while starting (exit "
                + process.exitValue()
                + "); "
                + log
                + " says why");
      }
      try {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          return;
        }
        last = answer.statusCode() + " " + answer.body();
      } catch (IOException e) {
        last = e.toString();
      }
      Thread.sleep(100);
    }
    throw new LocalPlatformException(
        "the registry did not answer within "
            + START.toSeconds()
            + " s ("
            + last
            + "); "
            + log
            + " says why");
  }

  String url() {
    return url;
  }

  @Override
  public String name() {
    return "Apicurio Registry " + version;
  }

  @Override
  public Optional<String> failure() {
    return process.isAlive()
        ? Optional.empty()
        : Optional.of(
            "the registry ended (exit " + process.exitValue() + "); " + log + " says why");
  }

  @Override
  public void stop() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(STOP_SECONDS, SECONDS)) {
      process.destroyForcibly().waitFor(1, SECONDS);
    }
    record.endPrevious();
  }
}
