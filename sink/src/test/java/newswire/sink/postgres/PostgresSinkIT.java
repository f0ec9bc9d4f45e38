package newswire.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import newswire.sink.PlatformExtension;
import newswire.sink.PlatformExtension.Platform;
import newswire.sink.RunningSink;
import newswire.sink.Samples;
import newswire.sink.SinkException;
import newswire.sink.SinkHealth.State;
import newswire.sink.intake.Batch;
import newswire.sink.intake.Change;
import newswire.sink.intake.DeadLetters;
import newswire.sink.intake.Item;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@ExtendWith(PlatformExtension.class)
class PostgresSinkIT {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresSinkIT.class);

  private final Platform platform;

  PostgresSinkIT(Platform platform) {
    this.platform = platform;
  }

  @Test
  void countsOffsetsInCodePointsAsPostgresDoes() {
    try (PostgresBench bench = open()) {
      bench.newsroom().publish(Samples.ofFourScripts());
      bench.drain();

      assertThat(
              bench.column(
                  "select m.text = substr(a.text, start_offset + 1, end_offset - start_offset)"
                      + " from mentions m join articles a on a.id = m.article_id"))
          .containsExactly("t", "t", "t", "t");
    }
  }

  @Test
  void publishesNeitherWithheldNorKilledNorEmbargoedArticles() {
    try (PostgresBench bench = open()) {
      bench.newsroom().publish(Samples.ofFourScripts());
      bench.newsroom().publish(Samples.article(5, 1, "Бесплатно", "Можно всем."));
      bench.newsroom().order(Samples.order(1, Status.WITHHELD), Samples.order(2, Status.KILLED));
      bench.newsroom().order(embargo(3, Duration.ofDays(1)), embargo(4, Duration.ofDays(-1)));
      bench.drain();

      assertThat(bench.count("articles")).isEqualTo(5);
      assertThat(bench.column("select id from published_articles"))
          .containsExactlyInAnyOrder(Samples.id(4), Samples.id(5));
      assertThat(bench.column("select sum(articles) from articles_by_language"))
          .containsExactly("5");
      assertThat(bench.count("duplicates")).isZero();
    }
  }

  private static Withdrawal embargo(int number, Duration fromNow) {
    return Withdrawal.newBuilder(Samples.order(number, Status.USABLE))
        .setEmbargoUntil(Instant.now().plus(fromNow))
        .build();
  }

  @Test
  void leavesOutTheCharacterThatPostgresCannotHold() {
    try (PostgresBench bench = open()) {
      bench.newsroom().publish(Samples.article(1, 1, "عن\0وان", "正\0文"));
      assertThat(bench.drain().deadLetters()).isZero();

      assertThat(bench.column("select title || text from articles")).containsExactly("عنوان正文");
    }
  }

  @Test
  void findsTheRecordsThatPostgresRefusesAndStoresTheOthers() {
    try (PostgresBench bench = open()) {
      List<Article> articles = new ArrayList<>(Samples.many(0, 60));
      articles.set(17, beyondTime(17));
      articles.set(41, beyondTime(41));
      bench.newsroom().publish(articles);

      assertThat(bench.drain().deadLetters()).isEqualTo(2);

      assertThat(bench.ids()).hasSize(58).doesNotContain(Samples.id(17), Samples.id(41));
      assertThat(bench.newsroom().deadLetters())
          .allSatisfy(
              letter -> {
                assertThat(letter.getStage()).isEqualTo("sink.postgres");
                assertThat(letter.getReason()).startsWith("Postgres refuses it: ");
                assertThat(letter.getException()).contains("PSQLException").doesNotContain("Wheat");
              })
          .extracting(letter -> reread(bench, letter).getId())
          .containsExactlyInAnyOrder(Samples.id(17), Samples.id(41));
    }
  }

  /** Later than any time Postgres knows. */
  private static Article beyondTime(int number) {
    return Article.newBuilder(Samples.article(number, 1, "سنة بعيدة", "遥远"))
        .setPublished(Instant.ofEpochSecond(10_000_000_000_000L))
        .build();
  }

  private static Article reread(PostgresBench bench, DeadLetter letter) {
    byte[] value = letter.getValue().orElseThrow().array();
    return bench.newsroom().topics().articles().value().deserializer().deserialize("", value);
  }

  /**
   * Neither of the two sees what the other has not committed: only the lock makes the kill wait for
   * the article.
   */
  @Test
  void killsAnArticleThatAnotherProcessIsWriting() throws Exception {
    try (PostgresBench bench = open().migrated()) {
      String slow = "create function slow() returns trigger language plpgsql as $$ begin";
      bench.execute(
          slow
              + " perform pg_sleep(1); return new; end $$;"
              + "create trigger slow after insert on articles"
              + " for each row execute function slow()");
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(
              () -> commit(bench, new Change.ArticleState(Samples.ofFourScripts().get(0))));
      await().until(() -> bench.count("pg_locks where locktype = 'advisory'") > 0);

      commit(bench, new Change.Order(Samples.order(1, Status.KILLED)));
      writing.get();

      assertThat(bench.article(Samples.id(1)).orElseThrow().isBlank()).isTrue();
    }
  }

  private static void commit(PostgresBench bench, Change change) {
    var origin = new ConsumerRecord<>("topic", 0, 0, new byte[0], new byte[0]);
    var topics = bench.newsroom().topics();
    try (Database database = new Database(bench.config());
        DeadLetters letters =
            new DeadLetters("sink.postgres", topics.deadLetters(), bench.newsroom().kafka())) {
      OffsetTable offsets = new OffsetTable(bench.group());
      new Transaction(database, offsets, letters, new RowStore(bench.config().schema()))
          .run(Batch.of(List.of(new Item(origin, change))), List.of());
    } catch (SQLException | OffsetTable.Fenced e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void blanksAllThatIsKilledWhileTwoSinksWrite() {
    int count = 400;
    try (PostgresBench bench = open()) {
      try (RunningSink one = RunningSink.start(bench.sink());
          RunningSink two = RunningSink.start(bench.sink())) {
        for (int i = 0; i < count; i += 50) {
          bench.newsroom().publish(Samples.many(i, 50));
          bench.newsroom().order(Samples.order(i, Status.KILLED));
          bench.newsroom().order(Samples.order(i + 49, Status.KILLED));
        }
        bench.newsroom().awaitDrained(bench.group());
        assertThat(one.health().fenced() + two.health().fenced()).isZero();
      }
      assertThat(bench.count("articles")).isEqualTo(count);
      assertThat(bench.count("articles where status = 'KILLED' and title || text = ''"))
          .isEqualTo(bench.count("withdrawals"))
          .isEqualTo(16);
    }
  }

  @Test
  void refusesTablesOfANewerNewswire() throws Exception {
    try (PostgresBench bench = open().migrated()) {
      bench.execute(
          "insert into schema_history select 999, '999', 'later', type, 'V999__later.sql', 0,"
              + " installed_by, now(), 1, true from schema_history where version = '1'");
      PostgresSink sink = bench.sink();

      assertThatThrownBy(sink::run)
          .isInstanceOf(SinkException.class)
          .hasMessageContaining("newer Newswire")
          .hasMessageContaining("999");
      assertThat(sink.health().state()).isEqualTo(State.FAILED);
    }
  }

  @Test
  void saysInOneSentenceThatThePasswordIsWrong() {
    try (PostgresBench bench = open()) {
      PostgresConfig right = bench.config();
      PostgresConfig wrong = PostgresConfig.of(right.jdbcUrl(), right.user(), "wrong");
      PostgresSink sink =
          new PostgresSink(wrong, bench.newsroom().kafka(), bench.newsroom().topics());

      assertThatThrownBy(sink::run)
          .isInstanceOf(SinkException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void carriesOutAKillWithoutWaitingForTheBacklog() throws Exception {
    int count = 8_000;
    try (PostgresBench bench = open().migrated()) {
      for (int i = 0; i < count; i += 1_000) {
        bench.newsroom().publish(Samples.many(i, 1_000));
      }
      bench.newsroom().order(Samples.order(count - 1, Status.KILLED));
      long start = System.nanoTime();
      try (RunningSink sink = RunningSink.start(bench.sink())) {
        await()
            .atMost(Duration.ofMinutes(1))
            .pollInterval(Duration.ofMillis(10))
            .until(() -> bench.count("withdrawals") > 0);
        assertThat(sink.health().stored()).isLessThan(count);
        bench.newsroom().awaitDrained(bench.group());
      }
      double seconds = (System.nanoTime() - start) / 1e9;

      assertThat(bench.count("articles")).isEqualTo(count);
      assertThat(bench.article(Samples.id(count - 1)).orElseThrow().isBlank()).isTrue();
      LOG.info("{} articles of 3 kB in {} s, start included", count, seconds);
    }
  }

  private PostgresBench open() {
    return PostgresBench.open(platform.addresses(), Map.of());
  }
}
