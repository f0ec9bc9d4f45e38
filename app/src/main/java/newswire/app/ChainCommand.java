package newswire.app;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import newswire.app.Proof.Verdict;
import newswire.schemas.Topics;
import newswire.schemas.Visibility;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells who was first with a text, and who has it from whom. */
@Command(
    name = "chain",
    description =
        "Tells who was first with a text and who has it from whom: the articles of one family in"
            + " the order of their effective time, with the raw record of each as proof.",
    mixinStandardHelpOptions = true)
final class ChainCommand implements Callable<Integer> {

  @Mixin private ClusterOptions options = new ClusterOptions();

  @Mixin private ArticleArgument article = new ArticleArgument();

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--verify",
      description =
          "Reads the raw records back and computes their SHA-256 again; the exit code is 1 if one "
              + "differs or is gone.")
  private boolean verify;

  @Option(names = "--all", description = "Articles that are withheld or under embargo as well.")
  private boolean all;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException {
    String id = article.id();
    Cluster cluster = options.cluster();
    Topics topics = cluster.topics();
    Visibility visibility = new Visibility(all, clock.instant());
    Chain chain;
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    try (RecordFinder finder = new RecordFinder(cluster)) {
      chain = new ChainReader(finder, topics, visibility).read(id);
      if (verify) {
        for (Chain.Link link : chain.links()) {
          Proof proof = Proof.read(finder, topics.raw(), link.article().getRaw());
          verdicts.put(link.article().getId(), proof.verdict());
        }
      }
    }
    if (output.json()) {
      OutputOption.print(json -> ChainJson.write(chain, verdicts, json));
    } else {
      System.out.print(ChainText.of(chain, verdicts));
    }
    return verdicts.values().stream().allMatch(Verdict.OK::equals) ? 0 : Exit.FAILED;
  }
}
