package newswire.ingest;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.Fetched;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Recheck;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;

/**
 * What came of asking for a page again; a pure function of the answer.
 *
 * @param done what was due
 * @param next what is due next; empty if nothing is
 * @param article the page, if it has changed
 * @param withdrawal that of an article whose page is not there any more
 */
record RecheckResult(
    Recheck done,
    Optional<Recheck> next,
    Optional<RawArticle> article,
    Optional<Withdrawal> withdrawal) {

  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int SIGHTINGS = 2;

  static RecheckResult of(
      Source source, Recheck done, FetchResult result, Instant now, RecheckPlan plan) {
    if (result instanceof Fetched page) {
      return read(source, done, page, now, plan);
    }
    if (result instanceof Failed failed) {
      return failed.status() == NOT_FOUND || failed.status() == GONE
          ? missing(source, done, failed.status(), now, plan)
          : unanswered(done, failed, now, plan);
    }
    return nothing(done, plan.next(there(done), now));
  }

  private static RecheckResult read(
      Source source, Recheck done, Fetched page, Instant now, RecheckPlan plan) {
    String hash = ArticleId.sha256(page.body());
    boolean isSame = hash.equals(done.getBodyHash());
    // A page that sends elsewhere, as to the front page, says nothing of the article.
    if (isSame || PageArticle.whyNotHtml(page).isPresent() || !isOnePage(done.getUrl(), page)) {
      return nothing(done, plan.next(there(done), now));
    }
    Recheck known =
        Recheck.newBuilder(there(done))
            .setEtag(page.etag())
            .setBodyHash(hash)
            .setArticleId(PageArticle.id(done.getUrl(), page.body(), page.contentType()))
            .build();
    RawArticle article =
        RawArticle.newBuilder()
            .setSourceId(source.getId())
            .setSourceName(source.getName())
            .setItemId(done.getItemId())
            .setUrl(done.getUrl())
            .setFetched(now)
            .setEntry(done.getEntry().orElse(null))
            .setHttpStatus(page.status())
            .setContentType(page.contentType())
            .setBody(ByteBuffer.wrap(page.body()))
            .build();
    return new RecheckResult(done, plan.next(known, now), Optional.of(article), Optional.empty());
  }

  private static boolean isOnePage(String url, Fetched page) {
    return CanonicalUrl.parse(url).equals(CanonicalUrl.parse(page.url()));
  }

  private static RecheckResult missing(
      Source source, Recheck done, int status, Instant now, RecheckPlan plan) {
    int sightings = done.getGone() + 1;
    if (sightings < SIGHTINGS) {
      Recheck seen = Recheck.newBuilder(done).setGone(sightings).build();
      return nothing(done, Optional.of(plan.soon(seen, now)));
    }
    // What never was there is not withdrawn.
    Optional<Withdrawal> withdrawal =
        Optional.of(id(done))
            .filter(id -> !id.isEmpty() && !done.getBodyHash().isEmpty())
            .map(id -> withdrawal(source, id, status, now));
    return new RecheckResult(done, Optional.empty(), Optional.empty(), withdrawal);
  }

  private static String id(Recheck done) {
    return done.getArticleId().isEmpty()
        ? CanonicalUrl.parse(done.getUrl()).map(ArticleId::ofUrl).orElse("")
        : done.getArticleId();
  }

  private static Withdrawal withdrawal(Source source, String articleId, int status, Instant now) {
    return Withdrawal.newBuilder()
        .setArticleId(articleId)
        .setStatus(Status.WITHHELD)
        .setReason("gone from its site (HTTP status " + status + " twice)")
        .setBy(source.getId())
        .setAt(now)
        .build();
  }

  private static RecheckResult unanswered(
      Recheck done, Failed failed, Instant now, RecheckPlan plan) {
    Duration wait = failed.retryAfter();
    Instant earliest = wait == null ? now : now.plus(wait);
    return nothing(done, plan.next(there(done), earliest));
  }

  private static Recheck there(Recheck done) {
    return Recheck.newBuilder(done).setGone(0).build();
  }

  private static RecheckResult nothing(Recheck done, Optional<Recheck> next) {
    return new RecheckResult(done, next, Optional.empty(), Optional.empty());
  }
}
