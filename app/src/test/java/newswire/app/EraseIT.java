package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased is nowhere any more, in three scripts. */
@Tag("long")
class EraseIT {

  private static final List<String> TEXTS =
      List.of(HandMade.ARABIC, HandMade.CHINESE, HandMade.RUSSIAN);
  private static final String KEPT = "يبقى هذا النص 这个留下 Это остаётся";

  @TempDir private static Path dir;
  private static DeadWorld world;
  private static Topics topics;

  @BeforeAll
  static void start() throws Exception {
    world = new DeadWorld(dir.resolve("world"));
    topics = world.topics();
    world.enrich(false);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static InProcess run(int code, String... args) {
    InProcess run = world.run(args);
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(code);
    return run;
  }

  private static void send(int number, String text) throws Exception {
    world.send(topics.raw(), "site" + number + ".example", HandMade.raw(number, text));
  }

  private static Article article(int number) {
    return RecordFinder.decoded(
            topics.articles(), world.last(topics.articles().name(), HandMade.id(number)))
        .orElseThrow();
  }

  private static void await(Runnable assertion) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(assertion::run);
  }

  @Test
  void nothingIsLeftOfWhatWasErased() throws Exception {
    for (int i = 0; i < TEXTS.size(); i++) {
      send(i + 1, "Earlier. " + TEXTS.get(i));
      send(i + 1, TEXTS.get(i));
    }
    send(9, KEPT);
    await(() -> assertThat(article(9).getRelation()).isPresent());
    for (int i = 1; i <= TEXTS.size(); i++) {
      int number = i;
      await(() -> assertThat(article(number).getRelation()).isPresent());
    }
    Path archive = dir.resolve("archive");
    run(0, "archive", "export", archive.toString());

    String[] erase = {"erase", "--article", HandMade.id(1), "--archive", archive.toString()};
    assertThat(run(0, erase).out()).contains("1 article to be erased", "will be removed");
    assertThat(article(1).getStatus()).isEqualTo(Status.USABLE);
    assertThat(run(Exit.USAGE, "erase", "--site", "x", "--truncate").err()).contains("--execute");
    for (int i = 1; i <= TEXTS.size(); i++) {
      InProcess done =
          run(
              0,
              "erase",
              "--article",
              HandMade.url(i),
              "--archive",
              archive.toString(),
              "--execute",
              "--truncate",
              "--by",
              "Редактор");
      assertThat(done.out()).contains("1 article erased", "forgotten", "removed");
      int number = i;
      await(() -> assertThat(article(number).getUrl()).isEmpty());
      assertThat(article(i).getStatus()).isEqualTo(Status.KILLED);
    }

    // It comes again, under the same address.
    send(1, HandMade.ARABIC);
    send(8, KEPT + "!");
    await(() -> assertThat(article(8).getRelation()).isPresent());
    for (int i = 1; i <= TEXTS.size(); i++) {
      String id = HandMade.id(i);
      await(
          () ->
              assertThat(run(0, "erase", "--article", id, "--execute", "--truncate").out())
                  .doesNotContain("--truncate"));
    }
    world.compact();
    for (String text : TEXTS) {
      await(() -> assertThat(world.holding(text)).isEmpty());
    }
    assertThat(world.holding(KEPT)).isNotEmpty();
    for (ArchiveManifest.Entry entry : ArchiveManifest.read(archive).files()) {
      ArchiveFile file = ArchiveFile.of(archive, entry);
      file.check(entry);
      file.read(
          row -> {
            byte[] value = row.value(0);
            String held = value == null ? "" : new String(value, UTF_8);
            TEXTS.forEach(text -> assertThat(held).doesNotContain(text));
          });
    }
    assertThat(run(0, "erase", "--article", HandMade.id(2)).out()).contains("nothing is held");
  }
}
