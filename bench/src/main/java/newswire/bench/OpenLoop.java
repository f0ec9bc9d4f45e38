package newswire.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import newswire.schemas.Topic;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends plain-text articles to the raw topic, and sees when their rows can be seen. */
final class OpenLoop implements AutoCloseable {

  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  private final Clock clock = Clock.systemUTC();
  private final Topic<String, RawArticle> topic;
  private final Visible visible;
  private final Producer<byte[], byte[]> producer;
  private final Corpus corpus;

  /**
   * Into the topics of this cluster.
   *
   * @param articles that make a day
   */
  OpenLoop(BenchCluster cluster, Visible visible, int articles) throws IOException {
    Map<String, Object> config = cluster.producer();
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    this.topic = cluster.topics().raw();
    this.visible = visible;
    this.producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    this.corpus = new Corpus(Duration.ofDays(1), articles);
  }

  /** Makes the next so many articles. */
  List<ProducerRecord<byte[], byte[]>> make(int articles) {
    return Stream.generate(() -> record(corpus.next())).limit(articles).toList();
  }

  /** Sends them as fast as they are taken. */
  void send(List<ProducerRecord<byte[], byte[]>> articles) {
    articles.forEach(producer::send);
    producer.flush();
  }

  /**
   * Sends at a rate, whatever becomes of them, and prints how long after it was to be sent an
   * article can be seen.
   *
   * @return what 99 of 100 stay below, in milliseconds
   */
  double run(String what, double perSecond, int seconds) throws SQLException, InterruptedException {
    long count = Math.round(seconds * perSecond);
    long start = System.nanoTime();
    Thread sending =
        new Thread(
            () -> {
              for (int i = 0; i < count; i++) {
                long intended = start + Math.round(i / perSecond * NANOS);
                LockSupport.parkNanos(intended - System.nanoTime());
                Article article = corpus.next();
                visible.expect(article.getUrl(), intended);
                producer.send(record(article));
              }
            },
            "sending");
    sending.setDaemon(true);
    sending.start();
    long[] took = visible.watch(count);
    System.out.printf(
        Locale.ROOT,
        "%s at %.0f articles/s: p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
        what,
        perSecond,
        percentile(took, .5),
        percentile(took, .99),
        percentile(took, 1));
    return percentile(took, .99);
  }

  private static double percentile(long[] sorted, double part) {
    int index = (int) Math.ceil(part * sorted.length) - 1;
    return sorted[Math.max(0, index)] * MILLIS / NANOS;
  }

  private ProducerRecord<byte[], byte[]> record(Article article) {
    RawArticle raw =
        RawArticle.newBuilder()
            .setSourceId(article.getSite())
            .setSourceName(article.getSite())
            .setUrl(article.getUrl())
            .setFetched(clock.instant())
            .setContentType("text/plain; charset=utf-8")
            .setBody(ByteBuffer.wrap(article.getText().getBytes(UTF_8)))
            .setEntry(FeedEntry.newBuilder().setTitle(article.getTitle()).build())
            .build();
    return new ProducerRecord<>(
        topic.name(),
        null,
        raw.getFetched().toEpochMilli(),
        article.getSite().getBytes(UTF_8),
        topic.value().serializer().serialize(topic.name(), raw));
  }

  @Override
  public void close() {
    producer.close();
  }
}
