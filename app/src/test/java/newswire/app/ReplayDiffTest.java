package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.ReplayRun;
import newswire.schemas.avro.Revision;
import org.junit.jupiter.api.Test;

class ReplayDiffTest {

  private static final Article ARABIC = HandMade.article(1, "عنوان", HandMade.ARABIC);
  private static final Article CHINESE = HandMade.article(2, "标题", HandMade.CHINESE);
  private static final Article RUSSIAN = HandMade.article(3, "Заголовок", HandMade.RUSSIAN);

  private static ArticleFacts facts(Article article) {
    return ArticleFacts.of(article, false, false);
  }

  private static Article with(Article article, Consumer<Article.Builder> change) {
    Article.Builder builder = Article.newBuilder(article);
    change.accept(builder);
    return builder.build();
  }

  private static List<FieldChange> changes(Article before, Article after) {
    return facts(before).changes(facts(after));
  }

  @Test
  void isEqualButForHowItWasDelivered() {
    Article again = with(ARABIC, a -> a.setRevision(new Revision(2, 1L)));
    assertThat(changes(ARABIC, again)).isEmpty();
  }

  @Test
  void tellsTheLanguageByItsTagAndItsConfidenceAmongTheOthers() {
    Article persian =
        with(ARABIC, a -> a.setLanguage(new Language("fa", .5, List.of(), List.of())));
    Article surer = with(ARABIC, a -> a.setLanguage(new Language("ar", .5, List.of(), List.of())));

    assertThat(changes(ARABIC, persian))
        .containsExactly(new FieldChange(DiffField.LANGUAGE, "ar", "fa"));
    assertThat(changes(ARABIC, surer))
        .containsExactly(new FieldChange(DiffField.OTHER, "", "language"));
  }

  @Test
  void tellsWhichEntitiesAreLostAndNew() {
    Entity minister =
        Entity.newBuilder()
            .setType(EntityType.PERSON)
            .setName("部长")
            .setKey("buzhang")
            .setConfidence(.5)
            .build();
    Article renamed = with(CHINESE, a -> a.setEntities(List.of(minister)));
    FieldChange change = changes(CHINESE, renamed).get(0);

    assertThat(change)
        .isEqualTo(new FieldChange(DiffField.ENTITIES, "Cairo EG/cairo", "部长 ~buzhang"));
    assertThat(change.words()).isEqualTo("lost Cairo EG/cairo; new 部长 ~buzhang");
  }

  @Test
  void tellsCopiesAndStories() {
    Article copy = HandMade.copy(RUSSIAN, 1, RelationKind.NEAR);

    assertThat(changes(RUSSIAN, copy))
        .extracting(FieldChange::words)
        .containsExactly(
            "NONE in " + HandMade.id(3) + " -> NEAR of " + HandMade.id(1) + " in " + HandMade.id(1),
            HandMade.id(3) + " -> " + HandMade.id(1));
  }

  @Test
  void tellsATextWithoutWhatFollowsFromIt() {
    Article rewritten = with(ARABIC, a -> a.setTitle("عنوان جديد").setContentHash("other"));
    Article longer = with(ARABIC, a -> a.setText(HandMade.ARABIC + " وكالات"));

    assertThat(changes(ARABIC, rewritten))
        .containsExactly(new FieldChange(DiffField.TEXT, "“عنوان”", "“عنوان جديد”"));
    assertThat(changes(ARABIC, longer))
        .containsExactly(new FieldChange(DiffField.TEXT, "59 characters", "66 characters"));
  }

  @Test
  void countsAndShowsTheFirstById() {
    ReplayDiff diff = new ReplayDiff(EnumSet.allOf(DiffField.class), 1);
    Article renamed = with(RUSSIAN, a -> a.setEntities(List.of()).setGazetteer("new"));
    diff.take("b", facts(ARABIC), facts(with(ARABIC, a -> a.setEntities(List.of()))));
    diff.take("a", facts(RUSSIAN), facts(renamed));
    diff.take("c", facts(CHINESE), facts(CHINESE));
    diff.take("d", facts(CHINESE), null);
    diff.take("e", null, facts(CHINESE));
    diff.takeLater();

    assertThat(diff.isEqual()).isFalse();
    assertThat(diff.count(DiffField.ENTITIES)).isEqualTo(2);
    assertThat(diff.entitiesLost()).isEqualTo(2);
    assertThat(diff.samples(DiffField.ENTITIES))
        .extracting(ReplayDiff.Sample::title)
        .containsExactly("Заголовок");
    String text = ReplayDiffText.of(ReplayRun.newBuilder().setName("names").build(), diff);
    assertThat(text)
        .contains("replay names beside live, from the beginning to the end")
        .containsPattern("equal +1\n +different +2\n +only live +1\n +only in the replay +1\n")
        .containsPattern("entities +2 +0 added, 2 lost\n")
        .containsPattern("gazetteer +1\n");
  }

  @Test
  void isEqualInTheFieldsAskedFor() {
    ReplayDiff diff = new ReplayDiff(Set.of(DiffField.LANGUAGE), 3);
    diff.take("a", facts(ARABIC), facts(with(ARABIC, a -> a.setGazetteer("new"))));

    assertThat(diff.isEqual()).isTrue();
    assertThat(diff.same()).isEqualTo(1);
  }

  @Test
  void showsNoTitleThatIsHidden() {
    ArticleFacts hidden = ArticleFacts.of(RUSSIAN, true, false);

    assertThat(hidden.title()).isEmpty();
    assertThat(facts(RUSSIAN).changes(hidden)).isEmpty();
  }
}
