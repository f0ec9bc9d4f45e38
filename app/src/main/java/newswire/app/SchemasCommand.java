package newswire.app;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.file.Path;
import newswire.schemas.SchemaPlan;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the schemas, checks a registry against them, and keeps it in a file. */
@Command(
    name = "schemas",
    description = "Lists the schemas, checks a registry against them, and keeps it in a file.",
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
          "Says whether the registry has, or could take, every schema; exit code 1 if it could"
              + " not.",
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

  @Command(
      name = "export",
      description = "Writes all subjects, versions and ids of the registry to a file.",
      mixinStandardHelpOptions = true)
  int export(
      @Mixin ClusterOptions options,
      @Parameters(paramLabel = "FILE", description = "Where to.") Path file)
      throws IOException {
    SchemaDump dump = SchemaDump.of(options.cluster().registry().client());
    dump.write(file);
    System.err.println(dump.schemas().size() + " versions written to " + file);
    return 0;
  }

  @Command(
      name = "import",
      description = "Gives an empty registry what is in the file, under the same ids.",
      mixinStandardHelpOptions = true)
  int restore(
      @Mixin ClusterOptions options,
      @Parameters(paramLabel = "FILE", description = "What 'schemas export' has written.")
          Path file)
      throws IOException {
    SchemaDump dump = SchemaDump.read(file);
    int registered = new SchemaRestore(options.cluster().registry().client()).run(dump);
    System.err.println(
        registered + " registered, " + (dump.schemas().size() - registered) + " were there");
    return 0;
  }
}
