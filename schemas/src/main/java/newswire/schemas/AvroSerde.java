package newswire.schemas;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Confluent wire format under the subject of one topic. A store's changelog written with it shares
 * that subject, so that no schema is registered for changelogs.
 */
final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

  private final String topic;
  private final KafkaAvroSerializer serializer;
  private final KafkaAvroDeserializer deserializer;

  AvroSerde(String topic, SchemaRegistryClient client) {
    this.topic = topic;
    // The URL is required, and unused when a client is given.
    Map<String, Object> config =
        Map.of(
            "schema.registry.url", "http://127.0.0.1:0",
            "auto.register.schemas", false,
            "avro.remove.java.properties", true,
            "specific.avro.reader", true);
    this.serializer = new KafkaAvroSerializer(client);
    this.deserializer = new KafkaAvroDeserializer(client);
    serializer.configure(config, false);
    deserializer.configure(config, false);
  }

  @Override
  public Serializer<T> serializer() {
    return (ignored, value) -> serializer.serialize(topic, value);
  }

  @Override
  @SuppressWarnings("unchecked") // the subject's schema says which class it is
  public Deserializer<T> deserializer() {
    return (ignored, bytes) -> (T) deserializer.deserialize(topic, bytes);
  }
}
