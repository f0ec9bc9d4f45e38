package newswire.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newswire.enrich.tagger.Span;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ambiguous names that only the tagger's reading supports. */
class ConfirmedNamesTest {

  static {
    TrustedRecords.register();
  }

  @ParameterizedTest
  @CsvSource({
    "de, Der Konzern baut in [Essen] ein Werk., nw:place/essen",
    "ru, Врачи в [Газе] просят о помощи., nw:place/gaza-strip",
    "ar, وصلت القافلة إلى [صور] مساء., nw:place/tyre",
    "zh, 他在[里加]会见了记者。, nw:place/riga",
  })
  void meanWhatTheTaggerReads(String language, String text, String id) {
    assertThat(entities(language, text, EntityType.PLACE, 0.9))
        .extracting(entity -> entity.getId().orElse("NIL"))
        .containsExactly(id);
  }

  @Test
  void stayUnknownWhereTheTaggerReadsSomethingElseOrIsUnsure() {
    String text = "Der Konzern baut in [Essen] ein Werk.";
    assertThat(entities("de", text, EntityType.PERSON, 0.9).get(0).getId()).isEmpty();
    assertThat(entities("de", text, EntityType.PLACE, 0.6).get(0).getId()).isEmpty();
  }

  @Test
  void doNotMakeASurnameAPerson() {
    assertThat(entities("en", "A word from [Johnson] was enough.", EntityType.PERSON, 0.9))
        .extracting(entity -> entity.getId().orElse("NIL"))
        .containsExactly("NIL");
  }

  /** With a tagger that takes what stands in brackets for a name. */
  private static List<Entity> entities(
      String language, String marked, EntityType type, double confidence) {
    int start = marked.indexOf('[');
    int end = marked.indexOf(']') - 1;
    Article article =
        Article.newBuilder()
            .setText(marked.replace("[", "").replace("]", ""))
            .setLanguage(new Language(language, 1.0, List.of(), List.of()))
            .build();
    EntityStage stage =
        new EntityStage(
            new UserGazetteer(),
            (text, any) ->
                text.isEmpty() ? List.of() : List.of(new Span(start, end, type, confidence)));
    return stage.apply(article).getEntities();
  }
}
