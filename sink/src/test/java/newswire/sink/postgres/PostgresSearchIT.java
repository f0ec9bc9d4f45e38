package newswire.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.sink.PlatformExtension;
import newswire.sink.PlatformExtension.Platform;
import newswire.sink.RunningSink;
import newswire.sink.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformExtension.class)
class PostgresSearchIT {

  private final Platform platform;

  PostgresSearchIT(Platform platform) {
    this.platform = platform;
  }

  @Test
  void findsArticlesOfEveryScriptByOtherFormsOfTheirWords() throws Exception {
    try (PostgresBench bench = open()) {
      bench.newsroom().publish(Samples.ofFourScripts());
      drainSearch(bench);

      assertThat(found(bench, "وقيرغيزستان", "ar")).containsExactly(Samples.id(1));
      assertThat(found(bench, "\"国事访问\"", "zh")).containsExactly(Samples.id(2));
      assertThat(found(bench, "государственные визиты", "ru")).containsExactly(Samples.id(3));
      assertThat(found(bench, "यात्राओं", "hi")).containsExactly(Samples.id(4));
      assertThat(bench.column("select article_id from article_search where 'киргизия' <% names"))
          .containsExactly(Samples.id(3));
    }
  }

  @Test
  void forgetsWhatIsKilledAndRemovedAndFollowsTheGreaterRevision() throws Exception {
    try (PostgresBench bench = open()) {
      bench.newsroom().order(Samples.order(3, Status.KILLED));
      bench.newsroom().publish(Samples.ofFourScripts());
      Article corrected = Samples.article(2, 5, "Correction", "It was \\ O'Neill\0.");
      bench.newsroom().publish(corrected, Samples.article(2, 4, "older", "older"));
      bench.newsroom().order(Samples.order(1, Status.KILLED));
      bench.newsroom().publish(Samples.article(1, 9, "عاد", "النص"));
      bench.newsroom().publishBytes(bench.newsroom().topics().articles(), Samples.id(4), null);
      drainSearch(bench);

      assertThat(bench.column("select article_id from article_search where not killed"))
          .containsExactly(Samples.id(2));
      assertThat(found(bench, "o'neill", "und")).containsExactly(Samples.id(2));
      assertThat(bench.column("select names || terms::text from article_search where killed"))
          .containsExactly("", "");
    }
  }

  @Test
  void losesAndDoublesNothingWhenItReadsAgainFromTheStart() throws Exception {
    try (PostgresBench bench = open()) {
      List<Article> articles = Samples.many(0, 300);
      bench.newsroom().publish(articles);
      drainSearch(bench);
      bench.forgetOffsets();
      drainSearch(bench);

      assertThat(bench.count("article_search")).isEqualTo(articles.size());
      assertThat(bench.count("articles")).as("the rows are another sink's").isZero();
    }
  }

  private static void drainSearch(PostgresBench bench) throws Exception {
    PostgresSink search =
        PostgresSink.ofSearch(bench.config(), bench.newsroom().kafka(), bench.newsroom().topics());
    try (RunningSink running = RunningSink.start(search)) {
      bench
          .newsroom()
          .awaitDrained(
              bench.group(),
              List.of(
                  bench.newsroom().topics().articles(), bench.newsroom().topics().withdrawals()));
      assertThat(running.health().deadLetters()).isZero();
    }
  }

  private static List<String> found(PostgresBench bench, String words, String tag) {
    String query = SearchQuery.of(words, Optional.of(tag)).orElseThrow().replace("'", "''");
    return bench.column("select article_id from article_search where terms @@ '" + query + "'");
  }

  private PostgresBench open() throws Exception {
    return PostgresBench.open(platform.addresses(), Map.of()).migrated();
  }
}
