package newswire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Change;
import newswire.schemas.avro.ChangedPart;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlankTest {

  static {
    TrustedRecords.register();
  }

  @ParameterizedTest
  @ValueSource(strings = {"نص المقال", "正文", "текст"})
  void leavesNothingOfWhatAnArticleSaid(String said) {
    Article article =
        Article.newBuilder()
            .setId("a")
            .setUrl("https://site.example/a")
            .setTitle(said)
            .setSummary(said)
            .setText(said)
            .setAuthors(List.of(said))
            .setSubjects(List.of(said))
            .setEntities(List.of(Entity.newBuilder().setName(said).build()))
            .setVersions(
                List.of(
                    Version.newBuilder()
                        .setContentHash("h")
                        .setChanges(
                            List.of(
                                Change.newBuilder()
                                    .setPart(ChangedPart.TITLE)
                                    .setRemoved(said)
                                    .setAdded(said)
                                    .build()))
                        .build()))
            .setRelation(
                Relation.newBuilder()
                    .setParent("b")
                    .setStoryTerms(List.of(said))
                    .setStoryEntities(List.of(said))
                    .setCounterpartEntities(List.of(said))
                    .build())
            .build();

    Article blank = Blank.of(article);

    assertThat(blank.toString()).doesNotContain(said);
    assertThat(blank.getUrl()).isEqualTo("https://site.example/a");
    assertThat(blank.getVersions()).extracting(Version::getContentHash).containsExactly("h");
    assertThat(blank.getVersions().get(0).getChangesCut()).isTrue();
    assertThat(blank.getRelation().flatMap(Relation::getParent)).hasValue("b");
    assertThat(Blank.of(Article.newBuilder(article).setRelation(null).build()).getRelation())
        .isEmpty();
  }
}
