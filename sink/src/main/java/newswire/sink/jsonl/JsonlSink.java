package newswire.sink.jsonl;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.sink.Sink;
import newswire.sink.SinkHealth;
import newswire.sink.intake.AtLeastOnce;
import newswire.sink.intake.AtLeastOnce.Intake;
import newswire.sink.intake.KnownOrders;
import newswire.sink.intake.Lifecycle;
import newswire.sink.intake.Progress;

/**
 * Writes the records of one topic as JSON lines, each at least once: offsets are committed when the
 * lines are flushed. Several processes of one group share the partitions.
 */
public final class JsonlSink implements Sink {

  private static final String STAGE = "sink.jsonl";
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);
  private static final int BATCH = 500;

  private final JsonlConfig config;
  private final Map<String, Object> kafka;
  private final Topics topics;
  private final PrintStream out;
  private final InstantSource clock;
  private final Progress progress = new Progress(LONGEST_RETRY);
  private final Lifecycle lifecycle = new Lifecycle(progress);

  /**
   * Connects to nothing yet.
   *
   * @param kafka {@code bootstrap.servers} and whatever else the Kafka clients need here
   * @param topics where to read from, and where dead letters go
   * @param out in UTF-8; stays open
   * @param clock says which embargoes have ended
   */
  public JsonlSink(
      JsonlConfig config,
      Map<String, Object> kafka,
      Topics topics,
      PrintStream out,
      InstantSource clock) {
    this.config = config;
    this.kafka = Map.copyOf(kafka);
    this.topics = topics;
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void run() {
    lifecycle.run(this::work);
  }

  private void work() {
    Intake intake = new Intake(STAGE, kafka, topics, Set.of(topic().name()), config.group(), BATCH);
    try (KnownOrders orders = new KnownOrders(topics, kafka)) {
      Lines lines = new Lines(out, orders, config.all(), clock);
      AtLeastOnce.run(intake, lines, progress, lifecycle);
    }
  }

  private Topic<?, ?> topic() {
    return switch (config.topic()) {
      case ARTICLES -> topics.articles();
      case STORIES -> topics.stories();
      case WITHDRAWALS -> topics.withdrawals();
    };
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
