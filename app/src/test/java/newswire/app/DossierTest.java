package newswire.app;

import static newswire.app.HandMade.article;
import static newswire.app.HandMade.at;
import static newswire.app.HandMade.copy;
import static newswire.app.HandMade.id;
import static newswire.app.HandMade.joined;
import static newswire.app.HandMade.order;
import static newswire.app.HandMade.raw;
import static newswire.app.HandMade.sketch;
import static newswire.app.HandMade.story;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import newswire.schemas.Letters;
import newswire.schemas.Visibility;
import newswire.schemas.Visibility.Shown;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Status;
import org.junit.jupiter.api.Test;

class DossierTest {

  private static final Visibility PUBLIC = new Visibility(false, at(20));
  private static final Visibility ALL = new Visibility(true, at(20));

  private final Article original = article(1, "وصول الوزير", HandMade.ARABIC);
  private final Article chinese = joined(article(2, "部长抵达开罗", HandMade.CHINESE), 1);
  private final Article russian =
      copy(article(3, "Министр прибыл", HandMade.RUSSIAN), 1, RelationKind.PARTIAL);

  private static Dossier dossier(Article article, Visibility visibility, Article... others) {
    Map<String, Shown> shown = new TreeMap<>();
    for (Article other : others) {
      shown.put(other.getId(), visibility.shown(other, null));
    }
    Proof proof = new Proof(article.getRaw(), Optional.of(raw(2, article.getText())));
    return new Dossier(
        article.getId(),
        Optional.of(visibility.shown(article, null)),
        new Dossier.Trail(true, List.of(proof), 3, List.of(), List.of()),
        new Dossier.Decisions(
            Optional.of(sketch(2)), article.getRelation(), Optional.of(story(1, 4))),
        shown);
  }

  private static String text(Dossier dossier) {
    return new DossierText(dossier).text();
  }

