package newswire.app;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.Letters;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Tells what the values of letters are. For one thread. */
final class LetterContents {

  private static final int PREFIX = 5; // a zero byte and the id of the schema
  private static final int NOT_FOUND = 404;

  private final SchemaRegistry registry;
  private final Topics topics;
  private final Map<Integer, String> names = new HashMap<>();

  LetterContents(SchemaRegistry registry, Topics topics) {
    this.registry = registry;
    this.topics = topics;
  }

  Letter.Content of(DeadLetter letter) {
    Optional<ByteBuffer> value = letter.getValue().map(ByteBuffer::duplicate);
    String schema = value.map(bytes -> schema(letter, bytes)).orElse("no value");
    String source = letter.getSourceId().isEmpty() ? source(letter) : letter.getSourceId();
    return new Letter.Content(schema, source, value.map(ByteBuffer::remaining).orElse(0));
  }

  private String schema(DeadLetter letter, ByteBuffer value) {
    if (letter.getTopic().isEmpty()) {
      return "no record";
    }
    if (value.remaining() < PREFIX || value.get(value.position()) != 0) {
      return "no schema";
    }
    return names.computeIfAbsent(value.getInt(value.position() + 1), this::name);
  }

  private String name(int id) {
    try {
      ParsedSchema schema = registry.client().getSchemaById(id);
      return schema.rawSchema() instanceof Schema avro ? avro.getName() : schema.name();
    } catch (RestClientException e) {
      if (e.getStatus() == NOT_FOUND) {
        return "unknown schema " + id;
      }
      throw Exit.failed("the schema registry answers: " + e.getMessage());
    } catch (IOException e) {
      throw Exit.missing("the schema registry does not answer: " + e.getMessage());
    }
  }

  /** The source that a record of ours names, if it can be read. */
  private String source(DeadLetter letter) {
    return topics
        .named(letter.getTopic())
        .findFirst()
        .filter(topic -> !letter.getCut())
        .flatMap(topic -> letter.getValue().flatMap(value -> read(topic, value)))
        .filter(record -> record.getSchema().getField("source_id") != null)
        .map(record -> record.get(record.getSchema().getField("source_id").pos()).toString())
        .orElse("");
  }

  private static Optional<IndexedRecord> read(Topic<?, ?> topic, ByteBuffer value) {
    try {
      byte[] bytes = Letters.bytes(value);
      return topic.value().deserializer().deserialize(topic.name(), bytes)
              instanceof IndexedRecord record
          ? Optional.of(record)
          : Optional.empty();
    } catch (RuntimeException e) { // whatever bytes can do to a decoder
      return Optional.empty();
    }
  }
}
