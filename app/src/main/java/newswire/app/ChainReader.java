package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.InForce;
import newswire.schemas.Topics;
import newswire.schemas.Visibility;
import newswire.schemas.Visibility.Shown;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Finds the articles of a family. */
final class ChainReader {

  private final RecordFinder finder;
  private final Topics topics;
  private final Visibility visibility;

  ChainReader(RecordFinder finder, Topics topics, Visibility visibility) {
    this.finder = finder;
    this.topics = topics;
    this.visibility = visibility;
  }

  /** The chain that the article belongs to; of itself alone while it has not been compared. */
  Chain read(String id) {
    Article article =
        finder
            .last(topics.articles(), id)
            .orElseThrow(() -> Exit.failed(ArticleArgument.unknown(id)));
    String family = article.getRelation().map(Relation::getFamily).orElse("");
    Map<String, Article> members = family.isEmpty() ? Map.of(id, article) : members(family);
    Map<String, List<Withdrawal>> orders = finder.all(topics.withdrawals(), members.keySet());
    List<Shown> shown =
        members.values().stream()
            .map(member -> visibility.shown(member, inForce(orders, member.getId())))
            .toList();
    return Chain.of(family, shown);
  }

  private static @Nullable Withdrawal inForce(Map<String, List<Withdrawal>> orders, String id) {
    return InForce.among(orders.getOrDefault(id, List.of()));
  }

  private Map<String, Article> members(String family) {
    byte[] wanted = family.getBytes(UTF_8);
    Map<String, Article> members = new HashMap<>();
    finder.scan(
        topics.articles(),
        record -> {
          String key = RecordFinder.key(record);
          members.remove(key);
          member(record, wanted, family).ifPresent(article -> members.put(key, article));
        });
    return members;
  }

  // To decode all articles there are would take far longer than to look for an id in their bytes.
  private Optional<Article> member(
      ConsumerRecord<byte[], byte[]> record, byte[] wanted, String family) {
    if (record.value() == null || !contains(record.value(), wanted)) {
      return Optional.empty();
    }
    return RecordFinder.decoded(topics.articles(), record)
        .filter(
            article -> article.getRelation().map(Relation::getFamily).equals(Optional.of(family)));
  }

  static boolean contains(byte[] bytes, byte[] wanted) {
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      if (bytes[i] == wanted[0]
          && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }
}
