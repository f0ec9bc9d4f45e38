package newswire.app;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import newswire.schemas.SchemaPlan;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the schemas, and checks a registry against them. */
@Command(
    name = "schemas",
    description = "Lists the schemas, and checks a registry against them.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class SchemasCommand {

  @Command(
      name = "list",
      description = "Prints every subject with the id and version it has in the registry.",
      mixinStandardHelpOptions = true)
  int list(@Mixin ClusterOptions options) {
    Cluster cluster = options.cluster();
    SchemaRegistry registry = cluster.registry();
    Topics topics = new Topics(cluster.prefix(), registry);
    TextTable table = new TextTable("subject", "record", "id", "version");
    for (Topic<?, ?> topic : topics.all()) {
      AvroSchema schema = new AvroSchema(topics.schema(topic));
      String id = "-";
      String version = "-";
      try {
        id = Integer.toString(registry.client().getId(topic.subject(), schema));
        version = Integer.toString(registry.client().getVersion(topic.subject(), schema));
      } catch (RestClientException e) {
        if (e.getStatus() != 404) {
          throw Exit.failed("the registry answers: " + e.getMessage());
        }
      } catch (IOException e) {
        throw Exit.missing("the registry does not answer: " + e.getMessage());
      }
      table.row(topic.subject(), schema.rawSchema().getName(), id, version);
    }
    System.out.print(table);
    return 0;
  }

  @Command(
      name = "check",
      description =
          "Says whether the registry has, or could take, every schema; exit code 1 if it could not.",
      mixinStandardHelpOptions = true)
  int check(@Mixin ClusterOptions options) {
    Cluster cluster = options.cluster();
    SchemaRegistry registry = cluster.registry();
    SchemaPlan plan = SchemaPlan.of(registry, new Topics(cluster.prefix(), registry));
    plan.missing().forEach(topic -> System.out.println("missing: " + topic.subject()));
    plan.conflicts().forEach(conflict -> System.out.println("incompatible: " + conflict));
    if (plan.missing().isEmpty()) {
      System.out.println("every schema is registered");
    }
    return plan.conflicts().isEmpty() ? 0 : Exit.FAILED;
  }

  @Command(
      name = "apply",
      description = "Registers what is missing.",
      mixinStandardHelpOptions = true)
  int apply(@Mixin ClusterOptions options) {
    Cluster cluster = options.cluster();
    SchemaRegistry registry = cluster.registry();
    Topics topics = new Topics(cluster.prefix(), registry);
    SchemaPlan plan = SchemaPlan.of(registry, topics);
    if (!plan.conflicts().isEmpty()) {
      throw Exit.failed("the registry refuses a schema: " + plan.conflicts().get(0));
    }
    plan.apply(registry, topics);
    System.err.println(plan.missing().size() + " schemas registered");
    return 0;
  }
}
