package newswire.app;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import newswire.schemas.Topic;
import newswire.schemas.TopicPlan;
import newswire.schemas.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.ResourcePattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the topics, and brings a cluster in line with them. */
@Command(
    name = "topics",
    description = "Lists the topics, and brings a cluster in line with them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class TopicsCommand {

  @Command(
      name = "list",
      description = "Prints every topic with its partitions and settings.",
      mixinStandardHelpOptions = true)
  int list(@Mixin ClusterOptions options) {
    Topics topics = options.cluster().topics();
    TextTable table = new TextTable("topic", "partitions", "settings");
    for (Topic<?, ?> topic : topics.all()) {
      table.row(topic.name(), topic.partitions(), settings(topic));
    }
    System.out.print(table);
    return 0;
  }

  @Command(
      name = "plan",
      description = "Says what would have to change; exit code 1 if anything would.",
      mixinStandardHelpOptions = true)
  int plan(@Mixin ClusterOptions options) throws InterruptedException {
    Cluster cluster = options.cluster();
    try (Admin admin = cluster.admin()) {
      TopicPlan plan = TopicPlan.of(admin, cluster.topics());
      describe(plan).forEach(System.out::println);
      return plan.isEmpty() ? 0 : Exit.FAILED;
    }
  }

  @Command(
      name = "apply",
      description = "Creates and configures what is missing.",
      mixinStandardHelpOptions = true)
  int apply(@Mixin ClusterOptions options) throws InterruptedException {
    Cluster cluster = options.cluster();
    try (Admin admin = cluster.admin()) {
      TopicPlan plan = TopicPlan.of(admin, cluster.topics());
      plan.apply(admin);
      describe(plan).forEach(System.out::println);
      return plan.conflicts().isEmpty() ? 0 : Exit.FAILED;
    }
  }

  @Command(
      name = "acls",
      description = {
        "Prints the least that a principal must be allowed, as calls of Kafka's kafka-acls.sh, whose",
        "further options (--bootstrap-server, --command-config) are put after each."
      },
      mixinStandardHelpOptions = true)
  int acls(
      @Parameters(paramLabel = "PART", description = "${COMPLETION-CANDIDATES}.")
          Privileges.Part part,
      @Option(
              names = "--principal",
              required = true,
              paramLabel = "PRINCIPAL",
              description = "Such as User:ingest.")
          String principal,
      @Mixin ClusterOptions options) {
    Topics topics = Cluster.of("-", "http://-", options.settings()).topics();
    Privileges.of(part, topics, principal).stream()
        .map(TopicsCommand::command)
        .forEach(System.out::println);
    return 0;
  }

  private static String command(AclBinding acl) {
    ResourcePattern on = acl.pattern();
    String type = on.resourceType().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return String.join(
        " ",
        "kafka-acls.sh --add --allow-principal",
        quoted(acl.entry().principal()),
        "--operation",
        acl.entry().operation().name(),
        "--" + type,
        quoted(on.name()),
        "--resource-pattern-type",
        on.patternType().name().toLowerCase(Locale.ROOT));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static List<String> describe(TopicPlan plan) {
    if (plan.isEmpty()) {
      return List.of("every topic is as it should be");
    }
    return java.util.stream.Stream.of(
            plan.missing().stream()
                .map(t -> "create " + t.name() + " with " + t.partitions() + " partitions"),
            plan.reconfigured().entrySet().stream()
                .map(e -> "configure " + e.getKey() + " " + e.getValue()),
            plan.conflicts().stream().map(c -> "conflict: " + c))
        .flatMap(lines -> lines)
        .toList();
  }

  private static String settings(Topic<?, ?> topic) {
    StringBuilder line = new StringBuilder();
    new TreeMap<>(topic.config())
        .forEach(
            (key, value) -> {
              if (!key.equals("message.timestamp.after.max.ms")) {
                line.append(line.isEmpty() ? "" : " ").append(key).append('=').append(value);
              }
            });
    return line.toString();
  }
}
