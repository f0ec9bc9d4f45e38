package newswire.app;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Withdraws an article everywhere. */
@Command(
    name = "withdraw",
    description =
        "Withdraws an article: its title, summary and text go from the articles topic and every store, "
            + "and no later copy brings them back.",
    mixinStandardHelpOptions = true)
final class WithdrawCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Mixin private ArticleArgument article = new ArticleArgument();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, for a reader to see (default: withdrawn).")
  private String reason = "withdrawn";

  @Override
  public Integer call() {
    String id = article.id();
    try (Withdrawals withdrawals = new Withdrawals(cluster.cluster(), Clock.systemUTC())) {
      withdrawals.kill(id, reason, "newswire withdraw");
    }
    System.err.println("withdrawn: " + id);
    return 0;
  }
}
