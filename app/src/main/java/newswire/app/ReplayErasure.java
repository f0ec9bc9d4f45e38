package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import newswire.schemas.Blank;
import newswire.schemas.Erasure;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Revision;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.StoryArticle;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts what may remain of erased articles in the place of what a replay's compacted topics say of
 * them. Of a replay that nobody runs, as its applications write the same keys.
 */
final class ReplayErasure {

  private final Cluster cluster;
  private final Topics own;

  ReplayErasure(Cluster cluster, String name) {
    this.cluster = cluster;
    this.own = cluster.topics().ofReplay(name);
  }

  /** All articles that were ever ordered to be erased. */
  static Set<String> ordered(RecordFinder finder, Topics topics) {
    Set<String> ids = new TreeSet<>();
    finder.scan(
        topics.withdrawals(),
        record ->
            RecordFinder.decoded(topics.withdrawals(), record)
                .filter(order -> order.getStatus() == Status.KILLED)
                .filter(order -> order.getReason().equals(Erasure.REASON))
                .ifPresent(order -> ids.add(order.getArticleId())));
    return ids;
  }

  /** Waits until it is written. */
  void run(RecordFinder finder, Set<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    Map<String, Object> config = new HashMap<>(cluster.client());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      replace(producer, own.prepared(), finder.last(own.prepared(), ids), Erasure::of);
      replace(producer, own.articles(), finder.last(own.articles(), ids), ReplayErasure::next);
      replace(producer, own.relations(), finder.last(own.relations(), ids), Blank::of);
      replace(producer, own.stories(), told(finder, ids), story -> Erasure.of(story, ids));
      producer.flush();
    }
  }

  private static Article next(Article article) {
    Article left = Erasure.of(article);
    Revision revision = article.getRevision();
    return left.equals(article)
        ? article
        : Article.newBuilder(left)
            .setRevision(new Revision(revision.getGeneration(), revision.getCounter() + 1))
            .build();
  }

  private Map<String, Story> told(RecordFinder finder, Set<String> ids) {
    Map<String, Story> told = new TreeMap<>();
    finder.scan(
        own.stories(),
        record -> {
          told.remove(RecordFinder.key(record));
          RecordFinder.decoded(own.stories(), record)
              .filter(story -> story.getTimeline().stream().anyMatch(each -> isOf(each, ids)))
              .ifPresent(story -> told.put(RecordFinder.key(record), story));
        });
    return told;
  }

  private static boolean isOf(StoryArticle article, Set<String> ids) {
    return ids.contains(article.getId()) || article.getParent().filter(ids::contains).isPresent();
  }

  private static <V> void replace(
      Producer<byte[], byte[]> producer,
      Topic<String, V> topic,
      Map<String, V> found,
      UnaryOperator<V> left) {
    found.forEach(
        (key, value) -> {
          V now = left.apply(value);
          if (!now.equals(value)) {
            write(producer, topic, key, now);
          }
        });
  }

  private static <V> void write(
      Producer<byte[], byte[]> producer, Topic<String, V> topic, String key, V value) {
    byte[] bytes = topic.value().serializer().serialize(topic.name(), value);
    try {
      producer.send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), bytes)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Exit.failed("interrupted before all was erased; run the command again");
    } catch (ExecutionException e) {
      throw Exit.failed(topic.name() + " was not written: " + e.getMessage());
    }
  }
}
