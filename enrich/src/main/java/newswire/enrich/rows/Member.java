package newswire.enrich.rows;

import java.time.Duration;
import java.util.Comparator;
import newswire.schemas.avro.Sketch;

/**
 * An article in the order that decides who came first.
 *
 * @param effective milliseconds since 1970
 */
public record Member(long effective, String id) implements Comparable<Member> {

  public static final Duration DAY = Duration.ofDays(1);

  private static final Comparator<Member> ORDER =
      Comparator.comparingLong(Member::effective).thenComparing(Member::id);

  public static Member of(Sketch sketch) {
    return of(sketch.getArticleId(), sketch);
  }

  /** Of a part of a sketch that has the time. */
  public static Member of(String id, Sketch part) {
    return new Member(part.getEffective().toEpochMilli(), id);
  }

  public Duration since(Member earlier) {
    return Duration.ofMillis(effective - earlier.effective);
  }

  public long day() {
    return Math.floorDiv(effective, DAY.toMillis());
  }

  @Override
  public int compareTo(Member other) {
    return ORDER.compare(this, other);
  }
}
