package newswire.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import newswire.enrich.prepare.Preparation;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.ReplayState;
import newswire.schemas.avro.Status;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased is in no replay any more: in none that is done, and in none that runs. */
@Tag("long")
class EraseReplayIT {

  private static final List<String> TEXTS =
      List.of(HandMade.ARABIC, HandMade.CHINESE, HandMade.RUSSIAN);
  private static final String KEPT = "يبقى هذا النص 这个留下 Это остаётся";
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private static Path dir;
  private static DeadWorld world;
  private static Topics topics;

  @BeforeAll
  static void start() throws Exception {
    world = new DeadWorld(dir.resolve("world"));
    topics = world.topics();
    for (int i = 0; i < TEXTS.size(); i++) {
      world.send(
          topics.raw(), "site" + i + ".example", HandMade.raw(i, KEPT + ". " + TEXTS.get(i)));
    }
    world.send(topics.raw(), "site9.example", HandMade.raw(9, KEPT));
    world.enrich(Preparation.standard());
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                articles(topics).values().stream().filter(a -> a.getRelation().isPresent()).count()
                    == 4);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Map<String, Article> articles(Topics of) {
    return new TopicReader(world.cluster()).latest(of.articles());
  }

  private static String[] replay(String name, String... more) {
    List<String> all = new ArrayList<>(List.of("replay", "run", "--name", name, "--execute"));
    all.addAll(List.of("--data", dir.toString()));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  private static InProcess ok(String... args) {
    InProcess run = world.run(args);
    assertThat(run.code()).as(run.err() + run.out()).isZero();
    return run;
  }

  private static ReplayState state(String name) {
    return new Replays(world.cluster(), Clock.systemUTC()).get(name).getState();
  }

  @Test
  void leavesNothingInReplaysThatAreDoneOrRun() throws Exception {
    ok(replay("done"));
    ok(replay("given", "--stages", "relate,assemble"));
    assertThat(Files.exists(dir.resolve("replays/done/streams"))).isFalse();
    try (Admin admin = world.cluster().admin()) {
      assertThat(admin.listTopics().names().get())
          .filteredOn(name -> name.contains("replay."))
          .noneMatch(name -> name.endsWith("-changelog") || name.endsWith("-repartition"));
    }
    List<String> slow = new ArrayList<>(Arrays.asList(replay("slow", "--max-rate", "10/m")));
    slow.addAll(List.of("--bootstrap-server", world.cluster().bootstrapServers()));
    slow.addAll(List.of("--registry", world.cluster().registryUrl()));
    slow.addAll(List.of("--topic-prefix", world.cluster().prefix()));
    try (Newswire running = Newswire.start(dir, slow.toArray(String[]::new))) {
      Awaitility.await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(() -> state("slow") == ReplayState.RUNNING);
      for (int i = 0; i < TEXTS.size(); i++) {
        assertThat(ok("erase", "--article", HandMade.id(i), "--execute").out())
            .contains("replay slow", "may hold it until it is done", "replay.done.articles.v1");
      }
      Awaitility.await().atMost(PATIENCE).until(() -> state("slow") == ReplayState.DONE);
    }

    for (String name : List.of("done", "given", "slow")) {
      Map<String, Article> left = articles(topics.ofReplay(name));
      assertThat(left).hasSize(4);
      for (int i = 0; i < TEXTS.size(); i++) {
        assertThat(requireNonNull(left.get(HandMade.id(i))).getStatus()).isEqualTo(Status.KILLED);
        assertThat(requireNonNull(left.get(HandMade.id(i))).getUrl()).isEmpty();
      }
    }
    for (int i = 0; i < TEXTS.size(); i++) {
      String id = HandMade.id(i);
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(ok("erase", "--article", id, "--execute", "--truncate").out())
                      .doesNotContain("--truncate"));
    }
    world.compact();
    for (String text : TEXTS) {
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(world.holding(text)).isEmpty());
    }
    assertThat(world.holding(KEPT)).contains(topics.ofReplay("done").articles().name());
  }
}
