package newswire.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import newswire.enrich.replay.Frame;
import newswire.schemas.InForce;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.Visibility;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.ReplayInput;
import newswire.schemas.avro.ReplayRun;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles of a replay and the live ones beside each other: a partition at a time, as an
 * article is in the same partition of both, and of a large one a part of the keys at a time.
 */
final class ReplayComparison {

  // What is kept of an article takes some 2 kB, and there are two of each.
  private static final long ARTICLES_AT_ONCE = 100_000;

  /** As both have an article; null where one has not. */
  private record Pair(@Nullable ArticleFacts live, @Nullable ArticleFacts replayed) {}

  private final RecordFinder finder;
  private final Frame frame;
  private final Topic<String, Article> live;
  private final Topic<String, Article> replayed;
  private final Visibility visibility;
  private final Topic<String, Withdrawal> withdrawals;
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private final Map<String, Withdrawal> orders = new HashMap<>();

  ReplayComparison(RecordFinder finder, Topics topics, ReplayRun run, Visibility visibility) {
    this.finder = finder;
    this.frame = Replays.frame(run);
    this.live = topics.articles();
    this.replayed = topics.ofReplay(run.getName()).articles();
    this.withdrawals = topics.withdrawals();
    this.visibility = visibility;
    for (ReplayInput input : run.getInputs()) {
      ends.put(new TopicPartition(input.getTopic(), input.getPartition()), input.getLogEnd());
    }
  }

  /** Compares all into {@code diff}. */
  void run(ReplayDiff diff) {
    finder.require(live);
    finder.require(replayed);
    readOrders();
    List<TopicPartition> partitions = finder.partitions(live.name());
    if (partitions.size() != finder.partitions(replayed.name()).size()) {
      throw Exit.failed(
          live.name()
              + " and "
              + replayed.name()
              + " do not have equally many partitions; run the replay anew");
    }
    for (TopicPartition partition : partitions) {
      long passes = 1 + finder.records(partition) / ARTICLES_AT_ONCE;
      for (int pass = 0; pass < passes; pass++) {
        int part = pass;
        compare(partition.partition(), key -> Math.floorMod(key.hashCode(), passes) == part, diff);
      }
    }
  }

  /** Those in force now: what a replay made knows none that came after it was done. */
  private void readOrders() {
    finder.scan(
        withdrawals,
        record ->
            RecordFinder.decoded(withdrawals, record)
                .ifPresent(order -> orders.merge(order.getArticleId(), order, InForce::of)));
  }

  private void compare(int partition, Predicate<String> part, ReplayDiff diff) {
    Map<String, ArticleFacts> theirs = new HashMap<>();
    read(replayed, partition, part, (id, article) -> true, theirs);
    Map<String, ArticleFacts> ours = new HashMap<>();
    read(live, partition, part, (id, a) -> frame.has(a) || theirs.containsKey(id), ours);
    TreeSet<String> ids = new TreeSet<>(theirs.keySet());
    ids.addAll(ours.keySet());
    for (String id : ids) {
      take(id, new Pair(ours.get(id), theirs.get(id)), diff);
    }
  }

  private static void take(String id, Pair pair, ReplayDiff diff) {
    boolean killed = pair.replayed() != null && pair.replayed().killed();
    if (pair.live() != null && (pair.live().late() || (pair.live().killed() && !killed))) {
      diff.takeLater();
    } else {
      diff.take(id, pair.live(), pair.replayed());
    }
  }

  /** The last state of every article of the part that is wanted. */
  private void read(
      Topic<String, Article> topic,
      int partition,
      Predicate<String> part,
      BiPredicate<String, Article> wanted,
      Map<String, ArticleFacts> into) {
    finder.scanFrom(
        new TopicPartition(topic.name(), partition),
        0,
        record -> {
          String id = RecordFinder.key(record);
          if (part.test(id)) {
            into.remove(id);
            RecordFinder.decoded(topic, record)
                .filter(article -> wanted.test(id, article))
                .ifPresent(article -> into.put(id, facts(article)));
          }
        });
  }

  private ArticleFacts facts(Article article) {
    boolean hidden = visibility.shown(article, orders.get(article.getId())).veil().isHidden();
    return ArticleFacts.of(article, hidden, isLater(article));
  }

  /** Whether its raw record came after the replay's end. */
  private boolean isLater(Article article) {
    TopicPartition partition =
        new TopicPartition(article.getRaw().getTopic(), article.getRaw().getPartition());
    return article.getRaw().getOffset() >= ends.getOrDefault(partition, Long.MAX_VALUE);
  }
}
