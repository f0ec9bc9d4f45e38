package newswire.sink.postgres;

import static newswire.sink.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Status;
import newswire.sink.PlatformExtension;
import newswire.sink.PlatformExtension.Platform;
import newswire.sink.RunningSink;
import newswire.sink.Samples;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was known at a moment, as SQL users see it. */
@ExtendWith(PlatformExtension.class)
class RevisionTableIT {

  private final Platform platform;

  RevisionTableIT(Platform platform) {
    this.platform = platform;
  }

  private static Article state(int number, long counter, String title, int story) {
    Article article =
        Article.newBuilder(Samples.article(number, counter, title, title + "。 NUL:\0"))
            .setContentHash("hash" + counter)
            .setSlugline(title)
            .build();
    Relation relation =
        Relation.newBuilder()
            .setArticleId(id(number))
            .setContentHash(article.getContentHash())
            .setStory(id(story))
            .build();
    return Article.newBuilder(article).setRelation(relation).build();
  }

  private static void awaitRows(PostgresBench bench, int rows) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(bench.count("article_revisions")).isEqualTo(rows));
  }

  private static String titles(PostgresBench bench, String moment) {
    return String.join(
        ", ",
        bench.column(
            "select (article ->> 'title') collate \"C\" from articles_as_of("
                + moment
                + ") order by 1"));
  }

  @Test
  void tellsWhatWasKnownAtAMoment() throws SQLException {
    try (PostgresBench bench =
            PostgresBench.open(platform.addresses(), Map.of("history", "true")).migrated();
        RunningSink sink = RunningSink.start(bench.sink())) {
      bench.newsroom().revise(state(1, 1, "زيارة", 1), state(2, 1, "访问", 2));
      awaitRows(bench, 2);
      bench.newsroom().revise(state(1, 2, "زيارة رسمية", 1), state(2, 2, "Визит", 1));
      awaitRows(bench, 4);

      String first = "(select max(known_at) from article_revisions where revision_counter = 1)";
      assertThat(titles(bench, "now()")).isEqualTo("Визит, زيارة رسمية");
      assertThat(titles(bench, first)).isEqualTo("زيارة, 访问");
      assertThat(titles(bench, first + " - interval '1 hour'")).isEmpty();
      String story = "select id from " + bench.config().schema() + ".story_as_of('" + id(1) + "', ";
      assertThat(bench.column(story + "now())")).containsExactlyInAnyOrder(id(1), id(2));
      assertThat(bench.column(story + first + ")")).containsExactly(id(1));

      // A state that comes twice is one row.
      bench.newsroom().revise(state(1, 2, "زيارة رسمية", 1), state(3, 1, "مرة", 3));
      awaitRows(bench, 5);
      assertThat(sink.health().ready()).isTrue();

      bench.newsroom().order(Samples.order(2, Status.KILLED));
      bench.newsroom().revise(state(2, 3, "Снова", 1));
      awaitRows(bench, 6);
      Awaitility.await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(
              () ->
                  assertThat(bench.column("select article::text from article_revisions"))
                      .noneMatch(row -> row.matches("(?s).*(访问|Визит|Снова).*")));
      assertThat(bench.count("article_revisions where article ->> 'id' = '" + id(2) + "'"))
          .isEqualTo(3);
      assertThat(titles(bench, "now()")).isEqualTo(", زيارة رسمية, مرة");
    }
  }
}
