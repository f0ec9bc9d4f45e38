package newswire.enrich.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import newswire.schemas.InForce;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Change;
import newswire.schemas.avro.ChangedPart;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Version;
import newswire.schemas.avro.Withdrawal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssemblyTest {

  static {
    TrustedRecords.register();
  }

  private static final Instant LATER = Instant.parse("2026-03-05T06:00:00Z");

  private static Article article(String text) {
    return Article.newBuilder()
        .setId("a")
        .setContentHash("h")
        .setTitle(text)
        .setSummary(text)
        .setText(text)
        .setAuthors(List.of(text))
        .setSubjects(List.of(text))
        .setEntities(List.of(Entity.newBuilder().setName(text).build()))
        .setVersions(
            List.of(
                new Version("g", LATER, true, List.of(), false),
                new Version(
                    "h", LATER, true, List.of(new Change(ChangedPart.TEXT, 0, text, text)), false)))
        .build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"نص المقال", "正文", "текст", "पाठ"})
  void leavesNothingOfWhatAKilledArticleSaid(String text) {
    Withdrawal kill =
        Withdrawal.newBuilder().setStatus(Status.KILLED).setReason("صدر بالخطأ").build();
    Article killed = InForce.obeyed(article(text), kill);
    assertThat(killed.toString()).doesNotContain(text);
    assertThat(killed.getId()).isEqualTo("a");
    assertThat(killed.getStatusReason()).isEqualTo("صدر بالخطأ");
    assertThat(killed.getVersions()).extracting(Version::getContentHash).containsExactly("g", "h");
    assertThat(killed.getVersions())
        .extracting(Version::getChangesCut)
        .containsExactly(false, true);
  }

  @Test
  void carriesAnEmbargo() {
    Withdrawal hold =
        Withdrawal.newBuilder().setStatus(Status.WITHHELD).setEmbargoUntil(LATER).build();
    Article held = InForce.obeyed(article("正文"), hold);
    assertThat(held.getEmbargoUntil()).hasValue(LATER);
    assertThat(held.getText()).isEqualTo("正文");
  }

  @Test
  void leavesAnArticleWithoutOrdersAsItIs() {
    assertThat(InForce.obeyed(article("текст"), null)).isEqualTo(article("текст"));
  }

  @Test
  void takesARelationDecidedOnThisVersionOnly() {
    Relation same = Relation.newBuilder().setContentHash("h").build();
    Relation other = Relation.newBuilder().setContentHash("i").build();
    assertThat(Assembly.related(article("نص"), same).getRelation()).hasValue(same);
    assertThat(Assembly.related(article("نص"), other).getRelation()).isEmpty();
    assertThat(Assembly.related(article("نص"), null).getRelation()).isEmpty();
  }
}
