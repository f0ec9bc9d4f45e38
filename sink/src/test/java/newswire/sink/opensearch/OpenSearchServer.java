package newswire.sink.opensearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A real OpenSearch in a process of its own, to be killed and started again. */
final class OpenSearchServer implements AutoCloseable {

  private static final Path MODULE = Path.of("..", "opensearch-node", "target");

  private final Path home;
  private Process process;
  private final int port;

  private OpenSearchServer(Path home) throws IOException {
    this.home = home;
    this.process = launch(home, 0);
    this.port = port(process);
  }

  static OpenSearchServer start() {
    Path libraries = MODULE.resolve("lib");
    assumeTrue(
        Files.isDirectory(libraries),
        "no OpenSearch: its jars are missing in " + libraries + "; build opensearch-node first");
    try {
      return new OpenSearchServer(
          Files.createTempDirectory(Path.of("target").toAbsolutePath(), "opensearch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** As by a power cut. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** On the data and the port of before. */
  void startAgain() throws IOException {
    process = launch(home, port);
    port(process);
  }

  private static Process launch(Path home, int port) throws IOException {
    String classPath =
        MODULE.resolve("classes")
            + File.pathSeparator
            + MODULE.resolve("lib")
            + File.separator
            + "*";
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            classPath,
            "newswire.opensearch.NodeMain",
            home.toString(),
            Integer.toString(port));
    return builder.redirectError(home.resolve("error.log").toFile()).start();
  }

  // What it says later is not read: a node that works says nothing on standard output.
  private static int port(Process process) throws IOException {
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("port ")) {
        return Integer.parseInt(line.substring("port ".length()));
      }
    }
    throw new IOException("OpenSearch does not start: see error.log in its folder");
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  /** Gives every test class the one node that they all share. */
  static final class Shared implements ParameterResolver {

    private static final ExtensionContext.Namespace OURS =
        ExtensionContext.Namespace.create(OpenSearchServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == OpenSearchServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(OURS)
          .computeIfAbsent(
              OpenSearchServer.class, type -> OpenSearchServer.start(), OpenSearchServer.class);
    }
  }
}
