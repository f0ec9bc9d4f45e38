package newswire.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/**
 * What must be registered so that a registry has the schema of every topic.
 *
 * @param missing topics whose schema is not registered
 * @param conflicts why a schema cannot be registered, one sentence each
 */
public record SchemaPlan(List<Topic<?, ?>> missing, List<String> conflicts) {

  private static final int NOT_FOUND = 404;

  /** Compares the registry with the table. */
  public static SchemaPlan of(SchemaRegistry registry, Topics topics) {
    List<Topic<?, ?>> missing = new ArrayList<>();
    List<String> conflicts = new ArrayList<>();
    for (Topic<?, ?> topic : topics.all()) {
      AvroSchema schema = new AvroSchema(topics.schema(topic));
      if (isRegistered(registry.client(), topic, schema)) {
        continue;
      }
      missing.add(topic);
      List<String> reasons = incompatibilities(registry.client(), topic, schema);
      if (!reasons.isEmpty()) {
        conflicts.add(topic.subject() + ": " + String.join("; ", reasons));
      }
    }
    return new SchemaPlan(missing, conflicts);
  }

  /** Registers what is missing. */
  public void apply(SchemaRegistry registry, Topics topics) {
    for (Topic<?, ?> topic : missing) {
      try {
        registry.client().register(topic.subject(), new AvroSchema(topics.schema(topic)));
      } catch (IOException | RestClientException e) {
        throw new KafkaException(
            "cannot register the schema of " + topic.subject() + ": " + e.getMessage(), e);
      }
    }
  }

  private static boolean isRegistered(
      SchemaRegistryClient client, Topic<?, ?> topic, AvroSchema schema) {
    try {
      client.getId(topic.subject(), schema);
      return true;
    } catch (RestClientException e) {
      if (e.getStatus() == NOT_FOUND) {
        return false;
      }
      throw unreadable(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static List<String> incompatibilities(
      SchemaRegistryClient client, Topic<?, ?> topic, AvroSchema schema) {
    try {
      return client.testCompatibilityVerbose(topic.subject(), schema);
    } catch (RestClientException e) {
      if (e.getStatus() == NOT_FOUND) {
        return List.of();
      }
      throw unreadable(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static KafkaException unreadable(Exception e) {
    return new KafkaException("cannot read the schema registry: " + e.getMessage(), e);
  }
}