  private static JsonNode json(Dossier dossier) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      DossierJson.write(dossier, json);
    }
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void tellsTheWayFromTheBytesToTheStory() {
    assertThat(text(dossier(chinese, PUBLIC, original)))
        .startsWith("article " + id(2))
        .contains("title         部长抵达开罗")
        .contains("raw, partition 0, offset 2")
        .contains("SHA-256     " + chinese.getRaw().getSha256())
        .contains("OK: the bytes are there")
        .contains("60 bytes, text/plain; charset=utf-8")
        .contains("found by      paragraphs")
        .contains("effective     2026-11-23T02:00:00Z as claimed")
        .contains("1  2026-11-23T02:00:00Z  feed  earlier")
        .contains("title 0: cut “كلمة”, added “部长抵达开罗”")
        .contains("and more")
        .contains("ar            0.900")
        .contains("fa            0.063 else")
        .contains("EG/cairo  PLACE  Cairo")
        .contains("tokens        1,234")
        .contains("nothing: its text is its own")
        .contains("joined        " + id(1) + " “وصول الوزير”")
        .contains("site1.example, 2026-11-23T01:00:00Z")
        .contains("shared terms  وزير, 部长, министр")
        .contains("articles      4 of Издание 1, 通讯社")
        .contains("revisions     3");
  }

  @Test
  void tellsWhatACopyIsACopyOf() {
    assertThat(text(dossier(russian, PUBLIC, original)))
        .contains("parent        " + id(1) + " “وصول الوزير”")
        .contains("kind          PARTIAL")
        .contains("score         0.750")
        .contains("jaccard       0.500")
        .contains("containment   0.875")
        .contains("joined        with its family")
        .contains("family        " + id(1));
  }

  @Test
  void givesTheSameToAProgram() throws IOException {
    JsonNode json = json(dossier(chinese, PUBLIC, original));

    assertThat(json.at("/article/title").asText()).isEqualTo("部长抵达开罗");
    assertThat(json.at("/article/relation/story_terms/2").asText()).isEqualTo("министр");
    assertThat(json.at("/article/versions/1/changes/0/removed").asText()).isEqualTo("كلمة");
    assertThat(json.at("/raw/0/read_back").asText()).isEqualTo("OK");
    assertThat(json.at("/raw/0/bytes").asInt()).isEqualTo(60);
    assertThat(json.at("/sketch/shingles").asInt()).isEqualTo(1_200);
    assertThat(json.at("/others/0/title").asText()).isEqualTo("وصول الوزير");
    assertThat(json.at("/story/size").asInt()).isEqualTo(4);
    assertThat(json.at("/story").has("headline")).isFalse();
    assertThat(json.get("revisions").asInt()).isEqualTo(3);
    assertThat(json.get("hidden").isNull()).isTrue();
  }

  @Test
  void saysNothingOfWhatAKilledArticleSaid() throws IOException {
    Article killed = Article.newBuilder(chinese).setStatus(Status.KILLED).build();

    for (Visibility visibility : List.of(PUBLIC, ALL)) {
      Dossier dossier = dossier(killed, visibility, original);
      for (String said : List.of(text(dossier), json(dossier).toString())) {
        assertThat(said)
            .contains(HandMade.url(2))
            .contains("KILLED")
            .doesNotContain("部长")
            .doesNotContain("министр")
            .doesNotContain("Cairo")
            .doesNotContain("كلمة");
      }
    }
  }

  @Test
  void hidesWhatIsWithheldOrUnderEmbargoUnlessAskedForIt() throws IOException {
    Article withheld = Article.newBuilder(chinese).setStatus(Status.WITHHELD).build();
    Article embargoed = Article.newBuilder(chinese).setEmbargoUntil(at(21)).build();

    for (Article article : List.of(withheld, embargoed)) {
      Dossier hidden = dossier(article, PUBLIC, original);
      for (String said : List.of(text(hidden), json(hidden).toString())) {
        assertThat(said).doesNotContain("部长").doesNotContain(HandMade.url(2));
      }
      assertThat(text(hidden)).contains("--all");
      assertThat(text(dossier(article, ALL, original))).contains("部长抵达开罗");
    }
    Article over = Article.newBuilder(chinese).setEmbargoUntil(at(20)).build();
    assertThat(text(dossier(over, PUBLIC, original))).contains("部长抵达开罗");
  }

  @Test
  void doesNotTellTheTitleOfAnotherArticleThatIsKilled() throws IOException {
    Article killed = Article.newBuilder(original).setStatus(Status.KILLED).build();
    Dossier dossier = dossier(chinese, PUBLIC, killed);

    assertThat(text(dossier)).contains(id(1) + " (killed: ").doesNotContain("وصول الوزير");
    assertThat(json(dossier).get("others").toString()).doesNotContain("وصول الوزير");
  }

  @Test
  void saysInWordsWhatIsMissing() throws IOException {
    Article uncompared = Article.newBuilder(chinese).setRelation(null).build();
    Dossier nothing =
        new Dossier(
            id(2),
            Optional.of(PUBLIC.shown(uncompared, null)),
            new Dossier.Trail(
                false,
                List.of(new Proof(uncompared.getRaw(), Optional.empty())),
                0,
                List.of(),
                List.of()),
            new Dossier.Decisions(Optional.empty(), Optional.empty(), Optional.empty()),
            Map.of());
    assertThat(text(nothing))
        .contains("has not reached the topic of articles")
        .contains("gone: ")
        .contains("expired: sketches are kept for 60 days")
        .contains("not known yet: it has not been compared");
    assertThat(json(nothing).get("sketch").isNull()).isTrue();

    Relation older = Relation.newBuilder(HandMade.original(2)).setContentHash("older").build();
    Dossier waiting =
        new Dossier(
            id(2),
            nothing.article(),
            nothing.trail(),
            new Dossier.Decisions(Optional.empty(), Optional.of(older), Optional.empty()),
            Map.of());
    assertThat(text(waiting)).contains("an earlier version was compared");
  }

  @Test
  void tellsOrdersAndDeadLettersOfAnArticleThatNeverCame() throws IOException {
    DeadLetter letter =
        DeadLetter.newBuilder()
            .setStage("prepare.page")
            .setReason("سبب\nс новой строки")
            .setTopic("raw")
            .setPartition(4)
            .setOffset(7)
            .build();
    Dossier dossier =
        new Dossier(
            id(9),
            Optional.empty(),
            new Dossier.Trail(
                false, List.of(), 0, List.of(order(9, Status.KILLED)), List.of(letter)),
            new Dossier.Decisions(Optional.empty(), Optional.empty(), Optional.empty()),
            Map.of());

    assertThat(dossier.isEmpty()).isFalse();
    assertThat(text(dossier))
        .contains("It has not been prepared")
        .contains("order of 2026-11-23T09:00:00Z")
        .contains("reason        خطأ في النص")
        .contains("dead letter " + Letters.id(letter))
        .contains("stage         prepare.page")
        .contains("reason        سبب с новой строки")
        .contains("raw, partition 4, offset 7");
    assertThat(json(dossier).at("/dead_letters/0/stage").asText()).isEqualTo("prepare.page");
    assertThat(json(dossier).at("/orders/0/reason").asText()).isEqualTo("خطأ في النص");
  }

  @Test
  void saysWhyATimeCounts() {
    Article none = Article.newBuilder(original).setPublished(null).build();
    assertThat(EffectiveTime.why(none)).contains("no time of publication");
    assertThat(EffectiveTime.why(claimed(-200))).contains("more than 7 days before");
    assertThat(EffectiveTime.why(claimed(2))).contains("more than 10 minutes after");
    Article future = Article.newBuilder(claimed(60)).setPublishedInFuture(true).build();
    assertThat(EffectiveTime.why(future)).contains("more than 24 hours ahead");
    assertThat(EffectiveTime.why(original)).startsWith("as claimed");
  }

  private Article claimed(int hour) {
    return Article.newBuilder(original).setPublished(at(hour)).build();
  }

  @Test
  void keepsWordsOfOthersOnOneLine() {
    assertThat(Sheet.quoted("سطر\nдва\u001b[31m\u202e三", 20)).isEqualTo("سطر два [31m 三");
    assertThat(Sheet.quoted("𠮷𠮷𠮷", 2)).isEqualTo("𠮷𠮷…");
  }
}
