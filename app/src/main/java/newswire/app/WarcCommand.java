package newswire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import newswire.ingest.IngestConfig;
import newswire.ingest.archive.ArchiveImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads web archives. */
@Command(
    name = "warc",
    description = {
      "Puts the HTML pages of WARC files, such as those of CC-NEWS, into the raw topic. Ended before",
      "its time, it goes on where it was when it is run again; a file that is done is not read twice."
    },
    mixinStandardHelpOptions = true)
final class WarcCommand implements Callable<Integer> {

  @Mixin private ClusterOptions options = new ClusterOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, compressed or not.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw Exit.usage("there is no file " + file);
      }
    }
    Cluster cluster = options.cluster();
    boolean whole = true;
    for (Path file : files) {
      whole &= read(file, cluster);
    }
    return whole ? 0 : Exit.FAILED;
  }

  private static boolean read(Path file, Cluster cluster) throws IOException {
    IngestConfig config = cluster.ingest(ArchiveImport.id(file));
    ArchiveImport.Result result;
    try {
      result = new ArchiveImport(config, cluster.topics(), Clock.systemUTC()).read(file);
    } catch (IOException e) {
      System.err.println("newswire: " + file + ": cannot be read: " + e.getMessage());
      return false;
    }
    String before = result.before() == 0 ? "" : " after " + result.before() + " read before";
    System.err.println(
        file
            + ": "
            + result.records()
            + " records"
            + before
            + ", "
            + result.articles()
            + " articles written"
            + (result.refused() == 0 ? "" : ", " + result.refused() + " refused (dead letters)"));
    result.brokenOff().ifPresent(why -> System.err.println("newswire: " + file + ": " + why));
    return result.brokenOff().isEmpty();
  }
}
