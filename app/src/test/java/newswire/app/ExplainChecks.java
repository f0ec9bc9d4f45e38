package newswire.app;

import static newswire.app.HandMade.article;
import static newswire.app.HandMade.copy;
import static newswire.app.HandMade.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Status;

/** What {@code explain} and {@code chain} say, on real topics, while an {@code up} runs. */
final class ExplainChecks {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningUp up;

  ExplainChecks(RunningUp up) {
    this.up = up;
  }

  void all() throws Exception {
    explainsWhatThePipelineMade();
    saysNothingOfAKilledArticle();
    try (HandMadeTopics topics = HandMadeTopics.open(Cluster.of(up.file()))) {
      tellsAChainOfHandMadeRecords(topics);
      refusesWhatItDoesNotKnow(topics);
    }
  }

  private void explainsWhatThePipelineMade() throws Exception {
    String id = up.strings("select id from newswire.articles where relation = 'EXACT'").get(0);
    String url = up.strings("select url from newswire.articles where id = '" + id + "'").get(0);
    List<String> chain =
        up.strings(
            "select id from newswire.chains where family ="
                + " (select family from newswire.articles where id = '"
                + id
                + "') order by position");
    String data = up.data().toString();

    InProcess explained = InProcess.run("explain", url, "--data", data);
    assertThat(explained.code()).as(explained.err()).isZero();
    assertThat(explained.out())
        .startsWith("article " + id)
        .contains("OK: the bytes are there")
        .contains("kind          EXACT")
        .contains("score         1.000")
        .doesNotContain("gone:");
    InProcess told = InProcess.run("chain", id, "--verify", "-o", "json", "--data", data);
    assertThat(told.code()).as(told.out()).isZero();
    JsonNode articles = JSON.readTree(told.out()).get("articles");
    assertThat(articles).extracting(a -> a.get("id").asText()).isEqualTo(chain).contains(id);
    assertThat(articles).allMatch(a -> a.get("read_back").asText().equals("OK"));
  }

  private void saysNothingOfAKilledArticle() throws Exception {
    String id = up.strings("select id from newswire.articles where source_name = 'اختبار'").get(0);
    for (String form : List.of("text", "json")) {
      InProcess explained =
          InProcess.run("explain", id, "-o", form, "--data", up.data().toString());
      assertThat(explained.code()).as(explained.err()).isZero();
      assertThat(explained.out()).contains("KILLED").contains("خطأ").doesNotContain("القاهرة");
    }
  }

  private static void tellsAChainOfHandMadeRecords(HandMadeTopics topics) throws Exception {
    Article arabic = topics.withRaw(article(1, "وصول الوزير", HandMade.ARABIC));
    Article stale = topics.withRaw(article(2, "قديم", HandMade.ARABIC));
    Article fresh =
        copy(topics.withRaw(article(2, "في القاهرة", HandMade.ARABIC_COPY)), 1, RelationKind.NEAR);
    Article chinese =
        copy(topics.withRaw(article(7, "部长", HandMade.CHINESE)), 1, RelationKind.NEAR);
    Article left = copy(topics.withRaw(article(4, "Ушёл", HandMade.RUSSIAN)), 1, RelationKind.NEAR);
    Article removed = copy(article(5, "Удалён", HandMade.RUSSIAN), 1, RelationKind.NEAR);
    topics.publish(arabic, copy(stale, 1, RelationKind.EXACT), fresh, chinese, left, removed);
    topics.publish(topics.withRaw(article(4, "Сам по себе", HandMade.RUSSIAN)));
    topics.remove(id(5));
    topics.publishAndAbort(copy(article(6, "никогда", HandMade.RUSSIAN), 1, RelationKind.NEAR));
    topics.publish(HandMade.sketch(2));
    topics.publish(HandMade.story(1, 3));
    topics.publish(
        DeadLetter.newBuilder().setStage("prepare.page").setUrl(HandMade.url(2)).build());

    InProcess chain = topics.run("chain", HandMade.url(2), "--verify");
    assertThat(chain.code()).as(chain.err()).isZero();
    assertThat(chain.out())
        .containsSubsequence(id(1), "وصول الوزير", id(2), "2 words added, 1 cut", id(7), "部长")
        .doesNotContain(id(4), id(5), id(6));
    InProcess explained = topics.run("explain", id(2));
    assertThat(explained.out())
        .contains("title         في القاهرة")
        .contains("“وصول الوزير”")
        .contains("tokens        1,234")
        .contains("articles      3 of Издание 1, 通讯社")
        .contains("revisions     2")
        .contains("stage         prepare.page")
        .contains("OK: ");

    assertThat(topics.run("withdraw", id(7)).code()).isZero();
    assertThat(topics.run("chain", id(1)).out()).contains("killed: ").doesNotContain("部长");

    topics.publish(Map.of(id(2), "0".repeat(64)), fresh);
    topics.forget(chinese.getRaw()); // alone in its partition
    InProcess broken = topics.run("chain", id(1), "--verify", "-o", "json");
    assertThat(broken.code()).isEqualTo(Exit.FAILED);
    assertThat(JSON.readTree(broken.out()).get("articles"))
        .extracting(a -> a.get("read_back").asText())
        .containsExactly("OK", "DIFFERS", "GONE");
    assertThat(JSON.readTree(broken.out()).at("/articles/2/status").asText())
        .isEqualTo(Status.KILLED.name());
  }

  private static void refusesWhatItDoesNotKnow(HandMadeTopics topics) throws Exception {
    for (String command : List.of("explain", "chain")) {
      for (String unknown : List.of(id(5), id(77), "https://nowhere.example/خبر")) {
        InProcess run = topics.run(command, unknown);
        assertThat(run.code()).isEqualTo(Exit.FAILED);
        assertThat(run.err().lines()).hasSize(1).first().asString().contains("nothing is known of");
      }
    }
  }
}
