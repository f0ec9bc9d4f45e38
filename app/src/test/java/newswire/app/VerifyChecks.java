package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;

/** What {@code search} and {@code verify} say of a running system. */
record VerifyChecks(RunningUp up) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STRANGER = "f".repeat(32);

  void all() throws Exception {
    findsAWordByAnotherForm();
    accountsForEveryRecord();
    namesWhatIsMissingAndWhatIsExtra();
  }

  private void findsAWordByAnotherForm() throws Exception {
    // The search sink may be behind the one of the rows.
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () ->
                up.strings("select 1 from newswire.article_search where language = 'ar'").size()
                    > 1);

    assertThat(run("search", "وقيرغيزستان", "--lang", "ar").out()).contains("قيرغيزستان");
    assertThat(run("search", "\"吉尔吉斯斯坦\"").out()).contains("zh");
    assertThat(run("search", "Kirghizstan", "--spelling").code()).isZero();
    InProcess nothing = run("search", "the", "--lang", "en");
    assertThat(nothing.code()).isEqualTo(Exit.USAGE);
    assertThat(nothing.err()).contains("no word that articles could be found by");
  }

  private void accountsForEveryRecord() throws Exception {
    InProcess verify = run("verify", "-o", "json");

    assertThat(verify.code()).as(verify.out() + verify.err()).isZero();
    JsonNode articles = JSON.readTree(verify.out()).at("/topics/0");
    assertThat(articles.get("in").asLong())
        .isEqualTo(
            articles.get("stored").asLong()
                + articles.get("superseded").asLong()
                + articles.get("removed").asLong()
                + articles.get("dead").asLong());
    assertThat(articles.get("stored").asLong()).isGreaterThanOrEqualTo(66);
    assertThat(articles.get("languages").findValuesAsText("language")).contains("ar", "zh", "ru");
  }

  private void namesWhatIsMissingAndWhatIsExtra() throws Exception {
    String id =
        up.strings("select id from newswire.articles where language = 'hi' order by id").get(0);
    rename(id, STRANGER);
    try {
      InProcess verify = run("verify");

      assertThat(verify.code()).isEqualTo(Exit.FAILED);
      assertThat(verify.out())
          .containsPattern("missing +" + id)
          .containsPattern("extra +" + STRANGER)
          .containsPattern("hi +[0-9]+")
          .doesNotContain("nothing is missing");
    } finally {
      rename(STRANGER, id);
    }
  }

  private InProcess run(String... command) {
    String[] all = Arrays.copyOf(command, command.length + 2);
    all[command.length] = "--data";
    all[command.length + 1] = up.data().toString();
    return InProcess.run(all);
  }

  private void rename(String from, String to) throws Exception {
    assertThat(
            up.strings(
                "update newswire.articles set id = '"
                    + to
                    + "' where id = '"
                    + from
                    + "' returning id"))
        .containsExactly(to);
  }
}
