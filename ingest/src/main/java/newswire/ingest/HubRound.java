package newswire.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import newswire.schemas.avro.Hub;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;
import org.jspecify.annotations.Nullable;

/**
 * The hub of a source is asked for a subscription, or its answer is put down. For one thread, but
 * for {@link #isWanted}.
 */
final class HubRound implements Round {

  private final Source source;
  private final int partition;
  private final SourceState state;
  private @Nullable Hub result;
  private volatile boolean wanted = true;

  /**
   * @param answer what the hub has become; null if it is still to be asked
   */
  HubRound(Source source, int partition, SourceState state, @Nullable Hub answer) {
    this.source = source;
    this.partition = partition;
    this.state = state;
    this.result = answer;
  }

  boolean isAsking() {
    return result == null;
  }

  Hub hub() {
    return state.getHub().orElseThrow();
  }

  void arrived(Hub after) {
    result = after;
  }

  @Override
  public Source source() {
    return source;
  }

  @Override
  public int partition() {
    return partition;
  }

  @Override
  public boolean isPoll() {
    return false;
  }

  @Override
  public boolean isWanted() {
    return wanted;
  }

  @Override
  public void cancel() {
    wanted = false;
  }

  @Override
  public boolean isRipe(int batch, Instant now) {
    return result != null;
  }

  @Override
  public boolean isBringing() {
    return false;
  }

  @Override
  public boolean hasArticles() {
    return false;
  }

  @Override
  public Piece next(int most, Instant now) {
    SourceState written = SourceState.newBuilder(state).setHub(result).build();
    return new Piece(this, List.of(), List.of(), Optional.empty(), written, true);
  }

  @Override
  public void written(Piece piece, Instant now) {
    // There is only the one piece.
  }
}
