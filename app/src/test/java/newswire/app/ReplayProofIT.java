package newswire.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import newswire.local.LocalPlatform;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same raw records by the same code are the same result, whatever the order of arrival. */
@Tag("long")
class ReplayProofIT {

  private static final long SEED = 20261130;
  private static final int ARTICLES = 140;
  private static final int KILLED = 7;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path dir;

  private static EnrichWorld world(LocalPlatform platform, String prefix)
      throws InterruptedException {
    return new EnrichWorld(platform.addresses(), prefix, dir).enrich();
  }

  private static Cluster cluster(LocalPlatform platform, String prefix) {
    return Cluster.open(
        platform.addresses().bootstrapServers(), platform.addresses().registryUrl(), prefix);
  }

  private static List<String> sums(List<TopicDigest> digests) {
    return digests.stream().map(d -> d.records() + " " + d.sum()).toList();
  }

  @Test
  void isTheSameInThreeOrdersOfArrivalAndWithRestarts() throws Exception {
    System.out.println("seed " + SEED);
    List<RawArticle> inOrder = new SeededNews(SEED).raws(ARTICLES);
    List<RawArticle> reversed = new ArrayList<>(inOrder);
    Collections.reverse(reversed);
    List<RawArticle> shuffled = new ArrayList<>(inOrder);
    Collections.shuffle(shuffled, new Random(SEED));
    String killed = ArticleId.ofUrl(CanonicalUrl.parse(SeededNews.url(KILLED)).orElseThrow());
    int half = inOrder.size() / 2;
    LocalPlatform platform = LocalPlatform.startWithoutPostgres(dir, line -> {});
    try {
      List<TopicDigest> first;
      try (EnrichWorld world = world(platform, "one.")) {
        world.send(inOrder);
        world.kill(killed);
        first = world.proof();
        checkContent(world, killed);
        checkOutput(world, first);
      }
      try (EnrichWorld world = world(platform, "two.")) {
        world.send(reversed.subList(0, half));
        world.enrich();
        world.kill(killed);
        world.send(reversed.subList(half, reversed.size()));
        List<TopicDigest> second = world.proof();
        assertThat(sums(second)).as(() -> difference(platform, "two.")).isEqualTo(sums(first));
      }
      try (EnrichWorld world = world(platform, "three.")) {
        world.kill(killed);
        world.send(shuffled.subList(0, half));
        world.enrich();
        world.send(shuffled.subList(half, shuffled.size()));
        List<TopicDigest> third = world.proof();
        assertThat(sums(third)).as(() -> difference(platform, "three.")).isEqualTo(sums(first));
      }
    } finally {
      platform.close();
    }
  }

  /** Says what differs, which a digest does not. */
  private static String difference(LocalPlatform platform, String prefix) {
    StringBuilder difference = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      int topic = i;
      Map<String, String> ours = essences(platform, "one.", topic);
      Map<String, String> theirs = essences(platform, prefix, topic);
      Stream.concat(ours.keySet().stream(), theirs.keySet().stream())
          .distinct()
          .filter(id -> !ours.getOrDefault(id, "").equals(theirs.getOrDefault(id, "")))
          .limit(3)
          .forEach(id -> difference.append(ours.get(id) + "\n" + theirs.get(id) + "\n\n"));
    }
    return difference.toString();
  }

  private static Map<String, String> essences(LocalPlatform platform, String prefix, int topic) {
    Cluster cluster = cluster(platform, prefix);
    Map<String, String> essences = new TreeMap<>();
    new TopicReader(cluster)
        .latest(ReplayProofCommand.compared(cluster.topics()).get(topic))
        .forEach(
            (id, record) ->
                essences.put(
                    id, (record instanceof Article a ? Essence.of(a) : record).toString()));
    return essences;
  }

  /** That there is something to be compared. */
  private static void checkContent(EnrichWorld world, String killed) {
    Map<String, Relation> relations = world.latest(world.topics().relations());
    assertThat(relations.values())
        .extracting(Relation::getKind)
        .contains(RelationKind.NONE, RelationKind.EXACT, RelationKind.NEAR);
    assertThat(relations.values().stream().anyMatch(r -> r.getStoryParent().isPresent())).isTrue();
    assertThat(relations.values().stream().anyMatch(r -> r.getCounterpart().isPresent())).isTrue();
    Map<String, Story> stories = world.latest(world.topics().stories());
    assertThat(stories.values().stream().anyMatch(story -> story.getSize() > 3)).isTrue();
    Map<String, Article> articles = world.latest(world.topics().articles());
    assertThat(articles).hasSize(ARTICLES);
    assertThat(requireNonNull(articles.get(killed)).getStatus()).isEqualTo(Status.KILLED);
    assertThat(articles.values().stream().anyMatch(article -> article.getVersion() > 1)).isTrue();
    assertThat(articles.values().stream().anyMatch(article -> !article.getEntities().isEmpty()))
        .isTrue();
    assertThat(articles.values())
        .extracting(article -> article.getLanguage().getTag())
        .contains("ar", "ru", "en", "fr", "hi", "zh");
  }

  private static void checkOutput(EnrichWorld world, List<TopicDigest> digests) throws Exception {
    InProcess table = world.run("replay", "proof");
    assertThat(table.code()).as(table.err()).isZero();
    assertThat(table.out().lines()).hasSize(1 + digests.size());
    assertThat(table.out()).contains("one.articles.v1", digests.get(3).sum());
    JsonNode json = JSON.readTree(world.run("replay", "proof", "live", "-o", "json").out());
    assertThat(json.at("/topics/3/digest").asText()).isEqualTo(digests.get(3).sum());
    assertThat(json.at("/topics/3/records").asInt()).isEqualTo(ARTICLES);
    assertThat(world.run("replay", "proof", "Новый").code()).isEqualTo(Exit.MISSING);
  }
}
