package newswire.app;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Disposition;
import newswire.schemas.avro.DispositionKind;

/**
 * A dead letter without its value and headers, which may be large, and what was done with it.
 *
 * @param id by which people name it
 * @param at where it lies
 * @param head the letter, without value and headers
 * @param content what its value is
 * @param done oldest first
 */
record Letter(String id, Place at, DeadLetter head, Content content, List<Disposition> done) {

  private static final int LONGEST_PLACE = 300;

  /** Where a letter lies, and since when. */
  record Place(int partition, long offset, Instant time) {}

  /**
   * What a value is.
   *
   * @param schema name of its Avro schema, or in words why it has none
   * @param source id of the source; empty if it is not known
   * @param held bytes that the letter has of it
   */
  record Content(String schema, String source, long held) {}

  /** What has become of a letter. */
  enum State {
    OPEN,
    REDRIVEN,
    DISCARDED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What was done last, but for its import. */
  Optional<Disposition> last() {
    return done.stream()
        .filter(d -> d.getKind() != DispositionKind.IMPORTED)
        .reduce((earlier, later) -> later);
  }

  State state() {
    return last()
        .map(
            d ->
                switch (d.getKind()) {
                  case REDRIVEN -> State.REDRIVEN;
                  case DISCARDED -> State.DISCARDED;
                  default -> State.OPEN;
                })
        .orElse(State.OPEN);
  }

  /** Its id and, if there is one, the place of the record. */
  String name() {
    return id + (isOfARecord() ? " " + Sheet.quoted(origin(), LONGEST_PLACE) : "");
  }

  Cause cause() {
    return Cause.of(head.getReason());
  }

  /** Whether it is of a record that lay in a topic. */
  boolean isOfARecord() {
    return !head.getTopic().isEmpty();
  }

  /** Whether the letter has all of the record's value; see {@link Original#isWhole}. */
  boolean isWhole() {
    return !head.getCut() && (content.held() > 0 || head.getValueSize() == 0);
  }

  /** Where the record was, such as {@code newswire.raw.v1-3@42}. */
  String origin() {
    if (!isOfARecord()) {
      return "no record";
    }
    String partition = head.getPartition() < 0 ? "" : "-" + head.getPartition();
    String offset = head.getOffset() < 0 ? "" : "@" + head.getOffset();
    return head.getTopic() + partition + offset;
  }
}
