package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the sample news world, killed in the middle, in one data directory. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ACCOUNT =
      Pattern.compile("Sample articles: (\\d+) = (\\d+) stored \\+ (\\d+) in the dead letters");

  @TempDir private static Path dir;
  private static String firstResult = "";

  private static Path data() {
    return new RunningUp(dir).data();
  }

  @Test
  @Order(1)
  void accountsForEveryArticleAfterAKillOfTheWholeTreeInTheMiddle() throws Exception {
    try (Newswire up = Newswire.start(dir, "up", "--demo", "--data", data().toString())) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(120))
          .ignoreExceptions()
          .until(() -> count("select count(*) from newswire.articles") > 0);
      up.killAll();
    }

    Newswire up = upToTheEnd();

    assertThat(up.exitCode(0)).as(up.err()).isZero();
    firstResult = result(up.out());
    Matcher account = ACCOUNT.matcher(up.out());
    assertThat(account.find()).as(up.out()).isTrue();
    assertThat(account.group(1)).isEqualTo("67");
    assertThat(account.group(2)).isEqualTo("66");
    assertThat(account.group(3)).isEqualTo("1");
    assertThat(firstResult).contains("raw records from sources  68");
  }

  @Test
  @Order(2)
  void findsNothingNewTheSecondTime() throws Exception {
    Newswire up = upToTheEnd();

    assertThat(up.exitCode(0)).as(up.err()).isZero();
    assertThat(result(up.out())).isEqualTo(firstResult);
  }

  @Test
  @Order(3)
  void servesTheOtherCommandsWhileItRuns() throws Exception {
    try (Newswire up = Newswire.start(dir, "up", "--demo", "--data", data().toString())) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(120))
          .until(() -> up.err().contains("Ctrl-C ends it"));
      linksOneCountrySpeltTwoWays();
      knowsCopiesCorrectionsAndWithdrawals();
      answersOverHttp();
      refusesASecondInstance();
      takesInFiles();
      withdrawsForEver();
      keepsSources();
      linksByNamesOfUsers();
      tellsItsStatus();
      new ExplainChecks(new RunningUp(dir)).all();
      new VerifyChecks(new RunningUp(dir)).all();

      up.terminate();
      up.exitCode(20);
      assertThat(up.err()).contains("stopping");
      assertThat(data().resolve("run.json")).doesNotExist();
    }
  }

  private static void linksOneCountrySpeltTwoWays() throws Exception {
    List<String> spellings =
        strings(
            "select distinct m.text from newswire.mentions m join newswire.articles a"
                + " on a.id = m.article_id where a.language = 'ar' and m.entity_id = 'KG'"
                + " and a.title like '%قيرغيزستان%'");
    assertThat(spellings)
        .anyMatch(s -> s.contains("قيرغيزستان"))
        .anyMatch(s -> s.contains("قرغيزستان"));
    assertThat(
            strings(
                "select substr(a.text, m.start_offset + 1, m.end_offset - m.start_offset) || '=' ||"
                    + " m.text from newswire.mentions m join newswire.articles a"
                    + " on a.id = m.article_id"))
        .allMatch(pair -> pair.split("=", 2)[0].equals(pair.split("=", 2)[1]));
    InProcess tail =
        newswire("tail", "articles", "--lang", "ar", "--from", "earliest", "--limit", "3");
    assertThat(tail.out().lines()).hasSize(3);
    for (String line : tail.out().lines().toList()) {
      JsonNode article = JSON.readTree(line);
      assertThat(article.at("/language/tag").asText()).isEqualTo("ar");
      assertThat(article.get("text").asText()).containsPattern("\\p{IsArabic}{3}");
    }
  }

  private static void knowsCopiesCorrectionsAndWithdrawals() throws Exception {
    assertThat(count("select count(*) from newswire.articles where relation = 'EXACT'"))
        .isPositive();
    assertThat(count("select count(*) from newswire.articles where version = 2")).isEqualTo(1);
    assertThat(
            strings(
                "select title || summary || text || status from newswire.articles"
                    + " where status <> 'USABLE'"))
        .containsExactly("KILLED");
  }

  private static void answersOverHttp() throws Exception {
    String http = RunFile.running(data()).orElseThrow().httpUrl();
    HttpResponse<String> ready =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(http + "/readyz")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(ready.statusCode()).isEqualTo(200);
  }

  private static void refusesASecondInstance() throws Exception {
    Newswire second = Newswire.run(dir, "up", "--data", data().toString());

    assertThat(second.exitCode(0)).isEqualTo(Exit.MISSING);
    assertThat(second.err()).contains("is in use by another newswire");
  }

  private static void takesInFiles() throws Exception {
    Path rows = dir.resolve("rows.jsonl");
    Files.writeString(
        rows,
        """
        {"id":"1","source":"اختبار","title":"لقاء في القاهرة","text":"التقى الوزيران في مصر اليوم."}
        {"id":"2","source":"тест","title":"Встреча","text":"Министры встретились в Узбекистане."}
        {"id":"3","source":"测试","title":"会面","text":7}
        """);

    InProcess file = newswire("ingest", "file", rows.toString());

    assertThat(file.code()).isEqualTo(Exit.FAILED);
    assertThat(file.err()).contains("rows.jsonl:3").contains("field text");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                count(
                        "select count(*) from newswire.articles where source_name"
                            + " in ('اختبار', 'тест', '测试')")
                    == 2);
    InProcess dead = newswire("tail", "dead-letters", "--from", "earliest", "--no-follow");
    assertThat(dead.out()).contains("ingest.file").contains("rows.jsonl:3");
  }

  private static void withdrawsForEver() throws Exception {
    String id = strings("select id from newswire.articles where source_name = 'اختبار'").get(0);

    assertThat(newswire("withdraw", id, "--reason", "خطأ").code()).isZero();

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                strings(
                        "select status || title || text || status_reason from newswire.articles"
                            + " where id = '"
                            + id
                            + "'")
                    .equals(List.of("KILLEDخطأ")));
  }

  private static void keepsSources() throws Exception {
    InProcess shown = newswire("source", "show", "demo-nile-gazette");
    JsonNode source = JSON.readTree(shown.out().lines().findFirst().orElseThrow());
    assertThat(
            JSON.readTree(shown.out().lines().skip(1).findFirst().orElseThrow())
                .get("polls")
                .asLong())
        .isPositive();
    InProcess tried = newswire("source", "test", "demo-nile-gazette");
    assertThat(tried.out()).contains("entries").contains(source.get("url").asText());

    InProcess added =
        newswire("source", "add", "http://x.invalid/خبر.xml", "--name", "خبر", "--interval", "2h");
    String id = added.out().strip();
    assertThat(added.err()).contains("added: " + id);
    assertThat(newswire("source", "pause", id).code()).isZero();
    assertThat(newswire("source", "list").out()).contains(id).contains("خبر").contains("paused");
    InProcess exported = newswire("source", "export");
    assertThat(exported.out()).contains("<opml").contains("text=\"خبر\"");
    assertThat(newswire("source", "remove", id).code()).isZero();
    Path opml = Files.writeString(dir.resolve("exported.opml"), exported.out());
    assertThat(newswire("source", "import", opml.toString()).err()).contains("1 added");
    assertThat(newswire("source", "remove", "http://x.invalid/خبر.xml").code()).isZero();
    assertThat(newswire("source", "resume", id).code()).isEqualTo(Exit.FAILED);
  }

  private static void linksByNamesOfUsers() throws Exception {
    Path names =
        Files.writeString(
            dir.resolve("names.tsv"),
            "my:org/siwa\tORGANISATION\tSiwa Institute\t\tEG\tar=معهد سيوة للمياه\tru=Институт Сивы\n"
                + "bad line\n");
    InProcess imported = newswire("gazetteer", "import", "tsv", names.toString());
    assertThat(imported.code()).isEqualTo(Exit.FAILED);
    assertThat(imported.err()).contains("names.tsv:2").contains("imported 1 entries");
    assertThat(newswire("gazetteer", "list").out()).contains("my:org/siwa");
    assertThat(gazetteerOf("سيوة ١", "أعلن معهد سيوة للمياه نتائجه.")).endsWith("+1");
    assertThat(strings("select text from newswire.mentions where entity_id = 'my:org/siwa'"))
        .containsExactly("معهد سيوة للمياه");

    assertThat(newswire("gazetteer", "remove", "my:org/siwa").code()).isZero();
    assertThat(newswire("gazetteer", "remove", "my:org/siwa").code()).isEqualTo(Exit.FAILED);
    gazetteerOf("سيوة ٢", "أعلن معهد سيوة للمياه نتائج أخرى.");
    assertThat(count("select count(*) from newswire.mentions where entity_id = 'my:org/siwa'"))
        .isEqualTo(1);
  }

  /** Takes in an article and returns the version of the names that it was linked by. */
  private static String gazetteerOf(String title, String text) throws Exception {
    Path row = dir.resolve("row.jsonl");
    Files.writeString(
        row,
        JSON.createObjectNode()
            .put("id", title)
            .put("source", "سيوة")
            .put("title", title)
            .put("text", text)
            .toString());
    assertThat(newswire("ingest", "file", row.toString()).code()).isZero();
    String sql = "select gazetteer from newswire.articles where title = '" + title + "'";
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !strings(sql).isEmpty());
    return strings(sql).get(0);
  }

  private static void tellsItsStatus() throws Exception {
    InProcess status = newswire("status");

    assertThat(status.code()).isZero();
    assertThat(status.out()).contains("demo-nile-gazette").contains("newswire.prepare");
    assertThat(newswire("topics", "plan").code()).isZero();
    assertThat(newswire("schemas", "check").code()).isZero();
  }

  private static InProcess newswire(String... args) {
    return InProcess.run(
        Stream.concat(Stream.of(args), Stream.of("--data", data().toString()))
            .toArray(String[]::new));
  }

  private static Newswire upToTheEnd() throws IOException, InterruptedException {
    return Newswire.run(dir, "up", "--demo", "--exit-when-idle", "--data", data().toString());
  }

  /** The tables, without what differs between two starts. */
  private static String result(String out) {
    return out.substring(0, out.indexOf("Look further"));
  }

  private static long count(String sql) throws SQLException {
    return Long.parseLong(strings(sql).get(0));
  }

  private static List<String> strings(String sql) throws SQLException {
    return new RunningUp(dir).strings(sql);
  }
}
