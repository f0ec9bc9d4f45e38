package newswire.sink.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import newswire.schemas.Topics;
import newswire.sink.Sink;
import newswire.sink.SinkHealth;
import newswire.sink.intake.DeadLetters;
import newswire.sink.intake.GroupConsumer;
import newswire.sink.intake.LagReport;
import newswire.sink.intake.Lifecycle;
import newswire.sink.intake.Progress;
import newswire.sink.intake.RecordReader;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Carries articles, stories and withdrawals into Postgres, each exactly once: the offsets move in
 * the transaction of the rows, and a process that has been replaced cannot write.
 *
 * <p>Several processes of one group share the partitions. A withdrawal is carried out as it comes,
 * not behind the backlog of articles; a killed article stays killed whatever comes later. What
 * cannot be read or stored goes to the dead letters, at least once.
 */
public final class PostgresSink implements Sink {

  private static final Duration BREATH = Duration.ofMillis(100);
  private static final Duration LEAVE = Duration.ofSeconds(5);

  private final PostgresConfig config;
  private final Map<String, Object> kafka;
  private final Topics topics;
  private final Work work;
  private final Progress progress;
  private final Lifecycle lifecycle;

  /** What is carried where. */
  private record Work(String stage, Set<String> topics, Store store) {

    static Work rows(Topics topics, PostgresConfig config) {
      return new Work(
          "sink.postgres",
          new RecordReader(topics, config.history()).topics(),
          new RowStore(config.schema()));
    }

    static Work search(Topics topics) {
      return new Work(
          "sink.postgres.search",
          Set.of(topics.articles().name(), topics.withdrawals().name()),
          new SearchStore());
    }
  }

  /**
   * Connects to nothing yet.
   *
   * @param kafka {@code bootstrap.servers} and whatever else the Kafka clients need here
   * @param topics where to read from, and where dead letters go
   */
  public PostgresSink(PostgresConfig config, Map<String, Object> kafka, Topics topics) {
    this(config, kafka, topics, Work.rows(topics, config));
  }

  private PostgresSink(PostgresConfig config, Map<String, Object> kafka, Topics topics, Work work) {
    this.config = config;
    this.kafka = Map.copyOf(kafka);
    this.topics = topics;
    this.work = work;
    this.progress = new Progress(config.longestRetry());
    this.lifecycle = new Lifecycle(progress);
  }

  /**
   * A sink that makes articles searchable, in a consumer group of its own: search is several times
   * the work of the row, and must not delay it.
   *
   * @param config its group must not be that of another sink
   */
  public static PostgresSink ofSearch(
      PostgresConfig config, Map<String, Object> kafka, Topics topics) {
    return new PostgresSink(config, kafka, topics, Work.search(topics));
  }

  @Override
  public void run() {
    lifecycle.run(this::work);
  }

  private void work() {
    try (Database database = new Database(config)) {
      if (migrate(database)) {
        consume(database);
      }
    }
  }

  /** Whether the tables are there; false if closed before the database could be reached. */
  private boolean migrate(Database database) {
    while (true) {
      try {
        database.migrate();
        return true;
      } catch (SQLException e) {
        if (lifecycle.closesWithin(progress.trouble(e))) {
          return false;
        }
      }
    }
  }

  private void consume(Database database) {
    OffsetTable offsets = new OffsetTable(config.group());
    RecordReader reader = new RecordReader(topics, config.history());
    try (DeadLetters deadLetters = new DeadLetters(work.stage(), topics.deadLetters(), kafka)) {
      KafkaConsumer<byte[], byte[]> consumer =
          GroupConsumer.of(kafka, config.group(), config.batchSize());
      Ownership ownership = new Ownership(consumer, offsets);
      LagReport lag = new LagReport(consumer);
      Transaction transaction = new Transaction(database, offsets, deadLetters, work.store());
      BatchWriter writer = new BatchWriter(transaction, ownership);
      PartitionLoop loop = new PartitionLoop(consumer, reader, ownership, writer, progress);
      try {
        consumer.subscribe(work.topics(), ownership);
        while (lifecycle.isOpen()) {
          loop.turn(database);
          progress.deadLetters(deadLetters.sent());
          lag.report(ownership.positions());
          // A consumer in trouble may return from its poll at once.
          if (progress.isWaiting() && lifecycle.closesWithin(BREATH)) {
            break;
          }
        }
        lag.reportLast(ownership.positions());
      } finally {
        consumer.close(CloseOptions.timeout(LEAVE));
      }
    }
  }

  @Override
  public SinkHealth health() {
    return progress.health();
  }

  @Override
  public void close() {
    lifecycle.close();
  }
}
