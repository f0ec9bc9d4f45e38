package newswire.enrich.relate;

import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import newswire.schemas.avro.Sketch;

/**
 * An article among those of one body, in the order that decides who came first.
 *
 * @param body hash of the body; empty for one too short to compare
 * @param effective milliseconds since 1970
 */
record Member(String body, long effective, String id) implements Comparable<Member> {

  private static final Comparator<Member> ORDER =
      Comparator.comparing(Member::body)
          .thenComparingLong(Member::effective)
          .thenComparing(Member::id);
  private static final int TIME_DIGITS = 16;
  private static final int HASH_DIGITS = 64;

  static Member of(Sketch sketch) {
    return new Member(
        sketch.getBodyHash(), sketch.getEffective().toEpochMilli(), sketch.getArticleId());
  }

  static Member ofKey(String key) {
    int id = HASH_DIGITS + TIME_DIGITS;
    long effective = HexFormat.fromHexDigitsToLong(key, HASH_DIGITS, id) ^ Long.MIN_VALUE;
    return new Member(key.substring(0, HASH_DIGITS), effective, key.substring(id));
  }

  /** Sorts as {@link #compareTo} does. */
  String key() {
    return body + sortable(effective) + id;
  }

  /** The key before all members of this body that are at most {@code span} older. */
  String keyBefore(Duration span) {
    return body + sortable(effective - span.toMillis());
  }

  /** The key after all members of this body that are at most {@code span} younger. */
  String keyAfter(Duration span) {
    return body + sortable(effective + span.toMillis() + 1);
  }

  boolean isWithin(Duration span, Member later) {
    return later.effective - effective <= span.toMillis();
  }

  boolean isComparable() {
    return !body.isEmpty();
  }

  long day() {
    return Math.floorDiv(effective, Duration.ofDays(1).toMillis());
  }

  /** Sixteen digits that sort as the numbers do, negative ones included. */
  static String sortable(long number) {
    return HexFormat.of().toHexDigits(number ^ Long.MIN_VALUE);
  }

  static long number(String sortable) {
    return HexFormat.fromHexDigitsToLong(sortable, 0, TIME_DIGITS) ^ Long.MIN_VALUE;
  }

  @Override
  public int compareTo(Member other) {
    return ORDER.compare(this, other);
  }
}
