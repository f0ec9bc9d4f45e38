package newswire.app;

import static newswire.app.HandMade.article;
import static newswire.app.HandMade.at;
import static newswire.app.HandMade.copy;
import static newswire.app.HandMade.id;
import static newswire.app.HandMade.seen;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import newswire.app.Proof.Verdict;
import newswire.schemas.Visibility;
import newswire.schemas.Visibility.Shown;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Status;
import org.junit.jupiter.api.Test;

class ChainTest {

  private static final Visibility PUBLIC = new Visibility(false, at(20));

  private final Article first = article(1, "وصول الوزير", HandMade.ARABIC);
  private final Article second =
      copy(article(2, "الوزير في القاهرة", HandMade.ARABIC_COPY), 1, RelationKind.NEAR);
  private final Article third =
      copy(article(3, "وصول الوزير", HandMade.ARABIC), 1, RelationKind.EXACT);

  private static Chain chain(Article... members) {
    return Chain.of(id(1), Stream.of(members).map(a -> PUBLIC.shown(a, null)).toList());
  }

  private static JsonNode json(Chain chain, Map<String, Verdict> verdicts) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      ChainJson.write(chain, verdicts, json);
    }
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void standsInTheOrderOfEffectiveTimeHoweverItsArticlesCome() {
    List<Article> members = new ArrayList<>(List.of(first, second, third));
    Random random = new Random(1);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(members, random);

      Chain chain = chain(members.toArray(Article[]::new));

      assertThat(chain.links())
          .extracting(link -> link.article().getId())
          .containsExactly(id(1), id(2), id(3));
      assertThat(chain.links()).extracting(Chain.Link::position).containsExactly(1, 2, 3);
    }
  }

  @Test
  void saysWhatWasAddedAndCutInAnyScript() {
    assertThat(against(HandMade.ARABIC, HandMade.ARABIC_COPY))
        .contains("2 words added, 1 cut")
        .contains("cut “اليوم”, added “أمس”")
        .contains("وكالات");
    assertThat(against(HandMade.CHINESE, HandMade.CHINESE_COPY))
        .contains("1 word added, 5 cut")
        .contains("cut “今”, added “昨”")
        .contains("cut “在办公室”");
    assertThat(against(HandMade.RUSSIAN, HandMade.RUSSIAN_COPY))
        .contains("3 words added, 1 cut")
        .contains("cut “сегодня”, added “вчера”")
        .contains("послами");
  }

  private static String against(String text, String copied) {
    Article original = article(1, "", text);
    Article copy = copy(article(2, "", copied), 1, RelationKind.NEAR);
    return ChainText.of(chain(original, copy), Map.of());
  }

  @Test
  void marksAnArticleThatIsFirstByItsClaimOnly() throws IOException {
    Chain chain = chain(seen(first, 12), second, third);

    assertThat(chain.links())
        .extracting(Chain.Link::overtaken)
        .containsExactly(Optional.of(id(2)), Optional.empty(), Optional.empty());
    assertThat(ChainText.of(chain, Map.of()))
        .contains("published     2026-11-23T01:00:00Z claimed")
        .contains("first seen    2026-11-23T12:00:00Z")
        .contains("!             first by its claim only: 2 was seen 10 h earlier");
    assertThat(json(chain, Map.of()).at("/articles/0/seen_before_it").asText()).isEqualTo(id(2));
    assertThat(json(chain, Map.of()).at("/articles/1/seen_before_it").isNull()).isTrue();
  }

  @Test
  void saysWhenAClaimIsNotBelieved() {
    Article late = Article.newBuilder(second).setFirstSeen(at(300)).setEffective(at(300)).build();

    assertThat(ChainText.of(chain(first, late), Map.of()))
        .contains("counts as first seen: the claim lies more than 7 days before");
  }

  @Test
  void givesTheProofAndWhatReadingItBackSaid() throws IOException {
    Chain chain = chain(first, second, third);
    Map<String, Verdict> verdicts =
        Map.of(id(1), Verdict.OK, id(2), Verdict.DIFFERS, id(3), Verdict.GONE);

    assertThat(ChainText.of(chain, verdicts))
        .contains("raw, partition 0, offset 1\n  SHA-256       " + first.getRaw().getSha256())
        .contains("OK: ")
        .contains("differs: ")
        .contains("gone: ");
    JsonNode json = json(chain, verdicts);
    assertThat(json.at("/articles/1/raw/offset").asLong()).isEqualTo(2);
    assertThat(json.get("articles"))
        .extracting(a -> a.get("read_back").asText())
        .containsExactly("OK", "DIFFERS", "GONE");
    assertThat(json.at("/articles/1/relation").asText()).isEqualTo("NEAR");
    assertThat(json.at("/articles/1/containment").asDouble()).isEqualTo(0.875);
    assertThat(json.at("/articles/1/difference/words_added").asInt()).isEqualTo(2);
    assertThat(json.at("/articles/0/difference").isNull()).isTrue();
  }

  @Test
  void saysNothingOfWhatAKilledOrHiddenArticleSaid() throws IOException {
    Article killed = Article.newBuilder(first).setStatus(Status.KILLED).build();
    Article embargoed = Article.newBuilder(second).setEmbargoUntil(at(21)).build();
    Article withheld = Article.newBuilder(third).setStatus(Status.WITHHELD).build();
    Chain chain = chain(killed, embargoed, withheld);

    for (String said : List.of(ChainText.of(chain, Map.of()), json(chain, Map.of()).toString())) {
      assertThat(said).doesNotContain("الوزير").doesNotContain("القاهرة").doesNotContain("وكالات");
      assertThat(said).contains(HandMade.url(1)).doesNotContain(HandMade.url(2));
      assertThat(said).doesNotContain(HandMade.url(3));
    }
    assertThat(ChainText.of(chain, Map.of()))
        .contains("killed: ")
        .contains("under embargo: ")
        .contains("withheld: ")
        .contains("one of the two texts is not to be shown");
  }

  @Test
  void obeysAnOrderThatTheRecordDoesNotKnowYet() {
    Shown shown = PUBLIC.shown(first, HandMade.order(1, Status.KILLED));

    assertThat(ChainText.of(Chain.of(id(1), List.of(shown)), Map.of()))
        .contains("killed: ")
        .doesNotContain("وصول");
  }

  @Test
  void saysThatAnArticleHasNotBeenCompared() {
    Article alone = Article.newBuilder(first).setRelation(null).build();

    assertThat(ChainText.of(chain(alone), Map.of())).contains("has not been compared");
  }

  @Test
  void findsAnIdAmongBytes() {
    byte[] bytes = {1, 2, 2, 3, 4};

    assertThat(ChainReader.contains(bytes, new byte[] {2, 3, 4})).isTrue();
    assertThat(ChainReader.contains(bytes, new byte[] {3, 4, 5})).isFalse();
    assertThat(ChainReader.contains(new byte[0], new byte[] {1})).isFalse();
  }
}
