package newswire.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import newswire.enrich.EnrichConfig;
import newswire.enrich.Enrichment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs enrichment alone. */
@Command(
    name = "enrich",
    description = {
      "Makes articles and stories of raw articles, in a process of its own; further processes share",
      "the work. Goes on where they stopped; SIGTERM ends it after what is under way."
    },
    mixinStandardHelpOptions = true)
final class EnrichCommand implements Callable<Integer> {

  @Mixin private RoleOptions options = new RoleOptions();

  @Mixin private TaggerOption tagger = new TaggerOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Cluster cluster = options.cluster();
    EnrichConfig config =
        EnrichSettings.config(
            cluster, options.settings(), options.clusterOptions().data().resolve("streams"));
    Enrichment enrichment = new Enrichment(config, cluster.topics(), tagger.preparation());
    return options.run(
        new EnrichRole(enrichment), "enrichment, state in " + config.stateDirectory());
  }
}
