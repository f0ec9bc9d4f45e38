package newswire.ingest;

import java.time.Duration;
import java.time.Instant;
import newswire.ingest.fetch.FetchRequest;
import newswire.ingest.fetch.FetchResult.NotModified;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;

/** How a source's feed is asked for, by what is known of it. */
final class PollRequest {

  /** A server that is wrong about what has changed is found out after this long. */
  private static final Duration LONGEST_BELIEVED = Duration.ofDays(8);

  private static final int SIGHTINGS = 3;

  private PollRequest() {}

  static FetchRequest of(Source source, SourceState state, int maxBytes, Instant now) {
    boolean believed =
        isOf(source, state) && state.getValidated().plus(LONGEST_BELIEVED).isAfter(now);
    return FetchRequest.feed(
        address(source, state),
        believed ? state.getEtag() : "",
        believed ? state.getLastModified() : "",
        maxBytes,
        source.getAllowPrivateNetworks());
  }

  /** Where it has moved, if it has said so often enough, else where the source says it is. */
  private static String address(Source source, SourceState state) {
    return isFollowed(source, state) ? state.getMovedTo() : source.getUrl();
  }

  /** Whether the source's new address is asked at once. */
  static boolean isFollowed(Source source, SourceState state) {
    return isOf(source, state)
        && state.getMovedSightings() >= SIGHTINGS
        && !state.getMovedTo().isEmpty();
  }

  /** Whether the state is that of the source as it stands now. */
  static boolean isOf(Source source, SourceState state) {
    return state.getUrl().equals(source.getUrl());
  }

  /** Whether the answer names another body than the one it says is unchanged. */
  static boolean isContradicted(SourceState state, NotModified answer) {
    if (!answer.etag().isEmpty() && !state.getEtag().isEmpty()) {
      return !strong(answer.etag()).equals(strong(state.getEtag()));
    }
    return !answer.lastModified().isEmpty()
        && !state.getLastModified().isEmpty()
        && !answer.lastModified().equals(state.getLastModified());
  }

  // Servers that compress on the way mark the tag of the same body as weak.
  private static String strong(String etag) {
    return etag.startsWith("W/") ? etag.substring(2) : etag;
  }
}
