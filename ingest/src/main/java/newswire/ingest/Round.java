package newswire.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;
import newswire.schemas.avro.Withdrawal;

/**
 * Something under way for one source, of which there is one at a time: it changes the source's
 * state, and is written in pieces. For one thread, but for {@link #isWanted}.
 */
interface Round {

  /**
   * A part to be written in one transaction.
   *
   * @param isLast whether the round is over with it
   */
  record Piece(
      Round round,
      List<RawArticle> articles,
      List<Withdrawal> withdrawals,
      Optional<DeadLetter> letter,
      SourceState state,
      boolean isLast) {}

  Source source();

  int partition();

  /** Whether it asks the source itself, and not only for pages. */
  boolean isPoll();

  /** Whether anybody still waits for it; may be asked from any thread. */
  boolean isWanted();

  void cancel();

  /** Whether there is something to write that should not wait for more. */
  boolean isRipe(int batch, Instant now);

  /** Whether it has found something that is not written yet. */
  boolean isBringing();

  /** Whether there is something to write. */
  boolean hasArticles();

  /** The next piece, of no more than so many articles; nothing changes until it is written. */
  Piece next(int most, Instant now);

  /** The piece has been committed. */
  void written(Piece piece, Instant now);
}
