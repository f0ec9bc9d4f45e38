package newswire.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import newswire.enrich.prepare.Sketches;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Sketch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Puts made-up articles where {@code prepare} would put them. */
final class Input {

  private Input() {}

  /**
   * Writes articles and their sketches.
   *
   * @param span of their times
   * @param prepared whether the articles themselves are written too
   */
  static void write(BenchCluster cluster, int articles, Duration span, boolean prepared)
      throws IOException {
    Topics topics = cluster.topics();
    Map<String, Object> config = cluster.client();
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    Corpus corpus = new Corpus(span, articles);
    Serializer<String> keys = topics.sketches().key().serializer();
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < articles; i++) {
        Article article = corpus.next();
        byte[] key = keys.serialize("", article.getId());
        long time = article.getEffective().toEpochMilli();
        if (prepared) {
          String topic = topics.prepared().name();
          byte[] value = topics.prepared().value().serializer().serialize(topic, article);
          producer.send(new ProducerRecord<>(topic, null, time, key, value));
        }
        Sketch sketch = Sketches.of(article);
        String topic = topics.sketches().name();
        byte[] value = topics.sketches().value().serializer().serialize(topic, sketch);
        producer.send(new ProducerRecord<>(topic, null, time, key, value));
      }
    }
  }
}
