package newswire.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import newswire.ingest.ArticleFiles;
import newswire.ingest.FileItem;
import newswire.ingest.IngestConfig;
import newswire.ingest.RawWriter;
import newswire.local.LocalPlatform;
import newswire.local.LocalPlatformException;
import newswire.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts articles in. */
@Command(
    name = "ingest",
    description = "Puts articles in.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SourcesCommand.class, FolderCommand.class, WarcCommand.class, PushCommand.class})
final class IngestCommand {

  @Command(
      name = "file",
      description =
          "Puts files into the raw topic: plain text (the first line is the headline), HTML, wires of "
              + "news agencies (NITF, NewsML 1, NewsML-G2, ninjs), or JSON lines "
              + "{id?,url?,source?,title?,text?|html?,published?,fetched?,lang?}. Folders are walked.",
      mixinStandardHelpOptions = true)
  int file(
      @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
          List<Path> paths,
      @Option(
              names = "--embedded",
              description = "Start Kafka on the --data directory for as long as it takes.")
          boolean embedded,
      @Mixin ClusterOptions options)
      throws LocalPlatformException, InterruptedException {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw Exit.usage("there is no " + path);
      }
    }
    if (!embedded) {
      return write(paths, options.cluster());
    }
    if (options.isRemote()) {
      throw Exit.usage("--embedded and --bootstrap-server exclude each other");
    }
    try (LocalPlatform platform =
        LocalPlatform.startWithoutPostgres(options.data(), Progress::step)) {
      Cluster cluster =
          Cluster.open(
              platform.addresses().bootstrapServers(),
              platform.addresses().registryUrl(),
              Topics.DEFAULT_PREFIX);
      Installation.prepare(cluster);
      return write(paths, cluster);
    }
  }

  private static int write(List<Path> paths, Cluster cluster) {
    Clock clock = Clock.systemUTC();
    Map<Boolean, Integer> count = new HashMap<>();
    IngestConfig config = cluster.ingest("cli-" + ProcessHandle.current().pid());
    try (RawWriter writer = new RawWriter(config, cluster.topics());
        Stream<FileItem> items = new ArticleFiles(clock).read(paths)) {
      items.forEach(
          item -> {
            if (item instanceof FileItem.Read read) {
              writer.add(read.article());
            } else if (item instanceof FileItem.Refused refused) {
              System.err.println("newswire: " + refused.place() + ": " + refused.reason());
              writer.add(refused.letter(clock.instant()));
            }
            count.merge(item instanceof FileItem.Read, 1, Integer::sum);
          });
      writer.commit();
    }
    int written = count.getOrDefault(true, 0);
    int refused = count.getOrDefault(false, 0);
    System.err.println(
        written
            + " articles written to "
            + cluster.topics().raw().name()
            + (refused == 0 ? "" : ", " + refused + " refused (see the dead letters)"));
    return refused == 0 ? 0 : Exit.FAILED;
  }
}
