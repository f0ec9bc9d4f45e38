package newswire.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import newswire.enrich.EnrichConfig;
import newswire.enrich.Enrichment;
import newswire.enrich.prepare.Preparation;
import newswire.schemas.Topic;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;
import newswire.sink.postgres.PostgresConfig;
import newswire.sink.postgres.PostgresSink;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole way of plain-text articles, from the raw topic to the row. */
@Command(
    name = "freshness",
    description = {
      "Articles a second from the raw topic to the row at full load, through all stages; then, at",
      "half of that, how long after it was to be sent an article can be seen (open loop)."
    },
    mixinStandardHelpOptions = true)
final class FreshnessBench implements Callable<Integer> {

  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  @Option(
      names = "--articles",
      defaultValue = "20000",
      description = "How many at full load (default ${DEFAULT-VALUE}).")
  private int articles;

  @Option(
      names = "--seconds",
      defaultValue = "40",
      description = "How long at half load (default ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(names = "--rate", description = "Articles a second, instead of half of the full load.")
  private double rate;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws Exception {
    try (Scratch scratch = Scratch.create();
        BenchCluster cluster = BenchCluster.startWithPostgres(scratch.path())) {
      PostgresConfig config = SinkBench.config(cluster.addresses());
      EnrichConfig enrich =
          EnrichConfig.of(
              cluster.addresses().bootstrapServers(), scratch.path().resolve("streams"));
      try (Producer<byte[], byte[]> producer = producer(cluster);
          PostgresSink sink = new PostgresSink(config, cluster.client(), cluster.topics());
          Enrichment enrichment =
              new Enrichment(enrich, cluster.topics(), Preparation.standard())) {
        new Thread(sink, "sink").start();
        enrichment.start();
        BenchCluster.awaitRunning(enrichment);
        SinkBench.awaitReady(sink);
        Corpus corpus = new Corpus(Duration.ofDays(1), articles);
        Topic<String, RawArticle> raw = cluster.topics().raw();
        try (Visible visible = new Visible(config)) {
          double full = fullLoad(producer, raw, corpus, visible);
          System.out.printf(
              Locale.ROOT,
              "%-45s %8.0f articles/s%n",
              "raw to row at full load, second half",
              full);
          halfLoad(producer, raw, corpus, visible, rate > 0 ? rate : full / 2);
        }
      }
    }
    return 0;
  }

  private static Producer<byte[], byte[]> producer(BenchCluster cluster) {
    Map<String, Object> config = cluster.producer();
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private double fullLoad(
      Producer<byte[], byte[]> producer,
      Topic<String, RawArticle> raw,
      Corpus corpus,
      Visible visible)
      throws SQLException, InterruptedException {
    for (int i = 0; i < articles; i++) {
      send(producer, raw, corpus.next());
    }
    producer.flush();
    long from = visible.awaitRows(articles / 2);
    long half = System.nanoTime();
    long to = visible.awaitRows(articles);
    return (to - from) * NANOS / (System.nanoTime() - half);
  }

  private void halfLoad(
      Producer<byte[], byte[]> producer,
      Topic<String, RawArticle> raw,
      Corpus corpus,
      Visible visible,
      double perSecond)
      throws SQLException, InterruptedException {
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
                send(producer, raw, article);
              }
            },
            "sending");
    sending.setDaemon(true);
    sending.start();
    long[] took = visible.watch(count);
    System.out.printf(
        Locale.ROOT,
        "raw to row at %.0f articles/s: p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
        perSecond,
        percentile(took, .5),
        percentile(took, .99),
        percentile(took, 1));
  }

  private static double percentile(long[] sorted, double part) {
    int index = (int) Math.ceil(part * sorted.length) - 1;
    return sorted[Math.max(0, index)] * MILLIS / NANOS;
  }

  private void send(
      Producer<byte[], byte[]> producer, Topic<String, RawArticle> topic, Article article) {
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
    producer.send(
        new ProducerRecord<>(
            topic.name(),
            null,
            raw.getFetched().toEpochMilli(),
            article.getSite().getBytes(UTF_8),
            topic.value().serializer().serialize(topic.name(), raw)));
  }
}
