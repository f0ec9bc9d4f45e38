package newswire.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import newswire.enrich.prepare.Sketches;
import newswire.schemas.RawKey;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Sketch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Puts made-up articles where {@code prepare} would put them. */
final class Input {

  private Input() {}

  /**
   * Writes articles as they come in.
   *
   * @param span of their times
   */
  static void writeRaw(BenchCluster cluster, int articles, Duration span) throws IOException {
    Topics topics = cluster.topics();
    Map<String, Object> config = cluster.producer();
    Corpus corpus = new Corpus(span, articles);
    try (Producer<String, RawArticle> producer =
        new KafkaProducer<>(
            config, topics.raw().key().serializer(), topics.raw().value().serializer())) {
      for (int i = 0; i < articles; i++) {
        Article article = corpus.next();
        byte[] body = (article.getTitle() + "\n\n" + article.getText()).getBytes(UTF_8);
        RawArticle raw =
            RawArticle.newBuilder()
                .setSourceId(article.getSite())
                .setSourceName(article.getSite())
                .setUrl(article.getUrl())
                .setFetched(article.getFirstSeen())
                .setContentType("text/plain; charset=utf-8")
                .setBody(ByteBuffer.wrap(body))
                .build();
        long time = article.getFirstSeen().toEpochMilli();
        producer.send(new ProducerRecord<>(topics.raw().name(), null, time, RawKey.of(raw), raw));
      }
    }
  }

  /**
   * Writes articles and their sketches.
   *
   * @param span of their times
   * @param prepared whether the articles themselves are written too
   */
  static void write(BenchCluster cluster, int articles, Duration span, boolean prepared)
      throws IOException {
    Topics topics = cluster.topics();
    Map<String, Object> config = cluster.producer();
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
