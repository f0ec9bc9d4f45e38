package newswire.opensearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.transport.Netty4Plugin;

/**
 * A real OpenSearch of one node on loopback, for tests: {@code NodeMain DIR PORT}, where port 0
 * chooses one. Prints {@code port N} when it answers, and ends when its standard input does, so
 * that it cannot outlive who started it.
 */
public final class NodeMain extends Node {

  private NodeMain(Settings settings) {
    super(environment(settings), List.of(Netty4Plugin.class, CommonAnalysisPlugin.class), false);
  }

  private static Environment environment(Settings settings) {
    return InternalSettingsPreparer.prepareEnvironment(
        settings, Map.of(), null, () -> "newswire-test");
  }

  public static void main(String[] args) throws NodeValidationException, IOException {
    Path home = Path.of(args[0]);
    Settings settings =
        Settings.builder()
            .put("path.home", home)
            .put("path.data", home.resolve("data"))
            .put("cluster.name", "newswire-test")
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("transport.port", "0")
            .put("http.port", args[1])
            .put("http.type", Netty4Plugin.NETTY_HTTP_TRANSPORT_NAME)
            .put("transport.type", Netty4Plugin.NETTY_TRANSPORT_NAME)
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .put("node.processors", 1)
            .build();
    try (NodeMain node = new NodeMain(settings)) {
      node.start();
      int port =
          node.injector()
              .getInstance(HttpServerTransport.class)
              .boundAddress()
              .publishAddress()
              .getPort();
      System.out.println("port " + port);
      while (System.in.read() >= 0) {
        // nothing is said; only the end counts
      }
    }
  }
}
