package newswire.sink.opensearch;

import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;

/**
 * The versions under which documents are written, one {@code long} each: OpenSearch refuses what is
 * smaller than what it has ({@code external_gte}).
 */
final class Versions {

  /** What is killed outranks all that is not: of a killed article no text is ever taken again. */
  private static final long KILLED = 1L << 62;

  private static final int COUNTER_BITS = 40;
  private static final long MOST_COUNTER = (1L << COUNTER_BITS) - 1;
  private static final int MOST_GENERATION = (1 << 22) - 1;

  private Versions() {}

  /** Whether the revision of an article has room: 22 bits of generation, 40 of counter. */
  static boolean fits(Article article) {
    int generation = article.getRevision().getGeneration();
    long counter = article.getRevision().getCounter();
    return generation >= 0
        && generation <= MOST_GENERATION
        && counter >= 0
        && counter <= MOST_COUNTER;
  }

  /** By kill, generation and counter. */
  static long of(Article article) {
    long generation = article.getRevision().getGeneration();
    long revision = generation << COUNTER_BITS | article.getRevision().getCounter();
    return article.getStatus() == Status.KILLED ? killed(revision) : revision;
  }

  /** The same revision, killed. */
  static long killed(long version) {
    return version | KILLED;
  }

  /** By kill and place: a story or an order has no revision, but always the same partition. */
  static long of(Withdrawal order, long offset) {
    return order.getStatus() == Status.KILLED ? killed(of(offset)) : of(offset);
  }

  static long of(long offset) {
    return offset + 1;
  }
}
