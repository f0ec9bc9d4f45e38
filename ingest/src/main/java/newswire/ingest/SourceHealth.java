package newswire.ingest;

import java.time.Instant;
import java.util.Optional;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;

/**
 * How a source is doing.
 *
 * @param polls how often it has been asked, ever
 * @param articles how many raw articles it has brought, ever
 * @param lastPoll empty if it has not been asked yet
 * @param nextPoll empty if it has not been asked yet, is paused, or is gone for good
 * @param failures failed polls since the last good one
 * @param lastError empty if the last poll was good
 */
public record SourceHealth(
    String id,
    String name,
    String url,
    boolean paused,
    long polls,
    long articles,
    Optional<Instant> lastPoll,
    Optional<Instant> nextPoll,
    int failures,
    String lastError) {

  /** Of a source whose records are {@code source} and {@code state}. */
  public static SourceHealth of(Source source, SourceState state) {
    boolean asked = state.getPolls() > 0;
    return new SourceHealth(
        source.getId(),
        source.getName(),
        source.getUrl(),
        source.getPaused(),
        state.getPolls(),
        state.getArticles(),
        asked ? Optional.of(state.getPolled()) : Optional.empty(),
        asked && !source.getPaused() && !state.getGone()
            ? Optional.of(HubPlan.nextPoll(source, state))
            : Optional.empty(),
        state.getFailures(),
        state.getLastError());
  }
}
