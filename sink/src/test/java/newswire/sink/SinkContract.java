package newswire.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.StoryArticle;
import newswire.schemas.avro.Withdrawal;
import org.junit.jupiter.api.Test;

/** What every sink promises, whatever its store; a backend's test implements {@link #open}. */
public interface SinkContract {

  /** A store with nothing in it, its sink and the newsroom that feeds it. */
  interface Bench extends AutoCloseable {

    Newsroom newsroom();

    /** The consumer group of the sink. */
    String group();

    /** A sink on the store, not yet running. */
    Sink sink();

    /** Makes the next sink read everything again from the start. */
    void forgetOffsets();

    /** Ids of all articles in the store, sorted. */
    List<String> ids();

    Optional<StoredArticle> article(String id);

    Optional<String> headline(String storyId);

    @Override
    void close();

    /** Lets a sink work until there is nothing left to do. */
    default SinkHealth drain() {
      try (RunningSink running = RunningSink.start(sink())) {
        newsroom().awaitDrained(group());
        return running.health();
      }
    }
  }

  /** An article as the store has it. */
  record StoredArticle(
      String title,
      String summary,
      String text,
      List<String> authors,
      List<String> subjects,
      String language,
      Status status,
      Optional<Instant> embargoUntil,
      long counter,
      List<String> entities,
      List<String> mentions) {

    static StoredArticle of(Article article) {
      return new StoredArticle(
          article.getTitle(),
          article.getSummary(),
          article.getText(),
          article.getAuthors(),
          article.getSubjects(),
          article.getLanguage().getTag(),
          article.getStatus(),
          article.getEmbargoUntil(),
          article.getRevision().getCounter(),
          article.getEntities().stream().map(e -> e.getName()).toList(),
          article.getEntities().stream()
              .flatMap(e -> e.getMentions().stream().map(m -> m.getText()))
              .toList());
    }

    /** Whether nothing is left of what it said. */
    public boolean isBlank() {
      return (title + summary + text).isEmpty()
          && authors.isEmpty()
          && subjects.isEmpty()
          && entities.isEmpty()
          && mentions.isEmpty();
    }
  }

  Bench open();

  @Test
  default void storesEveryScriptAsItIs() {
    try (Bench bench = open()) {
      List<Article> articles = Samples.ofFourScripts();
      bench.newsroom().publish(articles);
      bench.newsroom().publishAndAbort(Samples.article(9, 1, "never", "happened"));

      bench.drain();

      assertThat(bench.ids())
          .containsExactlyElementsOf(articles.stream().map(Article::getId).sorted().toList());
      assertThat(articles)
          .allSatisfy(a -> assertThat(bench.article(a.getId())).contains(StoredArticle.of(a)));
    }
  }

  @Test
  default void storesNothingTwiceWhenItReadsAgainFromTheStart() {
    try (Bench bench = open()) {
      bench.newsroom().publish(Samples.ofFourScripts());
      bench.newsroom().publish(Samples.article(1, 2, "تصحيح", "نص جديد"));
      bench.newsroom().publish(Samples.story(1, "زيارة"));
      bench.drain();
      List<Optional<StoredArticle>> before = bench.ids().stream().map(bench::article).toList();

      bench.forgetOffsets();
      bench.drain();

      assertThat(bench.ids().stream().map(bench::article)).isEqualTo(before);
      assertThat(bench.headline(Samples.id(1))).contains("زيارة");
    }
  }

  @Test
  default void letsTheGreaterRevisionWinInAnyOrder() {
    try (Bench bench = open()) {
      Article old = Samples.ofFourScripts().get(1);
      Article corrected = Samples.article(2, 3, "更正", "正文已更正");
      bench.newsroom().publish(old, corrected, Samples.article(2, 2, "中间", "过时"));
      bench.drain();
      assertThat(bench.article(old.getId())).contains(StoredArticle.of(corrected));

      bench.newsroom().publish(old);
      bench.newsroom().publish(Samples.article(5, 7, "пять", "текст"));
      bench.drain();
      assertThat(bench.article(old.getId())).contains(StoredArticle.of(corrected));

      Article last = Samples.article(5, 8, "پنج", "متن");
      bench.newsroom().publish(last);
      bench.drain();
      assertThat(bench.article(last.getId())).contains(StoredArticle.of(last));
    }
  }

