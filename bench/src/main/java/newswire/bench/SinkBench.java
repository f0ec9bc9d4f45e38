package newswire.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import newswire.local.Addresses;
import newswire.schemas.Topic;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Revision;
import newswire.sink.Sink;
import newswire.sink.postgres.PostgresConfig;
import newswire.sink.postgres.PostgresSink;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The Postgres sink, from articles in their topic on. */
@Command(
    name = "sink",
    description = {
      "Articles a second from their topic into Postgres, exactly once, beside a plain JDBC batch",
      "upsert of the same rows in the same run."
    },
    mixinStandardHelpOptions = true)
final class SinkBench implements Callable<Integer> {

  private static final double NANOS = 1e9;

  @Option(
      names = "--articles",
      defaultValue = "30000",
      description = "How many (default ${DEFAULT-VALUE}).")
  private int articles;

  @Option(names = "--search", description = "The search as well.")
  private boolean search;

  @Override
  public Integer call() throws Exception {
    try (Scratch scratch = Scratch.create();
        BenchCluster cluster = BenchCluster.startWithPostgres(scratch.path())) {
      write(cluster, articles);
      PostgresConfig config = config(cluster.addresses());
      double stored = store(new PostgresSink(config, cluster.client(), cluster.topics()));
      print("Postgres sink, its second half", stored);
      double upserted = PlainUpsert.ofRows(config, articles).run();
      print("plain batch upsert of the same rows, the same", upserted);
      System.out.printf(Locale.ROOT, "ratio %.2f%n", stored / upserted);
      if (search) {
        search(cluster);
      }
    }
    return 0;
  }

  private void search(BenchCluster cluster) throws SQLException, InterruptedException {
    Addresses at = cluster.addresses();
    PostgresConfig config =
        PostgresConfig.from(
            Map.of(
                "jdbc-url", at.jdbcUrl(),
                "user", at.jdbcUser(),
                "password", at.jdbcPassword(),
                "group", "bench-search"));
    double indexed = store(PostgresSink.ofSearch(config, cluster.client(), cluster.topics()));
    print("search sink, its second half", indexed);
    double upserted = PlainUpsert.ofSearch(config, articles).run();
    print("the same terms and indexes alone, the same", upserted);
    System.out.printf(Locale.ROOT, "ratio %.2f%n", indexed / upserted);
  }

  static PostgresConfig config(Addresses at) {
    return PostgresConfig.of(at.jdbcUrl(), at.jdbcUser(), at.jdbcPassword());
  }

  private static void write(BenchCluster cluster, int articles) throws IOException {
    Topic<String, Article> topic = cluster.topics().articles();
    Map<String, Object> config = cluster.producer();
    Corpus corpus = new Corpus(Duration.ofDays(10), articles);
    Revision first = Revision.newBuilder().setGeneration(1).setCounter(1).build();
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < articles; i++) {
        Article article = Article.newBuilder(corpus.next()).setRevision(first).build();
        producer.send(
            new ProducerRecord<>(
                topic.name(),
                topic.key().serializer().serialize(topic.name(), article.getId()),
                topic.value().serializer().serialize(topic.name(), article)));
      }
    }
  }

  /** Gives the articles a second of the second half: the first one warms the compiler up. */
  private double store(Sink sink) throws InterruptedException {
    Thread thread = new Thread(sink, "sink");
    thread.start();
    try (sink) {
      long from = awaitStored(sink, articles / 2);
      long half = System.nanoTime();
      long to = awaitStored(sink, articles);
      return (to - from) * NANOS / (System.nanoTime() - half);
    }
  }

  /** Waits until the sink has its tables and partitions. */
  static void awaitReady(Sink sink) throws InterruptedException {
    while (!sink.health().ready()) {
      Thread.sleep(1);
    }
  }

  private static long awaitStored(Sink sink, long records) throws InterruptedException {
    while (sink.health().stored() < records) {
      Thread.sleep(1);
    }
    return sink.health().stored();
  }

  private static void print(String what, double rate) {
    System.out.printf(Locale.ROOT, "%-45s %8.0f articles/s%n", what, rate);
  }
}
