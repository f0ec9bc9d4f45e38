package newswire.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newswire.enrich.prepare.Preparation;
import newswire.schemas.RawKey;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Revision;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A replay beside live, killed in the middle, from its plan to its end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("long")
class ReplayIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant FROM = ReplayNews.day(12);
  private static final Instant TO = ReplayNews.day(18);
  private static final List<String> FRAME =
      List.of("--name", "october", "--from", FROM.toString(), "--to", TO.toString());

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private static Path dir;
  private static DeadWorld world;
  private static Topics topics;

  @BeforeAll
  static void start() throws Exception {
    world = new DeadWorld(dir.resolve("kafka"));
    topics = world.topics();
    for (RawArticle raw : ReplayNews.log()) {
      world.send(topics.raw(), RawKey.of(raw), raw);
    }
    world.enrich(Preparation.standard());
    awaitRelated();
    try (Withdrawals withdrawals = new Withdrawals(world.cluster(), Clock.systemUTC())) {
      withdrawals.kill(inFrame(latest(topics.articles())).keySet().iterator().next(), "خطأ", "أنا");
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                latest(topics.articles()).values().stream()
                    .anyMatch(article -> article.getStatus() == Status.KILLED));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static void awaitRelated() {
    long ids = ReplayNews.log().stream().map(RawArticle::getUrl).distinct().count();
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              Map<String, Article> articles = latest(topics.articles());
              return articles.size() == ids
                  && drained()
                  && articles.values().stream().allMatch(a -> a.getRelation().isPresent());
            });
  }

  private static boolean drained() throws InterruptedException {
    try (Admin admin = world.cluster().admin()) {
      return new Backlog(admin, Pipeline.legs(topics).subList(0, 3)).isDrained();
    }
  }

  private static <V> Map<String, V> latest(Topic<String, V> topic) {
    return new TreeMap<>(new TopicReader(world.cluster()).latest(topic));
  }

  /** What of it lies in the frame, without its revision. */
  private static Map<String, Article> inFrame(Map<String, Article> articles) {
    Map<String, Article> found = new TreeMap<>();
    articles.forEach(
        (id, article) -> {
          if (!article.getEffective().isBefore(FROM) && article.getEffective().isBefore(TO)) {
            found.put(id, Article.newBuilder(article).setRevision(new Revision(0, 0L)).build());
          }
        });
    return found;
  }

  private static InProcess replay(String command, List<String> args) {
    List<String> all = new ArrayList<>(List.of("replay", command));
    all.addAll(args);
    all.addAll(List.of("--data", dir.toString()));
    return world.run(all.toArray(String[]::new));
  }

  private static InProcess ok(String command, String... args) {
    InProcess run = replay(command, Arrays.asList(args));
    assertThat(run.code()).as(run.err() + run.out()).isZero();
    return run;
  }

  private static InProcess refused(String command, String... args) {
    InProcess run = replay(command, Arrays.asList(args));
    assertThat(run.code()).as(run.err() + run.out()).isNotZero();
    return run;
  }

  private static JsonNode status() throws Exception {
    return JSON.readTree(ok("status", "october", "-o", "json").out());
  }

  @Test
  @Order(1)
  void saysWhatItWouldDoAndDoesNothing() throws Exception {
    InProcess plan = replay("run", FRAME);

    assertThat(plan.out()).contains("to read", "newswire", "replay.october.articles.v1");
    assertThat(plan.err()).contains("nothing was done");
    assertThat(ok("list").err()).contains("no replays");
    assertThat(refused("run", "--name", "Октябрь").err()).contains("Октябрь");
  }

  @Test
  @Order(2)
  void goesOnAfterAKillAndGivesWhatLiveGave() throws Exception {
    Map<String, Article> live = inFrame(latest(topics.articles()));
    List<String> all = new ArrayList<>(List.of("replay", "run", "--execute", "--max-rate", "15/s"));
    all.addAll(FRAME);
    all.addAll(List.of("--data", dir.toString()));
    all.addAll(List.of("--bootstrap-server", world.cluster().bootstrapServers()));
    all.addAll(List.of("--registry", world.cluster().registryUrl()));
    all.addAll(List.of("--topic-prefix", world.cluster().prefix()));
    try (Newswire killed = Newswire.start(dir, all.toArray(String[]::new))) {
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> isInTheMiddle());
      assertThat(refused("drop", "october", "--execute").err()).contains("another process");
      killed.killAll();
    }
    sendLate();

    InProcess done = ok("run", "--name", "october", "--execute");

    Map<String, Article> again = latest(topics.ofReplay("october").articles());
    assertThat(inFrame(again)).isEqualTo(live).hasSameSizeAs(again).hasSizeGreaterThan(20);
    assertThat(again.values()).allMatch(article -> article.getRevision().getGeneration() == 2);
    assertThat(again.values()).anyMatch(article -> article.getStatus() == Status.KILLED);
    assertThat(again.values()).anyMatch(article -> article.getVersion() > 1);
    assertThat(again.values())
        .anyMatch(article -> article.getRelation().flatMap(Relation::getParent).isPresent());
    assertThat(done.out()).contains("done", "articles      " + again.size());
  }

  private static boolean isInTheMiddle() throws Exception {
    InProcess run = replay("status", List.of("october", "-o", "json"));
    return run.code() == 0 && JSON.readTree(run.out()).get("share_read").asDouble() > .25;
  }

  /** News of the frame that comes after the replay began is not of it. */
  private static void sendLate() throws Exception {
    RawArticle late = ReplayNews.raw("late", "1", ReplayNews.day(15), HandMade.ARABIC_COPY);
    world.send(topics.raw(), RawKey.of(late), late);
  }

  @Test
  @Order(3)
  void tellsWhatItDid() throws Exception {
    JsonNode status = status();

    assertThat(status.get("state").asText()).isEqualTo("DONE");
    assertThat(status.get("share_read").asDouble()).isEqualTo(1);
    assertThat(status.get("stories").asLong()).isPositive();
    assertThat(ok("list").out()).contains("october", "done");
    assertThat(ok("run", "--name", "october", "--execute").err()).contains("done before");
    assertThat(refused("run", "--name", "october", "--lang", "ar").err())
        .contains("--lang not given");
  }

  @Test
  @Order(4)
  void givesOnlyTheLanguageThatIsWanted() {
    Map<String, Article> live = inFrame(latest(topics.articles()));
    live.values().removeIf(article -> !article.getLanguage().getTag().equals("ar"));
    List<String> args = new ArrayList<>(List.of("--execute", "--lang", "ar"));
    FRAME.forEach(word -> args.add(word.equals("october") ? "arabic" : word));

    ok("run", args.toArray(String[]::new));

    Topics own = topics.ofReplay("arabic");
    Map<String, Article> again = latest(own.articles());
    assertThat(inFrame(again)).isEqualTo(live).hasSameSizeAs(again).isNotEmpty();
    assertThat(again.values()).allMatch(article -> article.getRevision().getGeneration() == 3);
    assertThat(latest(own.stories()).values())
        .isNotEmpty()
        .allMatch(story -> story.getLanguages().contains("ar"));
  }

  @Test
  @Order(5)
  void relatesAnewWhatLiveHasPrepared() {
    List<String> given = new ArrayList<>(List.of("--stages", "relate,assemble"));
    FRAME.forEach(word -> given.add(word.equals("october") ? "related" : word));
    assertThat(ok("plan", given.toArray(String[]::new)).out())
        .contains("takes what live has prepared", "sketches of " + topics.sketches().name());
    assertThat(refused("plan", "--stages", "assemble").err()).contains("must be computed, too");
    assertThat(refused("plan", "--stages", "связать").err()).contains("связать");
    given.add("--execute");

    ok("run", given.toArray(String[]::new));

    Topics own = topics.ofReplay("related");
    Map<String, Article> live = inFrame(latest(topics.articles()));
    Map<String, Article> again = latest(own.articles());
    assertThat(inFrame(again)).isEqualTo(live).hasSameSizeAs(again);
    assertThat(again.values()).allMatch(article -> article.getRevision().getGeneration() == 4);
    Map<String, Article> prepared = latest(topics.prepared());
    assertThat(latest(own.prepared()))
        .allSatisfy((id, a) -> assertThat(a).isEqualTo(prepared.get(id)));
    assertThat(latest(own.stories())).isNotEmpty();
    assertThat(refused("run", "--name", "related", "--stages", "prepare,relate,assemble").err())
        .contains("--stages relate,assemble");
    assertThat(ok("status", "related").out()).contains("given records", "relate, assemble");
    assertThat(ok("diff", "related").out()).contains("equal");
  }

  @Test
  @Order(6)
  void diffShowsNoTitleThatWasWithheldSince() throws Exception {
    Article replayed =
        latest(topics.ofReplay("related").articles()).values().stream()
            .filter(article -> article.getStatus() == Status.USABLE)
            .findFirst()
            .orElseThrow();
    String id = replayed.getId();
    Withdrawal order =
        Withdrawal.newBuilder().setArticleId(id).setStatus(Status.WITHHELD).setReason("暂停").build();
    world.send(topics.withdrawals(), id, order);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> requireNonNull(latest(topics.articles()).get(id)).getStatus() == Status.WITHHELD);

    assertThat(refused("diff", "related").out()).contains(id).doesNotContain(replayed.getTitle());
    assertThat(refused("diff", "related", "--all").out()).contains(id + "  " + replayed.getTitle());
  }

  @Test
  @Order(7)
  void leavesNothingBehind() throws Exception {
    assertThat(ok("drop", "october").out()).contains("would delete the topic");

    ok("drop", "october", "--execute");
    ok("drop", "arabic", "--execute");
    ok("drop", "related", "--execute");

    assertThat(ok("list").err()).contains("no replays");
    assertThat(Files.exists(dir.resolve("replays/october"))).isFalse();
    try (Admin admin = world.cluster().admin()) {
      assertThat(admin.listTopics().names().get()).noneMatch(name -> name.contains("replay."));
      assertThat(admin.listConsumerGroups().all().get())
          .noneMatch(group -> group.groupId().contains("replay."));
    }
  }
}
