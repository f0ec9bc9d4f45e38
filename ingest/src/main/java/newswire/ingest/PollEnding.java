package newswire.ingest;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import newswire.ingest.fetch.FetchResult.Failed;
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

  static PollEnding of(Source source, SourceState before, FeedAnswer answer, Instant now) {
    SourceState.Builder after =
        SourceState.newBuilder(before)
            .setUrl(source.getUrl())
            .setPolled(now)
            .setPolls(before.getPolls() + 1);
    if (answer instanceof FeedAnswer.Missing missing) {
      failed(source, after, missing.failed());
      return new PollEnding(after.build(), Optional.empty());
    }
    if (answer instanceof FeedAnswer.Unreadable unreadable) {
      return unreadable(source, before, after, unreadable);
    }
    after.setFailures(0).setLastError("");
    Duration wait = PollSchedule.afterNothingNew(source, before);
    if (answer instanceof FeedAnswer.Read read) {
      after
          .setEtag(read.body().etag())
          .setLastModified(read.body().lastModified())
          .setBodyHash(read.bodyHash());
      wait = PollSchedule.afterEntries(source, read.feed().entries());
    }
    return new PollEnding(after.setNextPoll(now.plus(wait)).build(), Optional.empty());
  }

  private static void failed(Source source, SourceState.Builder after, Failed failed) {
    after.setLastError(failed.reason());
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
