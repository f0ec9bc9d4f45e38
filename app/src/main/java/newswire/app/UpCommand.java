package newswire.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import newswire.app.settings.Settings;
import newswire.enrich.prepare.Preparation;
import newswire.local.LocalPlatform;
import newswire.schemas.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs everything on this machine. */
@Command(
    name = "up",
    description =
        "Starts Kafka, a schema registry and Postgres on this machine, and runs ingest, enrichment"
            + " and the Postgres sink on them. Goes on where an earlier 'up' on the same directory"
            + " stopped.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  @Option(names = "--demo", description = "Bring a sample news world along and read it.")
  private boolean demo;

  @Option(
      names = "--feeds",
      paramLabel = "FILE.opml",
      description = "Feeds to read (default: a few well-known public ones).")
  private @Nullable Path feeds;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ClusterOptions.DEFAULT_DATA,
      description = "Where all data is kept (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(ClusterOptions.DEFAULT_DATA);

  @Option(
      names = "--http-port",
      paramLabel = "N",
      description = "Port of /livez, /readyz, /metrics, /version (default: chosen once and kept).")
  private @Nullable Integer httpPort;

  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Mixin private WebSubOptions webSub = new WebSubOptions();

  @Option(
      names = "--push-port",
      paramLabel = "N",
      description = {
        "With --websub-callback: port on 127.0.0.1 for hubs, and for articles pushed as with",
        "'ingest push' (default: ${DEFAULT-VALUE})."
      })
  private int pushPort = PushCommand.DEFAULT_PORT;

  @Option(
      names = "--exit-when-idle",
      description = "End when everything there is has been processed.")
  private boolean exitWhenIdle;

  @Option(
      names = "--no-sink",
      description = "Without the Postgres sink: run 'newswire sink' in processes of their own.")
  private boolean noSink;

  @Mixin private TaggerOption tagger = new TaggerOption();

  @Override
  public Integer call() throws Exception {
    if (demo && feeds != null) {
      throw Exit.usage("--demo and --feeds exclude each other");
    }
    if (demo && noSink) {
      throw Exit.usage(
          "--demo and --no-sink exclude each other: the demo is read back from Postgres");
    }
    if (httpPort != null && (httpPort < 1 || httpPort > 65_535)) {
      throw Exit.usage("--http-port takes a number from 1 to 65535, not " + httpPort);
    }
    Settings set = settings.read();
    Map<String, String> ingest = webSub.ingest(set, data);
    Cluster.open("-", "-", Topics.DEFAULT_PREFIX)
        .ingest(ingest, "-"); // told before anything starts
    Feeds wanted = demo ? Feeds.none() : Feeds.of(feeds);
    Preparation preparation = tagger.preparation();
    System.err.println("newswire " + Version.number() + ", data in " + data.toAbsolutePath());
    try (Shutdown shutdown = Shutdown.install();
        LocalPlatform platform =
            LocalPlatform.start(
                data,
                line -> {
                  Progress.step(line);
                  shutdown.endIfRequested();
                })) {
      LogFiles.use(data.resolve("logs"));
      int port = httpPort != null ? httpPort : platform.reservePort("http");
      Installation.Wanted all =
          new Installation.Wanted(data, port, demo, wanted, set, ingest, preparation, !noSink);
      try (Installation installation = Installation.start(platform, all);
          PushPart push = PushPart.start(installation.cluster(), data, ingest, pushPort)) {
        return new Watch(installation, shutdown, exitWhenIdle).run();
      }
    }
  }
}
