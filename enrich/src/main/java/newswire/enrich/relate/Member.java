package newswire.enrich.relate;

import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import newswire.schemas.avro.Sketch;

/**
 * An article in the order that decides who came first.
 *
 * @param effective milliseconds since 1970
 */
record Member(long effective, String id) implements Comparable<Member> {

  private static final Comparator<Member> ORDER =
      Comparator.comparingLong(Member::effective).thenComparing(Member::id);
  private static final int DIGITS = 16;

  static Member of(Sketch sketch) {
    return new Member(sketch.getEffective().toEpochMilli(), sketch.getArticleId());
  }

  /** Of what {@link #row} gave, from there on in a key. */
  static Member ofRow(String key, int from) {
    return new Member(number(key.substring(from)), key.substring(from + DIGITS));
  }

  /** Sorts as {@link #compareTo} does. */
  String row() {
    return sortable(effective) + id;
  }

  /** Before the rows of all that are at most {@code span} older. */
  String rowBefore(Duration span) {
    return sortable(effective - span.toMillis());
  }

  /** After the rows of all that are at most {@code span} younger. */
  String rowAfter(Duration span) {
    return sortable(effective + span.toMillis() + 1);
  }

  Duration since(Member earlier) {
    return Duration.ofMillis(effective - earlier.effective);
  }

  long day() {
    return Math.floorDiv(effective, Duration.ofDays(1).toMillis());
  }

  /** Sixteen digits that sort as the numbers do, negative ones included. */
  static String sortable(long number) {
    return HexFormat.of().toHexDigits(number ^ Long.MIN_VALUE);
  }

  static long number(String sortable) {
    return HexFormat.fromHexDigitsToLong(sortable, 0, DIGITS) ^ Long.MIN_VALUE;
  }

  @Override
  public int compareTo(Member other) {
    return ORDER.compare(this, other);
  }
}
