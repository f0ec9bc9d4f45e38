package newswire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import newswire.ingest.IngestConfig;
import newswire.ingest.folder.DropFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Watches a drop folder. */
@Command(
    name = "folder",
    description = {
      "Watches a folder: files that are complete are read and moved to DIR/_processed, or to",
      "DIR/_error with a .reason.txt beside them. Runs until it is ended (SIGTERM, Ctrl-C)."
    },
    mixinStandardHelpOptions = true)
final class FolderCommand implements Callable<Integer> {

  private static final long TICK_MS = 500;

  @Mixin private ClusterOptions options = new ClusterOptions();

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder.")
  private Path dir = Path.of("");

  @Option(names = "--once", description = "End when the folder is empty.")
  private boolean once;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isDirectory(dir)) {
      throw Exit.usage("there is no folder " + dir);
    }
    Cluster cluster = options.cluster();
    IngestConfig config = cluster.ingest(DropFolder.id(dir));
    boolean bad = false;
    try (Shutdown shutdown = Shutdown.install();
        DropFolder folder = new DropFolder(dir, config, cluster.topics(), Clock.systemUTC())) {
      do {
        for (DropFolder.Result result : folder.turn()) {
          tell(result);
          bad |= !result.reasons().isEmpty();
        }
      } while ((!once || folder.isWaiting()) && !shutdown.requestedWithin(TICK_MS));
    }
    return once && bad ? Exit.FAILED : 0;
  }

  private static void tell(DropFolder.Result result) {
    String name = result.file().getFileName().toString();
    System.err.println("newswire: " + name + ": " + result.articles() + " articles");
    result.reasons().forEach(reason -> System.err.println("newswire: " + reason));
  }
}
