package newswire.schemas;

import static java.util.Objects.requireNonNull;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** A Confluent-compatible schema registry, and the serdes that use it. Safe for many threads. */
public final class SchemaRegistry {

  private final SchemaRegistryClient client;

  private SchemaRegistry(SchemaRegistryClient client) {
    this.client = requireNonNull(client, "client is null");
  }

  static {
    TrustedRecords.register();
  }

  /**
   * A registry reached over HTTP.
   *
   * @param url such as {@code http://127.0.0.1:8081}; several may be given, separated by commas
   * @param config further settings of the Confluent client, such as credentials
   */
  public static SchemaRegistry at(String url, Map<String, String> config) {
    return new SchemaRegistry(new RememberingClient(List.of(url.split(",", -1)), config));
  }

  /** A registry in this process's memory, shared by all that give the same name. */
  public static SchemaRegistry inMemory(String name) {
    return new SchemaRegistry(MockSchemaRegistry.getClientForScope(name));
  }

  /** The client itself, for what the serdes do not cover. */
  public SchemaRegistryClient client() {
    return client;
  }

  /** Serde of the records of one topic; the subject is that topic's, whoever calls it. */
  <T extends SpecificRecord> Serde<T> serde(String topic) {
    return new AvroSerde<>(topic, client);
  }

  /** The schema as the registry holds it: without the hints that only Java reads. */
  static Schema portable(Schema schema) {
    return new Schema.Parser()
        .parse(schema.toString().replace(",\"avro.java.string\":\"String\"", ""));
  }
}