  @Test
  default void blanksAKilledArticleForEver() {
    try (Bench bench = open()) {
      bench.newsroom().publish(Samples.ofFourScripts());
      bench.newsroom().publish(Samples.story(1, "زيارة رسمية"));
      bench.drain();

      bench.newsroom().order(Samples.order(1, Status.KILLED));
      bench.drain();
      assertKilled(bench, 1);
      assertThat(bench.headline(Samples.id(1))).contains("");

      bench.newsroom().publish(Samples.article(1, 99, "عاد", "النص كله"));
      bench.newsroom().publish(Samples.story(1, "زيارة رسمية"));
      bench.newsroom().order(Samples.order(1, Status.USABLE));
      bench.drain();
      assertKilled(bench, 1);
      assertThat(bench.headline(Samples.id(1))).contains("");
      assertThat(bench.article(Samples.id(2)).orElseThrow().status()).isEqualTo(Status.USABLE);
    }
  }

  @Test
  default void aKillTakesNoHeadlineThatAnotherArticleGave() {
    try (Bench bench = open()) {
      Story story =
          Story.newBuilder(Samples.story(1, "Визит"))
              .setArticles(List.of(Samples.id(1), Samples.id(2)))
              .setAliases(List.of(Samples.id(2)))
              .setTimeline(List.of(told(1, "Визит"), told(2, "访问")))
              .build();
      bench.newsroom().publish(story);
      bench.drain();

      // Its articles are still to come: a store that is filled anew reads topics side by side.
      bench.newsroom().order(Samples.order(2, Status.KILLED));
      bench.drain();

      assertThat(bench.headline(Samples.id(1))).contains("Визит");
    }
  }

  private static StoryArticle told(int number, String title) {
    return StoryArticle.newBuilder().setId(Samples.id(number)).setTitle(title).build();
  }

  @Test
  default void keepsAKillForAnArticleStillToCome() {
    try (Bench bench = open()) {
      bench.newsroom().order(Samples.order(3, Status.KILLED));
      bench.drain();
      assertThat(bench.ids()).isEmpty();

      bench.newsroom().publish(Samples.ofFourScripts());
      bench.drain();
      assertKilled(bench, 3);
    }
  }

  private static void assertKilled(Bench bench, int number) {
    assertThat(bench.article(Samples.id(number)))
        .hasValueSatisfying(
            article -> {
              assertThat(article.status()).isEqualTo(Status.KILLED);
              assertThat(article.isBlank()).isTrue();
            });
  }

  @Test
  default void withholdsAndLetsGoAsOrdered() {
    try (Bench bench = open()) {
      Withdrawal withhold = Samples.order(4, Status.WITHHELD);
      bench.newsroom().publish(Samples.ofFourScripts());
      bench.newsroom().order(withhold, Samples.order(2, Status.CORRECTED));
      bench.drain();
      assertThat(status(bench, 4)).isEqualTo(Status.WITHHELD);
      assertThat(status(bench, 2)).isEqualTo(Status.CORRECTED);
      assertThat(bench.article(Samples.id(4)).orElseThrow().isBlank()).isFalse();

      bench.newsroom().order(Samples.order(4, Status.USABLE));
      bench.drain();
      assertThat(status(bench, 4)).isEqualTo(Status.USABLE);
    }
  }

  private static Status status(Bench bench, int number) {
    return bench.article(Samples.id(number)).orElseThrow().status();
  }

  @Test
  default void keepsTheEmbargoOfAnArticleUnderAnOrderThatSaysNothingOfOne() {
    try (Bench bench = open()) {
      Instant until = Samples.DAY.plusSeconds(3_600);
      Article before = Samples.embargoed(Samples.article(5, 1, "حظر", "نص"), until);
      Article after = Samples.embargoed(Samples.article(6, 1, "эмбарго", "текст"), until);
      bench.newsroom().publish(before);
      bench.drain();

      bench.newsroom().order(Samples.order(5, Status.CORRECTED), Samples.order(6, Status.USABLE));
      bench.drain();
      bench.newsroom().publish(after);
      bench.drain();

      assertThat(embargo(bench, 5)).contains(until);
      assertThat(embargo(bench, 6)).contains(until);
      assertThat(status(bench, 5)).isEqualTo(Status.CORRECTED);
    }
  }

