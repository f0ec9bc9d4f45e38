package newswire.app;

import java.time.Clock;
import java.util.concurrent.Callable;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Withdraws an article everywhere. */
@Command(
    name = "withdraw",
    description =
        "Withdraws an article: its title, summary and text go from the articles topic and every store, "
            + "and no later copy brings them back.",
    mixinStandardHelpOptions = true)
final class WithdrawCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(index = "0", paramLabel = "ID|URL", description = "The article's id or address.")
  private String article = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, for a reader to see (default: withdrawn).")
  private String reason = "withdrawn";

  @Override
  public Integer call() {
    String id = id(article);
    try (Withdrawals withdrawals = new Withdrawals(cluster.cluster(), Clock.systemUTC())) {
      withdrawals.kill(id, reason, "newswire withdraw");
    }
    System.err.println("withdrawn: " + id);
    return 0;
  }

  private static String id(String article) {
    if (ArticleId.isId(article)) {
      return article;
    }
    return CanonicalUrl.parse(article)
        .map(ArticleId::ofUrl)
        .orElseThrow(
            () ->
                Exit.usage(
                    "'" + article + "' is neither an article id (32 hex digits) nor an address"));
  }
}
