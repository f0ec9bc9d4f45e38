package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.ReplayRun;
import newswire.schemas.avro.ReplayState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names added afterwards reach old articles for good: replay, diff and promote as a user does. */
@Tag("long")
class ReplayPromoteIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAMES =
      "my:org/siwa\tORGANISATION\tSiwa Institute\t\tEG\tar=معهد سيوة للمياه\tru=Институт Сивы"
          + "\tzh=锡瓦研究所\n";
  private static final String FEEDS =
      "<opml><body><outline xmlUrl=\"http://x.invalid/%D8%AE.xml\"/></body></opml>";
  private static final String MENTIONS =
      "select article_id from newswire.mentions where entity_id = 'my:org/siwa'";

  @TempDir private static Path dir;

  @Test
  void makesNamesLiveThatWereAddedAfterwards() throws Exception {
    Path none = Files.writeString(dir.resolve("none.opml"), FEEDS);
    try (Newswire process =
        Newswire.start(dir, "up", "--data", up().data().toString(), "--feeds", none.toString())) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(5))
          .untilAsserted(() -> assertThat(process.err()).contains("Ctrl-C ends it"));
      takeIn(1, "خبر", "أعلن معهد سيوة للمياه نتائجه اليوم.", "2026-11-20T10:00:00Z");
      takeIn(2, "Русская", "Институт Сивы рассказал о воде.", "2026-11-20T11:00:00Z");
      takeIn(3, "中文", "锡瓦研究所今天公布了结果。", "2026-11-20T12:00:00Z");
      takeIn(4, "убита", "Институт Сивы закрыт.", "2026-11-20T13:00:00Z");
      takeIn(5, "Старая", "Институт Сивы открыт.", "2026-11-01T10:00:00Z");
      await("select count(*)::text from newswire.articles", "5");

      addsNamesAndReplays();
      saysWhatWouldChange();
      makesItLive();
      stays();
    }
  }

  private static RunningUp up() {
    return new RunningUp(dir);
  }

  private static void addsNamesAndReplays() throws Exception {
    Path names = Files.writeString(dir.resolve("names.tsv"), NAMES);
    ok("gazetteer", "import", "tsv", names.toString());
    assertThat(run("replay", "promote", "names").code()).isEqualTo(Exit.MISSING);
    String[] replay = {"replay", "run", "--name", "names", "--from", "2026-11-19T00:00:00Z"};
    String[] rest = {"--to", "2026-11-22T00:00:00Z", "--warm-up", "1d", "--execute"};
    String[] all = Arrays.copyOf(replay, replay.length + rest.length);
    System.arraycopy(rest, 0, all, replay.length, rest.length);
    ok(all);
    ok("withdraw", HandMade.id(4));
    await("select status from newswire.articles where id = '" + HandMade.id(4) + "'", "KILLED");
  }

  private static void saysWhatWouldChange() throws Exception {
    InProcess json = run("replay", "diff", "names", "-o", "json");
    assertThat(json.code()).as(json.err()).isEqualTo(Exit.FAILED);
    JsonNode diff = JSON.readTree(json.out());
    assertThat(diff.at("/articles").toString())
        .isEqualTo("{\"equal\":0,\"different\":3,\"only_live\":0,\"only_replay\":0,\"later\":1}");
    assertThat(diff.at("/fields/entities/added").asInt()).isEqualTo(3);
    assertThat(diff.at("/fields/entities/samples/0/after").asText())
        .isEqualTo("Siwa Institute my:org/siwa");
    assertThat(diff.at("/fields/language/articles").asInt()).isZero();
    assertThat(ok("replay", "diff", "names", "--field", "language,text").out())
        .contains("equal", "later than the replay");
    InProcess text = run("replay", "diff", "names", "--field", "entities");
    assertThat(text.out()).contains("3 added, 3 lost", "new Siwa Institute my:org/siwa", "中文");
  }

  private static void makesItLive() throws Exception {
    assertThat(ok("replay", "promote", "names").out()).contains("would make 4 articles");
    assertThat(strings(MENTIONS)).isEmpty();
    ok("replay", "promote", "names", "--execute");
    await("select count(*)::text from (" + MENTIONS + ") m", "3");
    await(
        "select status || text from newswire.articles where id = '" + HandMade.id(4) + "'",
        "KILLED");
    ReplayRun run = new Replays(cluster(), Clock.systemUTC()).get("names");
    assertThat(run.getState()).isEqualTo(ReplayState.PROMOTED);
    assertThat(article(1).getRevision().getGeneration()).isEqualTo(run.getGeneration());
    assertThat(article(5).getRevision().getGeneration()).isEqualTo(1);
    assertThat(ok("replay", "promote", "names", "--execute").err()).contains("is live since");
    assertThat(ok("replay", "diff", "names").out()).contains("later than the replay");
  }

  private static void stays() throws Exception {
    ok("gazetteer", "remove", "my:org/siwa");
    takeIn(1, "خبر", "أعلن معهد سيوة للمياه نتائجه اليوم.", "2026-11-20T15:00:00Z");
    takeIn(2, "Русская", "Институт Сивы рассказал о реках.", "2026-11-20T15:00:00Z");
    String second = " from newswire.articles where id = '" + HandMade.id(2) + "'";
    await("select version::text" + second, "2");

    assertThat(strings(MENTIONS)).containsExactlyInAnyOrder(HandMade.id(1), HandMade.id(3));
    assertThat(article(1).getGazetteer()).endsWith("+1");
    assertThat(article(1).getVersion()).isEqualTo(1);
    assertThat(article(2).getGazetteer()).doesNotEndWith("+1");
    assertThat(article(2).getRevision().getGeneration()).isEqualTo(2);
  }

  private static void takeIn(int number, String title, String text, String time)
      throws IOException {
    ObjectNode row = JSON.createObjectNode();
    row.put("url", HandMade.url(number)).put("source", "سيوة").put("title", title);
    row.put("text", text).put("fetched", time);
    Path file = Files.writeString(dir.resolve("row.jsonl"), row.toString());
    ok("ingest", "file", file.toString());
  }

  private static Article article(int number) {
    return Objects.requireNonNull(
        new TopicReader(cluster()).latest(cluster().topics().articles()).get(HandMade.id(number)));
  }

  private static Cluster cluster() {
    return Cluster.of(up().file());
  }

  private static void await(String sql, String answer) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(() -> assertThat(strings(sql)).containsExactly(answer));
  }

  private static List<String> strings(String sql) throws SQLException {
    return up().strings(sql);
  }

  private static InProcess run(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--data";
    all[args.length + 1] = up().data().toString();
    return InProcess.run(all);
  }

  private static InProcess ok(String... args) {
    InProcess run = run(args);
    assertThat(run.code()).as(run.err() + run.out()).isZero();
    return run;
  }
}
