package newswire.enrich;

/** Says which records are read of what is computed from; called by several threads. */
@FunctionalInterface
public interface Intake {

  /** Whether the record at this place is read. */
  boolean takes(String topic, int partition, long offset);
}
