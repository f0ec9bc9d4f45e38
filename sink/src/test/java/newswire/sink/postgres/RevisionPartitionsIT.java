package newswire.sink.postgres;

import static newswire.sink.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newswire.schemas.avro.Article;
import newswire.sink.PlatformExtension;
import newswire.sink.PlatformExtension.Platform;
import newswire.sink.RunningSink;
import newswire.sink.Samples;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every state lies in the partition of its effective day, or in the default one. */
@ExtendWith(PlatformExtension.class)
class RevisionPartitionsIT {

  private static final List<String> TITLES = List.of("زيارة", "访问", "Визит");
  private static final Instant FIRST = Instant.parse("2026-03-01T23:59:59.999Z");
  private static final String PLACES =
      "select tableoid::regclass::text from article_revisions order by effective";

  private final Platform platform;

  RevisionPartitionsIT(Platform platform) {
    this.platform = platform;
  }

  private static Article state(int number, Instant effective) {
    String title = TITLES.get(number % TITLES.size());
    return Article.newBuilder(Samples.article(number, 1, title, title))
        .setEffective(effective)
        .build();
  }

  private static void awaitRows(PostgresBench bench, int rows) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(bench.count("article_revisions")).isEqualTo(rows));
  }

  private PostgresBench open() {
    return PostgresBench.open(platform.addresses(), Map.of("history", "true"));
  }

  @Test
  void keepsEveryDayInAPartitionOfItsOwn() throws SQLException {
    try (PostgresBench bench = open().migrated();
        RunningSink sink = RunningSink.start(bench.sink())) {
      // The default partition has a row of one day already: that day stays there.
      bench.execute(
          "insert into article_revisions values ('x', 1, 1, null, '2026-03-03 12:00:00+00', '{}')");
      bench
          .newsroom()
          .revise(
              state(1, FIRST),
              state(2, FIRST.plusMillis(1)),
              state(3, Instant.parse("2026-03-03T13:00:00Z")),
              state(4, Instant.parse("1931-03-03T13:00:00Z")));
      awaitRows(bench, 5);

      assertThat(bench.column(PLACES))
          .containsExactly(
              "article_revisions_default",
              "article_revisions_20260301",
              "article_revisions_20260302",
              "article_revisions_default",
              "article_revisions_default");
      assertThat(sink.health().deadLetters()).isZero();
    }
  }

  @Test
  void losesNothingWhereSeveralProcessesMakeThem() throws SQLException {
    int days = 40;
    try (PostgresBench bench = open().migrated();
        RunningSink one = RunningSink.start(bench.sink());
        RunningSink other = RunningSink.start(bench.sink())) {
      List<Article> states = new ArrayList<>();
      for (int i = 0; i < days * 5; i++) {
        states.add(state(i, FIRST.plus(Duration.ofDays(i % days))));
      }
      bench.newsroom().revise(states.toArray(Article[]::new));
      awaitRows(bench, states.size());

      assertThat(bench.column("select distinct tableoid::regclass::text from article_revisions"))
          .hasSize(days)
          .doesNotContain("article_revisions_default");
      assertThat(one.health().deadLetters() + other.health().deadLetters()).isZero();
    }
  }

  @Test
  void movesWhatWasThereBefore() throws SQLException {
    try (PostgresBench bench = open()) {
      PostgresConfig config = bench.config();
      Flyway.configure()
          .dataSource(config.jdbcUrl(), config.user(), config.password())
          .schemas(config.schema())
          .defaultSchema(config.schema())
          .table("schema_history")
          .locations("classpath:newswire/sink/postgres")
          .target("5")
          .load()
          .migrate();
      for (int i = 0; i < TITLES.size(); i++) {
        bench.execute(
            "insert into article_revisions values ('"
                + id(i)
                + "', 1, 1, now(), '2026-03-0"
                + (i + 1)
                + " 00:00:00+00', '{\"title\": \""
                + TITLES.get(i)
                + "\"}')");
      }
      bench.migrated();

      assertThat(bench.column(PLACES))
          .containsExactly(
              "article_revisions_20260301",
              "article_revisions_20260302",
              "article_revisions_20260303");
      assertThat(bench.column("select article ->> 'title' from articles_as_of(now())"))
          .containsExactlyInAnyOrderElementsOf(TITLES);
    }
  }
}
