package newswire.ingest;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import newswire.ingest.fetch.FetchResult.Advice;
import newswire.ingest.fetch.FetchResult.Failed;
import newswire.ingest.fetch.FetchResult.NotModified;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;

/**
 * What a poll makes of a source's state once all its articles are written; a pure function of the
 * answer.
 *
 * @param state as it was before, but for what the poll changes; its list of entries is not final
 * @param letter a body that could not be read and has not been put aside before
 */
record PollEnding(SourceState state, Optional<DeadLetter> letter) {

  static final String STAGE = "ingest.feed";
  private static final int GONE = 410;
  private static final int NOT_MODIFIED = 304;

  static PollEnding of(Source source, SourceState before, FeedAnswer answer, Instant now) {
    SourceState known = PollRequest.isOf(source, before) ? before : moved(source, before);
    SourceState.Builder after =
        SourceState.newBuilder(known).setPolled(now).setPolls(before.getPolls() + 1).setGone(false);
    if (answer instanceof FeedAnswer.Missing missing) {
      failed(source, known, after, missing.failed());
      return new PollEnding(after.build(), Optional.empty());
    }
    if (answer instanceof FeedAnswer.Unreadable unreadable) {
      return unreadable(source, before, after, unreadable);
    }
    after.setFailures(0).setLastError("");
    if (answer instanceof FeedAnswer.Read read) {
      read(source, known, after, read);
    } else if (answer instanceof FeedAnswer.Unchanged unchanged) {
      unchanged(source, known, after, unchanged.answer());
    }
    return new PollEnding(after.build(), Optional.empty());
  }

  /** What was known of another address says nothing of this one, but which entries are known. */
  private static SourceState moved(Source source, SourceState before) {
    return SourceState.newBuilder(before)
        .setUrl(source.getUrl())
        .setEtag("")
        .setLastModified("")
        .setBodyHash("")
        .setValidated(Instant.EPOCH)
        .setMovedTo("")
        .setMovedSightings(0)
        .setTtlMs(0)
        .setHub(null)
        .build();
  }

  private static void read(
      Source source, SourceState known, SourceState.Builder after, FeedAnswer.Read read) {
    Duration asked = PollSchedule.asked(read.timetable().least(), read.body().advice().maxAge());
    after
        .setEtag(read.body().etag())
        .setLastModified(read.body().lastModified())
        .setBodyHash(read.bodyHash())
        .setValidated(after.getPolled())
        .setTtlMs(asked.toMillis())
        .setHub(
            HubPlan.announced(known.getHub(), read.feed().announced(), read.body()).orElse(null));
    sight(source, known, after, read.body().advice());
    Duration wait =
        PollSchedule.afterEntries(source, read.feed().entries(), after.getPolls(), asked);
    Instant next = after.getPolled().plus(wait);
    after.setNextPoll(source.getIntervalMs() > 0 ? next : read.timetable().firstFrom(next));
  }

  private static void unchanged(
      Source source, SourceState known, SourceState.Builder after, NotModified answer) {
    if (PollRequest.isContradicted(known, answer)) {
      after.setEtag("").setLastModified("").setValidated(Instant.EPOCH);
    }
    sight(source, known, after, answer.advice());
    Duration asked =
        PollSchedule.asked(Duration.ofMillis(known.getTtlMs()), answer.advice().maxAge());
    after.setNextPoll(after.getPolled().plus(PollSchedule.afterNothingNew(source, known, asked)));
  }

  /** Counts how often the source was seen to have moved to one address. */
  private static void sight(
      Source source, SourceState known, SourceState.Builder after, Advice advice) {
    if (PollRequest.isFollowed(source, known)) {
      return;
    }
    boolean again = !advice.movedTo().isEmpty() && advice.movedTo().equals(known.getMovedTo());
    int before = again ? known.getMovedSightings() : 0;
    after
        .setMovedTo(advice.movedTo())
        .setMovedSightings(advice.movedTo().isEmpty() ? 0 : before + 1);
  }

  private static void failed(
      Source source, SourceState known, SourceState.Builder after, Failed failed) {
    after.setLastError(failed.reason());
    if (failed.status() == GONE) {
      after.setGone(true).setLastError("gone for good (HTTP status 410)");
      after.setEtag("").setLastModified("").setValidated(Instant.EPOCH);
    } else if (!failed.isTransient() && PollRequest.isFollowed(source, known)) {
      // The new address has come to nothing: the old one may know better.
      after.setMovedTo("").setMovedSightings(0);
    } else if (failed.status() == NOT_MODIFIED) {
      after.setEtag("").setLastModified("").setValidated(Instant.EPOCH);
    }
    later(source, after, failed);
  }

  private static void later(Source source, SourceState.Builder after, Failed failed) {
    int failures = after.getFailures() + 1;
    Duration wait = PollSchedule.afterFailure(source, failures, failed);
    after.setFailures(failures).setNextPoll(after.getPolled().plus(wait));
  }

  private static PollEnding unreadable(
      Source source, SourceState before, SourceState.Builder after, FeedAnswer.Unreadable answer) {
    Failed failed =
        Failed.refused(
            answer.body().url(), answer.body().status(), "unreadable: " + answer.reason());
    after.setEtag("").setLastModified("").setBodyHash(answer.bodyHash());
    after.setLastError(failed.reason());
    later(source, after, failed);
    Optional<DeadLetter> letter =
        before.getBodyHash().equals(answer.bodyHash())
            ? Optional.empty()
            : Optional.of(letter(source, answer, after.getPolled()));
    return new PollEnding(after.build(), letter);
  }

  private static DeadLetter letter(Source source, FeedAnswer.Unreadable answer, Instant now) {
    return DeadLetter.newBuilder()
        .setStage(STAGE)
        .setReason(answer.reason())
        .setSourceId(source.getId())
        .setUrl(answer.body().url())
        .setTimestamp(now)
        .setValue(ByteBuffer.wrap(answer.body().body()))
        .setHeaders(List.of())
        .build();
  }
}
