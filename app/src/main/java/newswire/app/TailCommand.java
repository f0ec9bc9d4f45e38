package newswire.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import newswire.schemas.RecordJson;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.Visibility;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Story;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the records of a topic as JSON lines. */
@Command(
    name = "tail",
    description = "Prints records of a topic as JSON lines and waits for more.",
    mixinStandardHelpOptions = true)
final class TailCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "articles",
      paramLabel = "TOPIC",
      description = "articles, raw, stories, dead-letters or any other topic (default: articles).")
  private String name = "articles";

  @Option(names = "--lang", paramLabel = "TAG", description = "Only this language, such as ar.")
  private @Nullable String language;

  @Option(
      names = "--from",
      paramLabel = "earliest|latest|INSTANT",
      defaultValue = "latest",
      description = "Where to begin; an instant such as 2026-11-23T10:00:00Z (default: latest).")
  private String from = "latest";

  @Option(names = "--limit", paramLabel = "N", description = "Stop after this many records.")
  private long limit = Long.MAX_VALUE;

  @Option(names = "--all", description = "Articles that are withheld or under embargo as well.")
  private boolean all;

  private final Clock clock = Clock.systemUTC();

  @Option(names = "--no-follow", description = "Stop at the present end of the topic.")
  private boolean noFollow;

  @Override
  public Integer call() {
    Cluster at = cluster.cluster();
    Topic<?, ?> topic = topic(at.topics(), name);
    Predicate<SpecificRecord> wanted = wanted().and(this::mayBeShown);
    Deserializer<?> value = topic.value().deserializer();
    try (Consumer<byte[], byte[]> consumer =
        at.reader(new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      begin(consumer, partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long printed = 0;
      while (printed < limit && !(noFollow && reached(consumer, ends))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(250))) {
          if (printed < limit && print(record, value, wanted)) {
            printed++;
          }
        }
        if (System.out.checkError()) {
          return 0; // the reader has gone, as with `| head`
        }
      }
    }
    return 0;
  }

  private static boolean print(
      ConsumerRecord<byte[], byte[]> record,
      Deserializer<?> deserializer,
      Predicate<SpecificRecord> wanted) {
    try {
      return printReadable(record, deserializer, wanted);
    } catch (SerializationException e) {
      System.err.println(
          "newswire: "
              + record.topic()
              + ", partition "
              + record.partition()
              + ", offset "
              + record.offset()
              + ": "
              + e.getMessage());
      return false;
    }
  }

  private static boolean printReadable(
      ConsumerRecord<byte[], byte[]> record,
      Deserializer<?> deserializer,
      Predicate<SpecificRecord> wanted) {
    if (record.value() == null
        || !(deserializer.deserialize(record.topic(), record.value())
            instanceof SpecificRecord value)
        || !wanted.test(value)) {
      return false;
    }
    System.out.println(RecordJson.line(value));
    return true;
  }

  static Topic<?, ?> topic(Topics topics, String name) {
    return topics
        .named(name)
        .findFirst()
        .orElseThrow(
            () ->
                Exit.usage(
                    "no topic is called '"
                        + name
                        + "'; there are "
                        + String.join(", ", topics.all().stream().map(Topic::name).toList())));
  }

  /** What is withheld or under embargo does not leave here unless asked for. */
  private boolean mayBeShown(SpecificRecord record) {
    return !(record instanceof Article article)
        || !new Visibility(all, clock.instant()).veil(article).isHidden();
  }

  private Predicate<SpecificRecord> wanted() {
    if (language == null) {
      return record -> true;
    }
    String tag = language;
    return record ->
        language(record).filter(l -> l.equals(tag) || l.startsWith(tag + "-")).isPresent();
  }

  private static Optional<String> language(SpecificRecord record) {
    if (record instanceof Article article) {
      return Optional.of(article.getLanguage().getTag());
    }
    if (record instanceof Story story) {
      return Optional.of(story.getLanguage());
    }
    if (record instanceof RawArticle raw) {
      return raw.getEntry().map(entry -> entry.getLanguage());
    }
    return Optional.empty();
  }

  private void begin(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
    switch (from) {
      case "earliest" -> consumer.seekToBeginning(partitions);
      case "latest" -> consumer.seekToEnd(partitions);
      default -> RecordFinder.seek(consumer, partitions, instant(from));
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Exit.usage(
          "--from takes earliest, latest or an instant such as 2026-11-23T10:00:00Z, not '"
              + text
              + "'");
    }
  }

  private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }
}
