package newswire.enrich.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import newswire.enrich.Stage;
import newswire.schemas.ArticleId;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Extraction;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.Precision;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.RawPosition;
import newswire.schemas.avro.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparationTest {

  static {
    TrustedRecords.register();
  }

  private static final Instant SEEN = Instant.parse("2026-03-04T12:00:00Z");
  private static final RawPosition HERE = new RawPosition("newswire.raw.v1", 2, 7L, "");
  private static final Article READ =
      Article.newBuilder()
          .setId("a")
          .setTitle("عنوان")
          .setText("正文 текст")
          .setExtraction(new Extraction("article", "ok"))
          .build();

  private static RawArticle.Builder raw() {
    return RawArticle.newBuilder()
        .setFetched(SEEN)
        .setBody(ByteBuffer.wrap("<p>正文".getBytes(UTF_8)));
  }

  private static Article prepared(Article read, RawArticle raw, Stage... stages) {
    Outcome outcome = new Preparation(ignored -> read, List.of(stages)).prepare(raw, HERE);
    return ((Outcome.Prepared) outcome).article();
  }

  private static Outcome.Rejected rejected(Preparation preparation) {
    return (Outcome.Rejected) preparation.prepare(raw().build(), HERE);
  }

  @Test
  void saysWhichVersionItIsAndWhereItsRawRecordLies() {
    Article article = prepared(READ, raw().build());
    assertThat(article.getContentHash()).isEqualTo(ContentHash.of("عنوان", "正文 текст"));
    assertThat(article.getVersion()).isEqualTo(1);
    assertThat(article.getVersions())
        .containsExactly(new Version(article.getContentHash(), SEEN, true, List.of(), false));
    assertThat(article.getRaw())
        .isEqualTo(
            new RawPosition("newswire.raw.v1", 2, 7L, ArticleId.sha256("<p>正文".getBytes(UTF_8))));
  }

  @Test
  void leavesTheBytesOfTheRawRecordUnread() {
    RawArticle raw = raw().build();
    prepared(READ, raw);
    assertThat(raw.getBody().remaining()).isEqualTo("<p>正文".getBytes(UTF_8).length);
  }

  @Test
  void takesTheEntrysTextAsProofWhereThereIsNoBody() {
    RawArticle raw =
        raw()
            .setBody(ByteBuffer.allocate(0))
            .setEntry(FeedEntry.newBuilder().setTitle("标题").setSummary("ملخص").build())
            .build();
    Article fed =
        Article.newBuilder(READ).setExtraction(new Extraction("feed-summary", "ok")).build();
    Article article = prepared(fed, raw);
    assertThat(article.getRaw().getSha256()).isEqualTo(ArticleId.sha256("ملخص".getBytes(UTF_8)));
    assertThat(article.getVersions()).extracting(Version::getPage).containsExactly(false);
  }

  @Test
  void wasFirstSeenWhenATrustedCaptureSaysSo() {
    Instant captured = SEEN.minus(Duration.ofDays(700));
    Article article = prepared(READ, raw().setCaptured(captured).build());
    assertThat(article.getFirstSeen()).isEqualTo(captured);
    assertThat(article.getIngestedAt()).isEqualTo(SEEN);
    assertThat(article.getEffective()).isEqualTo(captured);
    Article later = prepared(READ, raw().setCaptured(SEEN.plusSeconds(9)).build());
    assertThat(later.getFirstSeen()).isEqualTo(SEEN);
  }

  @ParameterizedTest
  @CsvSource({
    "INSTANT, 2026-03-04T11:00:00Z, 2026-03-04T11:00:00Z, false",
    "INSTANT, 2026-02-25T12:00:00Z, 2026-02-25T12:00:00Z, false",
    "INSTANT, 2026-02-25T11:59:59Z, 2026-03-04T12:00:00Z, false",
    "INSTANT, 2026-03-04T12:10:00Z, 2026-03-04T12:10:00Z, false",
    "INSTANT, 2026-03-04T12:10:01Z, 2026-03-04T12:00:00Z, false",
    "INSTANT, 2026-03-05T12:00:01Z, 2026-03-04T12:00:00Z, true",
    "DAY,     2026-03-04T00:00:00Z, 2026-03-04T00:00:00Z, false",
    "DAY,     2026-03-03T09:00:00Z, 2026-03-03T00:00:00Z, false",
    "DAY,     2026-03-05T00:00:00Z, 2026-03-04T12:00:00Z, false",
    "UNKNOWN, 2026-03-04T11:00:00Z, 2026-03-04T12:00:00Z, false"
  })
  void believesAClaimedTimeNearTheFirstSight(
      Precision precision, Instant published, Instant effective, boolean future) {
    Article claimed =
        Article.newBuilder(READ).setPublished(published).setPublishedPrecision(precision).build();
    Article article = prepared(claimed, raw().build());
    assertThat(article.getEffective()).isEqualTo(effective);
    assertThat(article.getPublishedInFuture()).isEqualTo(future);
    assertThat(article.getPublished()).hasValue(published);
  }

  @Test
  void runsTheStagesInTheirOrder() {
    Stage first = article -> Article.newBuilder(article).setDeclaredLanguage("ar").build();
    Stage second =
        article ->
            Article.newBuilder(article).setSummary(article.getDeclaredLanguage() + "!").build();
    assertThat(prepared(READ, raw().build(), first, second).getSummary()).isEqualTo("ar!");
  }

  @Test
  void saysWhichStageGaveUp() {
    Stage entities =
        new Stage() {
          @Override
          public Article apply(Article article) {
            throw new IllegalStateException("نفدت الأسماء");
          }

          @Override
          public String name() {
            return "entities";
          }
        };
    Outcome.Rejected rejected = rejected(new Preparation(raw -> READ, List.of(entities)));
    assertThat(rejected.stage()).isEqualTo("prepare.entities");
    assertThat(rejected.reason()).isEqualTo("نفدت الأسماء");
    assertThat(rejected.exception()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void survivesAPageNestedWithoutEnd() {
    Outcome.Rejected rejected =
        rejected(
            new Preparation(
                raw -> {
                  throw new StackOverflowError();
                },
                List.of()));
    assertThat(rejected.stage()).isEqualTo("prepare.page");
    assertThat(rejected.reason()).isEqualTo("StackOverflowError");
  }

  @Test
  void rejectsAnArticleTheBrokerWouldRefuse() {
    Article huge = Article.newBuilder(READ).setText("字".repeat(400_000)).build();
    assertThat(rejected(new Preparation(raw -> huge, List.of())).stage()).isEqualTo("prepare.size");
    Article large = Article.newBuilder(READ).setText("字".repeat(200_000)).build();
    assertThat(prepared(large, raw().build()).getText()).hasSize(200_000);
  }
}
