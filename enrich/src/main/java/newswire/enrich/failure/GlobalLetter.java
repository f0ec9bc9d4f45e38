package newswire.enrich.failure;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Sends the dead letter of a record of a global store, from which Kafka Streams sends none (4.3
 * ends the application with a ClassCastException if asked to). Every instance reads such a topic at
 * every start, so a letter may be there several times, under one id.
 *
 * @param settings of the Kafka Streams application
 */
record GlobalLetter(Map<String, ?> settings) {

  /**
   * Waits until it is there.
   *
   * @throws KafkaException if the broker refuses it, as it does for any other letter; that ends the
   *     application, and the record is read again at the next start
   */
  void send(ProducerRecord<byte[], byte[]> letter) {
    Map<String, Object> config = new StreamsConfig(settings).getProducerConfigs("dead-letters");
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(letter).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException("a dead letter cannot be sent: " + e.getMessage(), e);
    }
  }
}
