package newswire.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.Topic;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Signal;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.WireItem;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What wires order of their articles, against what has been ordered before. A kill is for ever; of
 * other orders the one that was sent last counts, whatever order they arrive in. For one thread.
 */
final class WireOrders implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Of items that are not numbered as well. */
  private static final Set<String> FIRST_VERSIONS = Set.of("", "0", "1");

  private final KafkaClients clients;
  private final Topic<String, Withdrawal> topic;
  private final Map<String, Withdrawal> known = new HashMap<>();
  private @Nullable Consumer<String, Withdrawal> consumer;

  WireOrders(KafkaClients clients, Topic<String, Withdrawal> topic) {
    this.clients = clients;
    this.topic = topic;
  }

  /** Takes in what others have ordered; to be called once in each transaction with wires. */
  void refresh() {
    Consumer<String, Withdrawal> reader = reader();
    Map<TopicPartition, Long> ends = reader.endOffsets(reader.assignment());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (ends.entrySet().stream().anyMatch(e -> reader.position(e.getKey()) < e.getValue())) {
      for (ConsumerRecord<String, Withdrawal> record : reader.poll(TICK)) {
        known.put(record.key(), record.value());
      }
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("the end of " + topic.name() + " was not reached");
      }
    }
  }

  private Consumer<String, Withdrawal> reader() {
    if (consumer == null) {
      Consumer<String, Withdrawal> opened = clients.reader(topic);
      List<TopicPartition> all =
          opened.partitionsFor(topic.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      opened.assign(all);
      opened.seekToBeginning(all);
      consumer = opened;
      return opened;
    }
    return consumer;
  }

  /** The order to be written with an article, if it changes anything. */
  Optional<Withdrawal> of(RawArticle article) {
    Optional<Withdrawal> order =
        article
            .getWire()
            .filter(wire -> mayOrder(wire) || known.containsKey(id(article)))
            .map(wire -> order(article, wire));
    Optional<Withdrawal> changed =
        order.filter(given -> outranks(given, known.get(given.getArticleId())));
    changed.ifPresent(given -> known.put(given.getArticleId(), given));
    return changed;
  }

  private static Withdrawal order(RawArticle article, WireItem wire) {
    String note = wire.getNote();
    Status status = wire.getStatus();
    boolean corrected = status == Status.USABLE && wire.getSignal() == Signal.CORRECTION;
    return Withdrawal.newBuilder()
        .setArticleId(id(article))
        .setStatus(corrected ? Status.CORRECTED : status)
        .setReason(note.isEmpty() ? reason(status, corrected) : note)
        .setBy(article.getSourceName())
        .setAt(article.getFetched())
        .setEmbargoUntil(wire.getEmbargoUntil().orElse(null))
        .build();
  }

  private static String reason(Status status, boolean corrected) {
    return switch (status) {
      case KILLED -> "killed by the agency";
      case WITHHELD -> "withheld by the agency";
      default -> corrected ? "corrected by the agency" : "";
    };
  }

  private static String id(RawArticle article) {
    return CanonicalUrl.parse(article.getUrl())
        .map(ArticleId::ofUrl)
        .orElseGet(() -> ArticleId.ofItem(article.getSourceId(), article.getItemId()));
  }

  /**
   * Whether a version can be an order where there is none: a usable one lifts what an earlier one
   * has ordered, also if that comes later, but the first has none before it.
   */
  private static boolean mayOrder(WireItem wire) {
    return wire.getStatus() != Status.USABLE
        || wire.getSignal() == Signal.CORRECTION
        || !FIRST_VERSIONS.contains(wire.getVersion());
  }

  static boolean outranks(Withdrawal given, @Nullable Withdrawal before) {
    if (before == null) {
      return true;
    }
    if (before.getStatus() == Status.KILLED || given.equals(before)) {
      return false;
    }
    return given.getStatus() == Status.KILLED || !given.getAt().isBefore(before.getAt());
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close();
    }
  }
}
