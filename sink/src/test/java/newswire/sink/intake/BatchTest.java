package newswire.sink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Revision;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import newswire.sink.Samples;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class BatchTest {

  private static final Article OLD = Samples.article(1, 9, "خبر", "النص الأول");
  private static final Article NEWER = revision(OLD, 1, 10);
  private static final Article OTHER_RUN = revision(OLD, 2, 1);

  @Test
  void keepsTheGreaterRevisionOfAnArticle() {
    assertThat(batch(state(NEWER), state(OLD)).articles()).containsExactly(NEWER);
    assertThat(batch(state(OLD), state(NEWER)).articles()).containsExactly(NEWER);
    assertThat(batch(state(OTHER_RUN), state(NEWER)).articles()).containsExactly(OTHER_RUN);
  }

  @Test
  void keepsTheFirstOfEqualRevisions() {
    Article same = Article.newBuilder(OLD).setTitle("其他").build();

    assertThat(batch(state(OLD), state(same)).articles()).containsExactly(OLD);
  }

  @Test
  void forgetsWhatCameBeforeATombstoneAndKeepsWhatCameAfter() {
    Change gone = new Change.ArticleGone(OLD.getId());

    Batch removed = batch(state(NEWER), gone);
    assertThat(removed.articles()).isEmpty();
    assertThat(removed.articlesGone()).containsExactly(OLD.getId());

    Batch back = batch(state(NEWER), gone, state(OLD));
    assertThat(back.articles()).containsExactly(OLD);
    assertThat(back.articlesGone()).containsExactly(OLD.getId());
  }

  @Test
  void keepsTheLastStateOfAStory() {
    var first = new Change.StoryState(Samples.story(1, "Визит"));
    var last = new Change.StoryState(Samples.story(1, "国事访问"));

    assertThat(batch(first, last).stories()).containsExactly(last.story());
    assertThat(batch(first, new Change.StoryGone(Samples.id(1))).stories()).isEmpty();
  }

  @Test
  void keepsTheLastOrderButNeverLosesAKill() {
    Withdrawal withhold = Samples.order(1, Status.WITHHELD);
    Withdrawal release = Samples.order(1, Status.USABLE);
    Withdrawal kill = Samples.order(1, Status.KILLED);

    assertThat(batch(order(withhold), order(release)).orders()).containsExactly(release);
    assertThat(batch(order(kill), order(release)).orders()).containsExactly(kill);
  }

  @Test
  void ordersByKeySoThatWritersDoNotWaitInACircle() {
    Batch batch = batch(Samples.many(0, 20).stream().map(BatchTest::state).toArray(Change[]::new));

    assertThat(batch.articles()).extracting(Article::getId).isSorted().hasSize(20);
  }

  @Test
  void setsRefusedRecordsApart() {
    Batch batch = batch(new Change.Refused("no", ""), new Change.Refused("no", ""));

    assertThat(batch.refused()).hasSize(2);
    assertThat(batch.isEmpty()).isTrue();
  }

  private static Article revision(Article article, int generation, long counter) {
    return Article.newBuilder(article)
        .setRevision(Revision.newBuilder().setGeneration(generation).setCounter(counter).build())
        .build();
  }

  private static Change state(Article article) {
    return new Change.ArticleState(article);
  }

  private static Change order(Withdrawal withdrawal) {
    return new Change.Order(withdrawal);
  }

  private static Batch batch(Change... changes) {
    var origin = new ConsumerRecord<>("topic", 0, 0, new byte[0], new byte[0]);
    List<Item> items = Stream.of(changes).map(change -> new Item(origin, change)).toList();
    return Batch.of(items);
  }
}
