package newswire.enrich;

/** Says which raw records are prepared; called by several threads. */
@FunctionalInterface
public interface Intake {

  /** Whether the raw record at this place is prepared. */
  boolean takes(int partition, long offset);
}
