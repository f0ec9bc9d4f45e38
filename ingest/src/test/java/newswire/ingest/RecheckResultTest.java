package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.ingest.fetch.FetchResult.NotModified;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Recheck;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecheckResultTest {

  static {
    TrustedRecords.register();
  }

  private static final String URL = "https://a.example/خبر";
  private static final Instant FETCHED = Instant.parse("2026-03-10T12:00:00Z");
  private static final Instant LATER = FETCHED.plus(Duration.ofMinutes(61));

  private final RecheckPlan plan =
      new RecheckPlan(
          List.of(
              Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(7)));
  private final Source source = Source.newBuilder().setId("a").setName("A").build();
  private final Recheck due =
      plan.first(
              RawArticle.newBuilder()
                  .setUrl(URL)
                  .setItemId("1")
                  .setFetched(FETCHED)
                  .setBody(ByteBuffer.wrap("<html>نص".getBytes(UTF_8)))
                  .build(),
              "\"e\"")
          .orElseThrow();

  private RecheckResult of(Recheck recheck, FetchResult result, Instant now) {
    return RecheckResult.of(source, recheck, result, now, plan);
  }

  private static Fetched page(String url, String body) {
    return new Fetched(url, 200, "text/html", body.getBytes(UTF_8), "\"f\"", "");
  }

  @Test
  void goesByThePlan() {
    assertThat(due.getDue()).isEqualTo(FETCHED.plus(Duration.ofHours(1)));
    Recheck second = of(due, new NotModified(URL), LATER).next().orElseThrow();
    assertThat(second.getDue()).isEqualTo(FETCHED.plus(Duration.ofHours(6)));
    Recheck late =
        of(second, new NotModified(URL), FETCHED.plus(Duration.ofDays(2))).next().orElseThrow();
    assertThat(late.getDue()).isEqualTo(FETCHED.plus(Duration.ofDays(7)));
    assertThat(of(late, new NotModified(URL), FETCHED.plus(Duration.ofDays(7))).next()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>نص مصحح", "<html>更正", "<html>corrected"})
  void aChangedBodyIsANewVersion(String body) {
    RecheckResult result = of(due, page(URL, body), LATER);

    RawArticle article = result.article().orElseThrow();
    assertThat(UTF_8.decode(article.getBody().duplicate()).toString()).isEqualTo(body);
    assertThat(article.getUrl()).isEqualTo(URL);
    assertThat(article.getItemId()).isEqualTo("1");
    assertThat(article.getFetched()).isEqualTo(LATER);
    Recheck next = result.next().orElseThrow();
    assertThat(next.getEtag()).isEqualTo("\"f\"");
    assertThat(of(next, page(URL, body), LATER.plus(Duration.ofHours(6))).article()).isEmpty();
  }

  @Test
  void whatSaysNothingOfTheArticleIsNoVersion() {
    assertThat(of(due, page(URL, "<html>نص"), LATER).article()).isEmpty();
    assertThat(of(due, page("https://a.example/", "<html>front page"), LATER).article()).isEmpty();
    assertThat(of(due, page(URL, ""), LATER).article()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example/新闻/1", "https://a.example/новости", "/خبر?id=2"})
  void withdrawsTheArticleByTheAddressThatItsPageDeclares(String declared) {
    Recheck known =
        of(due, page(URL, "<html><link rel=canonical href='" + declared + "'>نص"), LATER)
            .next()
            .orElseThrow();

    Recheck once = of(known, Failed.status(URL, 404, null), LATER).next().orElseThrow();
    RecheckResult twice = of(once, Failed.status(URL, 404, null), LATER);

    String address = declared.startsWith("/") ? "https://a.example" + declared : declared;
    assertThat(twice.withdrawal().orElseThrow().getArticleId())
        .isEqualTo(ArticleId.ofUrl(CanonicalUrl.parse(address).orElseThrow()));
  }

  @Test
  void withdrawsWhatWasNotedBeforeIdsWere() {
    Recheck old = Recheck.newBuilder(due).setArticleId("").setGone(1).build();

    Withdrawal withdrawal =
        of(old, Failed.status(URL, 410, null), LATER).withdrawal().orElseThrow();

    assertThat(withdrawal.getArticleId())
        .isEqualTo(ArticleId.ofUrl(CanonicalUrl.parse(URL).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void withdrawsWhatIsGoneTwice(int status) {
    RecheckResult once = of(due, Failed.status(URL, status, null), LATER);
    Instant then = once.next().orElseThrow().getDue();
    RecheckResult twice = of(once.next().orElseThrow(), Failed.status(URL, status, null), then);

    assertThat(once.withdrawal()).isEmpty();
    assertThat(then).isEqualTo(LATER.plus(Duration.ofHours(1)));
    Withdrawal withdrawal = twice.withdrawal().orElseThrow();
    assertThat(withdrawal.getArticleId())
        .isEqualTo(ArticleId.ofUrl(CanonicalUrl.parse(URL).orElseThrow()));
    assertThat(withdrawal.getStatus()).isEqualTo(Status.WITHHELD);
    assertThat(withdrawal.getReason())
        .isEqualTo("gone from its site (HTTP status " + status + " twice)");
    assertThat(withdrawal.getBy()).isEqualTo("a");
    assertThat(twice.next()).isEmpty();
  }

  @Test
  void twiceMeansInARow() {
    Recheck once = of(due, Failed.status(URL, 404, null), LATER).next().orElseThrow();
    Recheck between = of(once, Failed.status(URL, 503, null), LATER).next().orElseThrow();
    RecheckResult again = of(between, Failed.status(URL, 404, null), LATER);

    assertThat(again.withdrawal()).isEmpty();
    assertThat(again.next()).isPresent();
  }

  @Test
  void doesNotWithdrawWhatNeverWasThere() {
    Recheck never = Recheck.newBuilder(due).setBodyHash("").build();
    Recheck once = of(never, Failed.status(URL, 404, null), LATER).next().orElseThrow();

    assertThat(of(once, Failed.status(URL, 404, null), LATER).withdrawal()).isEmpty();
    assertThat(of(never, page(URL, "<html>here"), LATER).article()).isPresent();
  }

  @Test
  void comesNoSoonerThanTheServerSays() {
    Recheck next = of(due, Failed.status(URL, 429, Duration.ofDays(2)), LATER).next().orElseThrow();

    assertThat(next.getDue()).isEqualTo(FETCHED.plus(Duration.ofDays(7)));
  }

  @Test
  void keepsTheEarliestAndOnePerPage() {
    List<Recheck> many =
        IntStream.range(0, 600)
            .mapToObj(
                i ->
                    Recheck.newBuilder(due)
                        .setUrl("https://a.example/" + i)
                        .setDue(FETCHED.minusSeconds(i))
                        .build())
            .toList();

    List<Recheck> kept = RecheckPlan.merged(many, List.of(many.get(599), due));

    assertThat(kept).hasSize(RecheckPlan.MOST).doesNotHaveDuplicates();
    assertThat(kept.get(0)).isEqualTo(many.get(599));
  }

  @Test
  void longAddressesDoNotOutgrowTheRecord() {
    List<Recheck> many =
        IntStream.range(0, 500)
            .mapToObj(
                i ->
                    Recheck.newBuilder(due)
                        .setUrl("https://a.example/" + "長".repeat(2_000) + i)
                        .build())
            .toList();

    assertThat(RecheckPlan.merged(many, List.of())).hasSizeBetween(40, 50);
  }

  @Test
  void asksForNothingAgainWithoutAPlan() {
    assertThat(
            new RecheckPlan(List.of())
                .first(RawArticle.newBuilder().setUrl(URL).setFetched(FETCHED).build(), ""))
        .isEmpty();
  }
}
