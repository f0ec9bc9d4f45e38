package newswire.app;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The schemas that records were written with, as the registry knows them. For one thread. */
final class WriterSchemas {

  private static final int NOT_FOUND = 404;

  private final SchemaRegistryClient registry;
  private final Topics topics;
  private final Map<Integer, Optional<Schema>> byId = new HashMap<>();
  private final Map<Schema, Integer> ids = new HashMap<>();

  WriterSchemas(Cluster cluster) {
    this.registry = cluster.registry().client();
    this.topics = cluster.topics();
  }

  /** The schema of a record's value; where it has none, that of the record before it. */
  Schema of(ConsumerRecord<byte[], byte[]> record, @Nullable Schema before, Topic<?, ?> topic) {
    byte @Nullable [] value = record.value();
    boolean framed = value != null && value.length >= ArchiveRow.PREFIX && value[0] == 0;
    Optional<Schema> own =
        framed
            ? byId.computeIfAbsent(ByteBuffer.wrap(value, 1, Integer.BYTES).getInt(), this::read)
            : Optional.empty();
    return own.orElseGet(() -> before == null ? topics.schema(topic) : before);
  }

  private Optional<Schema> read(int id) {
    try {
      ParsedSchema schema = registry.getSchemaById(id);
      return Optional.of(schema)
          .filter(AvroSchema.class::isInstance)
          .map(avro -> ((AvroSchema) avro).rawSchema())
          .filter(avro -> avro.getType() == Schema.Type.RECORD);
    } catch (RestClientException e) {
      if (e.getStatus() == NOT_FOUND) {
        return Optional.empty();
      }
      throw Exit.failed("the registry answers: " + e.getMessage());
    } catch (IOException e) {
      throw Exit.missing("the registry does not answer: " + e.getMessage());
    }
  }

  /** The id of a schema under the topic's subject, where it is registered if it is not there. */
  int id(Schema schema, Topic<?, ?> topic) {
    return ids.computeIfAbsent(schema, written -> register(written, topic));
  }

  private int register(Schema schema, Topic<?, ?> topic) {
    try {
      return registry.register(topic.subject(), new AvroSchema(schema));
    } catch (RestClientException e) {
      throw Exit.failed(
          "the registry refuses a schema of the archive for "
              + topic.subject()
              + ": "
              + e.getMessage());
    } catch (IOException e) {
      throw Exit.missing("the registry does not answer: " + e.getMessage());
    }
  }
}
