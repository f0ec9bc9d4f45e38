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
import newswire.enrich.EnrichConfig;
import newswire.enrich.Enrichment;
import newswire.enrich.prepare.Preparation;
import newswire.local.LocalPlatform;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
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
  private static final Preparation PREPARATION = Preparation.standard();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path dir;

  /** One installation among others on the same broker. */
  private static final class World implements AutoCloseable {

    private final Cluster cluster;
    private final Topics topics;
    private final SharedBroker own;
    private final Path state;
    private Enrichment enrichment;

    World(LocalPlatform platform, String prefix) throws InterruptedException {
      this.cluster = cluster(platform, prefix);
      this.topics = cluster.topics();
      this.own = new SharedBroker(cluster, topics);
      this.state = dir.resolve(prefix);
      Installation.prepare(cluster);
      this.enrichment = started();
    }

    private Enrichment started() {
      EnrichConfig all = EnrichConfig.of(cluster.bootstrapServers(), state);
      EnrichConfig own =
          new EnrichConfig(
              all.bootstrapServers(),
              all.stateDirectory(),
              cluster.prefix(),
              all.generation(),
              all.threads(),
              all.commitInterval(),
              all.transactionTimeout(),
              all.sessionTimeout(),
              all.closeTimeout(),
              all.client());
      Enrichment started = new Enrichment(own, topics, PREPARATION);
      started.start();
      return started;
    }

    void restart() {
      enrichment.close();
      enrichment = started();
    }

    InProcess run(String... args) {
      List<String> all = new ArrayList<>(List.of(args));
      all.addAll(List.of("--bootstrap-server", cluster.bootstrapServers()));
      all.addAll(List.of("--registry", cluster.registryUrl(), "--topic-prefix", cluster.prefix()));
      return InProcess.run(all.toArray(String[]::new));
    }

    @Override
    public void close() {
      enrichment.close();
    }

    <V> Map<String, V> latest(Topic<String, V> topic) {
      return new TopicReader(cluster).latest(topic);
    }
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
      try (World world = new World(platform, "one.")) {
        world.own.send(inOrder);
        world.own.kill(killed);
        first = world.own.proof();
        checkContent(world, killed);
        checkOutput(world, first);
      }
      try (World world = new World(platform, "two.")) {
        world.own.send(reversed.subList(0, half));
        world.restart();
        world.own.kill(killed);
        world.own.send(reversed.subList(half, reversed.size()));
        List<TopicDigest> second = world.own.proof();
        assertThat(sums(second)).as(() -> difference(platform, "two.")).isEqualTo(sums(first));
      }
      try (World world = new World(platform, "three.")) {
        world.own.kill(killed);
        world.own.send(shuffled.subList(0, half));
        world.restart();
        world.own.send(shuffled.subList(half, shuffled.size()));
        List<TopicDigest> third = world.own.proof();
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
  private static void checkContent(World world, String killed) {
    Map<String, Relation> relations = world.latest(world.topics.relations());
    assertThat(relations.values())
        .extracting(Relation::getKind)
        .contains(RelationKind.NONE, RelationKind.EXACT, RelationKind.NEAR);
    assertThat(relations.values().stream().anyMatch(r -> r.getStoryParent().isPresent())).isTrue();
    assertThat(relations.values().stream().anyMatch(r -> r.getCounterpart().isPresent())).isTrue();
    Map<String, Story> stories = world.latest(world.topics.stories());
    assertThat(stories.values().stream().anyMatch(story -> story.getSize() > 3)).isTrue();
    Map<String, Article> articles = world.latest(world.topics.articles());
    assertThat(articles).hasSize(ARTICLES);
    assertThat(requireNonNull(articles.get(killed)).getStatus()).isEqualTo(Status.KILLED);
    assertThat(articles.values().stream().anyMatch(article -> article.getVersion() > 1)).isTrue();
    assertThat(articles.values().stream().anyMatch(article -> !article.getEntities().isEmpty()))
        .isTrue();
    assertThat(articles.values())
        .extracting(article -> article.getLanguage().getTag())
        .contains("ar", "ru", "en", "fr", "hi", "zh");
  }

  private static void checkOutput(World world, List<TopicDigest> digests) throws Exception {
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
