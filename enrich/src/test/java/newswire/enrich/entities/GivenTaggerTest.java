package newswire.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.regex.Pattern;
import newswire.enrich.tagger.NameTagger;
import newswire.enrich.tagger.Span;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.Mention;
import org.junit.jupiter.api.Test;

class GivenTaggerTest {

  static {
    TrustedRecords.register();
  }

  @Test
  void takesThePlaceOfOursAndMergesWithTheLinker() {
    assertThat(tagged("ar", "😀 سمير قنديل في مصر. سمير قنديل", "سمير قنديل", "مصر"))
        .extracting(Entity::getName, e -> e.getMentions().size())
        .containsExactly(tuple("سمير قنديل", 2), tuple("Egypt", 1));
    assertThat(tagged("zh", "😀😀李晓明访问埃及", "李晓明").get(0).getMentions())
        .extracting(Mention::getStart, Mention::getEnd, Mention::getText)
        .containsExactly(tuple(2, 5, "李晓明"));
    assertThat(tagged("de", "Anna Lehmann besuchte Ägypten", "Anna Lehmann").get(0))
        .satisfies(
            entity -> {
              assertThat(entity.getId()).isEmpty();
              assertThat(entity.getType()).isEqualTo(EntityType.PERSON);
              assertThat(entity.getConfidence()).isEqualTo(0.5);
              assertThat(entity.getMethod()).isEqualTo("tagger");
            });
  }

  /** By a tagger that takes the given for persons. */
  private static List<Entity> tagged(String language, String text, String... names) {
    Article article =
        Article.newBuilder()
            .setText(text)
            .setLanguage(new Language(language, 1.0, List.of(), List.of()))
            .build();
    NameTagger tagger =
        (any, tag) ->
            Pattern.compile(String.join("|", names))
                .matcher(any)
                .results()
                .map(m -> new Span(m.start(), m.end(), EntityType.PERSON, 0.5))
                .toList();
    return new EntityStage(new UserGazetteer(), tagger).apply(article).getEntities();
  }
}
