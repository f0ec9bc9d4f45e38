package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import newswire.schemas.RawKey;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
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
    private final Path state;
    private Enrichment enrichment;

    World(LocalPlatform platform, String prefix) throws InterruptedException {
      this.cluster = cluster(platform, prefix);
      this.topics = cluster.topics();
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

    void send(List<RawArticle> raws) {
      try (KafkaProducer<byte[], byte[]> producer = producer()) {
        for (RawArticle raw : raws) {
          byte[] value = topics.raw().value().serializer().serialize("", raw);
          long time = raw.getFetched().toEpochMilli();
          byte[] key = RawKey.of(raw).getBytes(UTF_8);
          producer.send(new ProducerRecord<>(topics.raw().name(), null, time, key, value));
        }
      }
    }

    void kill(String id) {
      Withdrawal kill =
          Withdrawal.newBuilder()
              .setArticleId(id)
              .setStatus(Status.KILLED)
              .setReason("خطأ")
              .setAt(Instant.parse("2026-03-09T00:00:00Z"))
              .build();
      try (KafkaProducer<byte[], byte[]> producer = producer()) {
        byte[] value = topics.withdrawals().value().serializer().serialize("", kill);
        producer.send(new ProducerRecord<>(topics.withdrawals().name(), id.getBytes(UTF_8), value));
      }
    }

    private KafkaProducer<byte[], byte[]> producer() {
      return new KafkaProducer<>(
          Map.of("bootstrap.servers", cluster.bootstrapServers()),
          new ByteArraySerializer(),
          new ByteArraySerializer());
    }

    boolean isDrained() throws InterruptedException {
      List<Backlog.Leg> legs =
          Pipeline.legs(topics).stream()
              .filter(leg -> leg.group().startsWith("newswire."))
              .map(
                  leg ->
                      new Backlog.Leg(
                          leg.group().replace("newswire.", cluster.prefix()), leg.topics()))
              .toList();
      try (Admin admin = cluster.admin()) {
        return new Backlog(admin, legs).isDrained();
      }
    }

    /** Once nothing waits any more, and stories have been told. */
    List<TopicDigest> proof() {
      try (RecordFinder finder = new RecordFinder(cluster)) {
        List<List<TopicDigest>> last = new ArrayList<>();
        Awaitility.await()
            .atMost(Duration.ofMinutes(3))
            .pollInterval(Duration.ofMillis(2_500))
            .until(
                () -> {
                  if (!isDrained()) {
                    return false;
                  }
                  last.add(ReplayProofCommand.digests(finder, topics));
                  int size = last.size();
                  return size > 1 && last.get(size - 1).equals(last.get(size - 2));
                });
        return last.get(last.size() - 1);
      }
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
        world.send(inOrder);
        world.kill(killed);
        first = world.proof();
        checkContent(world, killed);
        checkOutput(world, first);
      }
      try (World world = new World(platform, "two.")) {
        world.send(reversed.subList(0, half));
        world.restart();
        world.kill(killed);
        world.send(reversed.subList(half, reversed.size()));
        List<TopicDigest> second = world.proof();
        assertThat(sums(second)).as(() -> difference(platform, "two.")).isEqualTo(sums(first));
      }
      try (World world = new World(platform, "three.")) {
        world.kill(killed);
        world.send(shuffled.subList(0, half));
        world.restart();
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