  @Test
  default void liftsTheEmbargoOfAnOrderWithTheNextOne() {
    try (Bench bench = open()) {
      Instant own = Samples.DAY.plusSeconds(3_600);
      Article withOwn = Samples.embargoed(Samples.article(5, 1, "حظر", "نص"), own);
      Article without = Samples.article(6, 1, "эмбарго", "текст");
      bench.newsroom().publish(withOwn, without);
      bench.drain();

      Instant ordered = own.plusSeconds(3_600);
      bench.newsroom().order(withheldUntil(5, ordered), withheldUntil(6, ordered));
      bench.drain();
      assertThat(embargo(bench, 5)).contains(ordered);
      assertThat(embargo(bench, 6)).contains(ordered);

      bench.newsroom().order(Samples.order(5, Status.USABLE), Samples.order(6, Status.USABLE));
      bench.drain();
      assertThat(embargo(bench, 5)).contains(own);
      assertThat(embargo(bench, 6)).isEmpty();
    }
  }

  private static Withdrawal withheldUntil(int number, Instant until) {
    return Withdrawal.newBuilder(Samples.order(number, Status.WITHHELD))
        .setEmbargoUntil(until)
        .build();
  }

  private static Optional<Instant> embargo(Bench bench, int number) {
    return bench.article(Samples.id(number)).orElseThrow().embargoUntil();
  }

  @Test
  default void removesWhatATombstoneNames() {
    try (Bench bench = open()) {
      bench.newsroom().publish(Samples.ofFourScripts());
      bench.newsroom().publish(Samples.story(2, "国事访问"));
      bench.drain();

      bench.newsroom().publishBytes(bench.newsroom().topics().articles(), Samples.id(2), null);
      bench.newsroom().publishBytes(bench.newsroom().topics().stories(), Samples.id(2), null);
      bench.drain();

      assertThat(bench.ids()).hasSize(3).doesNotContain(Samples.id(2));
      assertThat(bench.headline(Samples.id(2))).isEmpty();
    }
  }

  @Test
  default void goesOnWhereItStoppedAfterARestart() {
    try (Bench bench = open()) {
      bench.newsroom().publish(Samples.ofFourScripts());
      assertThat(bench.drain().stored()).isEqualTo(4);

      bench.newsroom().publish(Samples.article(5, 1, "Бешинчи", "кабар"));
      assertThat(bench.drain().stored()).isEqualTo(1);

      assertThat(bench.ids()).hasSize(5);
    }
  }

  @Test
  default void putsWhatCannotBeReadAsideAndGoesOn() {
    try (Bench bench = open()) {
      byte[] noise = "ليس سجلاً".getBytes(StandardCharsets.UTF_8);
      bench.newsroom().publishBytes(bench.newsroom().topics().articles(), "ключ", noise);
      bench.newsroom().publishBytes(bench.newsroom().topics().withdrawals(), Samples.id(1), null);
      bench.newsroom().orderUnder(Samples.id(2), Samples.order(1, Status.KILLED));
      bench.newsroom().publish(Samples.ofFourScripts());

      assertThat(bench.drain().deadLetters()).isEqualTo(3);

      assertThat(bench.ids()).hasSize(4);
      assertThat(bench.newsroom().deadLetters())
          .hasSize(3)
          .anySatisfy(
              letter -> {
                assertThat(letter.getTopic())
                    .isEqualTo(bench.newsroom().topics().articles().name());
                assertThat(letter.getKey().orElseThrow().array())
                    .isEqualTo("ключ".getBytes(StandardCharsets.UTF_8));
                assertThat(letter.getValue().orElseThrow().array()).isEqualTo(noise);
                assertThat(letter.getReason()).isNotEmpty();
              });
    }
  }
}
