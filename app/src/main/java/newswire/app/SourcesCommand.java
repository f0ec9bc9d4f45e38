package newswire.app;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import newswire.app.settings.Settings;
import newswire.ingest.IngestConfig;
import newswire.ingest.IngestWorker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks sources, alone. */
@Command(
    name = "sources",
    description = {
      "Asks the sources of the cluster ('newswire source add') for articles, in a process of its",
      "own; further processes share the sources. SIGTERM ends it after what is under way."
    },
    mixinStandardHelpOptions = true)
final class SourcesCommand implements Callable<Integer> {

  @Mixin private RoleOptions options = new RoleOptions();

  @Mixin private WebSubOptions webSub = new WebSubOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Cluster cluster = options.cluster();
    Settings settings = options.settings();
    Path data = options.clusterOptions().data();
    IngestConfig config = cluster.ingest(webSub.ingest(settings, data), instance());
    config.callbacks(); // a secret that cannot be had is no trouble to be waited out
    IngestWorker worker = new IngestWorker(config, cluster.topics(), Clock.systemUTC());
    return options.run(new IngestRole(worker), "ingest " + config.instanceId());
  }

  /** The same again after a restart in a container, and no other's on the same machine. */
  private static String instance() throws IOException {
    return InetAddress.getLocalHost().getHostName() + "-" + ProcessHandle.current().pid();
  }
}
