package newswire.app;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import newswire.schemas.Visibility;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells every decision about one article, with its evidence. */
@Command(
    name = "explain",
    description =
        "Tells every decision about one article, from its bytes to its story, with the evidence,"
            + " and says in words what is missing.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  @Mixin private ClusterOptions options = new ClusterOptions();

  @Mixin private ArticleArgument article = new ArticleArgument();

  @Mixin private OutputOption output = new OutputOption();

  @Option(names = "--all", description = "Articles that are withheld or under embargo as well.")
  private boolean all;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException {
    String id = article.id();
    Cluster cluster = options.cluster();
    Dossier dossier = read(id, cluster);
    if (dossier.isEmpty()) {
      throw Exit.failed(ArticleArgument.unknown(id));
    }
    if (output.json()) {
      OutputOption.print(json -> DossierJson.write(dossier, json));
    } else {
      System.out.print(new DossierText(dossier).text());
    }
    return 0;
  }

  private Dossier read(String id, Cluster cluster) {
    Visibility visibility = new Visibility(all, clock.instant());
    try (RecordFinder finder = new RecordFinder(cluster)) {
      return new DossierReader(finder, cluster.topics(), visibility).read(id);
    }
  }
}
