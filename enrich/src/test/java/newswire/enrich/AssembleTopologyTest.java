package newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import newswire.enrich.assemble.AssembleTopology;
import newswire.schemas.Letters;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Revision;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // JUnit fills the fields
class AssembleTopologyTest {

  private static final int GENERATION = 3;
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  @TempDir Path state;
  private TestPlatform platform;

  @BeforeEach
  void start() {
    platform = new TestPlatform(state);
    platform.run("assemble", new AssembleTopology(platform.topics, GENERATION).get());
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  private void prepare(String id, String title) {
    Article article =
        Article.newBuilder()
            .setId(id)
            .setTitle(title)
            .setText("نص 正文 текст")
            .setAuthors(List.of("محمد"))
            .setContentHash("hash of " + title)
            .setEffective(NOON)
            .build();
    platform.send(platform.topics.prepared(), id, article, NOON);
  }

  private void prepareDecided(String id, String title) {
    relate(id, title, null);
    prepare(id, title);
  }

  private void relate(String id, String title, @Nullable String parent) {
    Relation relation =
        Relation.newBuilder()
            .setArticleId(id)
            .setContentHash("hash of " + title)
            .setParent(parent)
            .build();
    platform.send(platform.topics.relations(), id, relation, NOON);
  }

  private void withdraw(String id, Status status) {
    Withdrawal order =
        Withdrawal.newBuilder().setArticleId(id).setStatus(status).setReason("خطأ").build();
    platform.send(platform.topics.withdrawals(), id, order, NOON.plusSeconds(3600));
  }

  private List<Article> articles() {
    return platform.output(platform.topics.articles()).readValuesToList();
  }

  @Test
  void isBuiltAsBefore() throws IOException {
    TestPlatform.keep("assemble", new AssembleTopology(platform.topics, 1).get());
    assertThat(TestPlatform.described(new AssembleTopology(platform.topics, 1).get()))
        .isEqualTo(TestPlatform.golden("assemble"));
  }

  @Test
  void takesBackAnArticleThatIsNoLongerToBeTold() {
    platform.close();
    platform = new TestPlatform(state);
    platform.run(
        "assemble",
        new AssembleTopology(platform.topics, 1, article -> article.getTitle().equals("标题")).get());

    prepareDecided("a", "Заголовок");
    prepareDecided("a", "标题");
    prepareDecided("a", "عنوان");
    prepareDecided("a", "عنوان آخر");
    prepareDecided("a", "标题");

    assertThat(platform.output(platform.topics.articles()).readValuesToList())
        .extracting(article -> article == null ? 0L : article.getRevision().getCounter())
        .containsExactly(1L, 0L, 2L);
    assertThat(platform.output(platform.topics.revisions()).readValuesToList())
        .extracting(article -> article.getRevision().getCounter())
        .containsExactly(1L, 2L);
  }

  @Test
  void everyChangeIsANewRevision() {
    prepare("a", "标题");
    relate("a", "标题", "z");
    relate("a", "标题", "z");
    relate("a", "标题", "y");

    List<Article> articles = articles();
    assertThat(articles)
        .extracting(Article::getRevision)
        .containsExactly(new Revision(GENERATION, 1L), new Revision(GENERATION, 2L));
    assertThat(articles)
        .extracting(article -> article.getRelation().flatMap(Relation::getParent).orElse("none"))
        .containsExactly("z", "y");
    assertThat(platform.output(platform.topics.revisions()).readValuesToList()).isEqualTo(articles);
  }

  @Test
  void isNotToldBeforeItIsDecidedWhatItIsACopyOf() {
    prepare("a", "Заголовок");
    withdraw("a", Status.CORRECTED);
    assertThat(articles()).isEmpty();

    relate("a", "Заголовок", "z");
    assertThat(articles()).extracting(Article::getStatus).containsExactly(Status.CORRECTED);
  }

  @Test
  void aRelationCountsForTheVersionItWasDecidedOn() {
    prepare("a", "Заголовок");
    relate("a", "Заголовок", "z");
    prepare("a", "Новый заголовок");
    relate("a", "Новый заголовок", "y");

    assertThat(articles())
        .extracting(article -> article.getRelation().flatMap(Relation::getParent).orElse("none"))
        .containsExactly("z", "y");
  }

  @Test
  void aRelationThatComesFirstWaitsForItsArticle() {
    relate("a", "عنوان", "z");
    prepare("a", "عنوان");

    assertThat(articles()).hasSize(1).allMatch(article -> article.getRelation().isPresent());
  }

  @Test
  void nothingOfAKilledArticleRemainsAndALateCopyStaysKilled() {
    prepareDecided("a", "عنوان");
    withdraw("a", Status.KILLED);
    prepare("a", "عنوان آخر");

    List<Article> articles = articles();
    assertThat(articles)
        .extracting(Article::getStatus)
        .containsExactly(Status.USABLE, Status.KILLED, Status.KILLED);
    assertThat(articles.subList(1, 3))
        .allSatisfy(
            killed -> {
              assertThat(killed.getTitle() + killed.getSummary() + killed.getText()).isEmpty();
              assertThat(killed.getAuthors()).isEmpty();
              assertThat(killed.getStatusReason()).isEqualTo("خطأ");
            });
  }

  @Test
  void aKillThatComesFirstIsObeyed() {
    withdraw("a", Status.KILLED);
    prepare("a", "标题");

    TestRecord<String, Article> only = platform.output(platform.topics.articles()).readRecord();
    assertThat(only.value().getStatus()).isEqualTo(Status.KILLED);
    assertThat(only.getRecordTime()).isEqualTo(NOON);
  }

  @Test
  void noLaterOrderLiftsAKill() {
    prepareDecided("a", "عنوان");
    withdraw("a", Status.KILLED);
    withdraw("a", Status.USABLE);
    prepareDecided("a", "标题");

    List<Article> articles = articles();
    assertThat(articles.get(articles.size() - 1).getStatus()).isEqualTo(Status.KILLED);
    assertThat(articles.get(articles.size() - 1).getTitle()).isEmpty();
  }

  @Test
  void aCorrectedOrWithheldArticleKeepsItsText() {
    prepareDecided("a", "标题");
    withdraw("a", Status.CORRECTED);
    withdraw("a", Status.WITHHELD);

    assertThat(articles())
        .extracting(Article::getStatus, Article::getTitle)
        .containsExactly(
            tuple(Status.USABLE, "标题"),
            tuple(Status.CORRECTED, "标题"),
            tuple(Status.WITHHELD, "标题"));
  }

  @Test
  void saysNothingOfTheAttemptsOfWhatAnArticleIsMadeOf() {
    prepareDecided("a", "標題");
    Article again = Article.newBuilder(articles().get(0)).setTitle("عنوان").build();
    Headers headers = new RecordHeaders().add(Letters.ATTEMPT, new byte[] {'2'});
    platform
        .input(platform.topics.prepared())
        .pipeInput(new TestRecord<>("a", again, headers, NOON));

    assertThat(platform.output(platform.topics.articles()).readRecordsToList())
        .hasSize(1)
        .allMatch(record -> record.headers().toArray().length == 0);
  }

  @Test
  void goesOnAfterARecordThatIsNoRecord() {
    platform
        .bytesInto(platform.topics.relations())
        .pipeInput(new byte[] {'a'}, new byte[] {1, 2, 3}, NOON);
    prepareDecided("a", "标题");

    assertThat(articles()).hasSize(1);
    assertThat(platform.output(platform.topics.deadLetters()).readValuesToList())
        .extracting(DeadLetter::getStage)
        .containsExactly("assemble.deserialise");
  }

  private void prepareDecided(int generation, String title) {
    relate("a", title, null);
    Article article =
        Article.newBuilder()
            .setId("a")
            .setTitle(title)
            .setContentHash("hash of " + title)
            .setEffective(NOON)
            .setRevision(new Revision(generation, 0L))
            .build();
    platform.send(platform.topics.prepared(), "a", article, NOON);
  }

  @Test
  void keepsTheGreatestGenerationThatItWasGiven() {
    prepareDecided(0, "أولا");
    prepareDecided(5, "第二");
    prepareDecided(4, "третье");

    assertThat(articles())
        .extracting(Article::getRevision)
        .containsExactly(new Revision(GENERATION, 1L), new Revision(5, 2L), new Revision(5, 3L));
  }

  @Test
  void doesNotTellAgainWhatAReplayMadeTheSame() {
    prepareDecided(0, "عنوان");
    prepareDecided(5, "عنوان");

    assertThat(articles()).hasSize(1);
  }
}
