package newswire.enrich.relate;

import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import newswire.schemas.avro.Sketch;
import org.jspecify.annotations.Nullable;

/**
 * The articles of the last {@link #HORIZON} of event time, found by id, by body and by day.
 *
 * @param sketches article id to what the article is indexed under
 * @param copies (body, effective, id) of every article that has copies to be told by
 * @param days (effective day, id) of every article, for leaving by age
 */
record Index(Rows<Sketch> sketches, Rows<String> copies, Rows<String> days) {

  static final Duration HORIZON = Duration.ofDays(30);

  private static final String NOTHING = "";
  private static final int ALL = Integer.MAX_VALUE;

  @Nullable Sketch sketch(String id) {
    return sketches.get(id);
  }

  void add(Sketch sketch) {
    Member member = Member.of(sketch);
    sketches.put(member.id(), sketch);
    days.put(dayKey(member), NOTHING);
    if (member.isComparable()) {
      copies.put(member.key(), NOTHING);
    }
  }

  void remove(Member member) {
    sketches.delete(member.id());
    days.delete(dayKey(member));
    if (member.isComparable()) {
      copies.delete(member.key());
    }
  }

  /** All that hang together with the member by gaps within the window, itself included. */
  SortedSet<Member> series(Member member) {
    SortedSet<Member> series = new TreeSet<>();
    series.add(member);
    if (!member.isComparable()) {
      return series;
    }
    for (List<Member> more = before(member); !more.isEmpty(); more = before(more.get(0))) {
      series.addAll(more);
    }
    for (List<Member> more = after(member);
        !more.isEmpty();
        more = after(more.get(more.size() - 1))) {
      series.addAll(more);
    }
    return series;
  }

  /** Whether no other article with this body is within the window of the member. */
  boolean isAlone(Member member) {
    return !member.isComparable() || before(member).isEmpty() && after(member).isEmpty();
  }

  private List<Member> before(Member member) {
    return members(member.keyBefore(Families.WINDOW), member.key());
  }

  private List<Member> after(Member member) {
    // The shortest key that is greater than the member's own.
    return members(member.key() + "!", member.keyAfter(Families.WINDOW));
  }

  private List<Member> members(String from, String to) {
    return copies.keys(from, to, ALL).stream().map(Member::ofKey).toList();
  }

  /** The first day that is within the horizon of the latest article; the least number if none. */
  long firstDay() {
    String last = days.lastKey();
    return last == null ? Long.MIN_VALUE : Member.number(last) - HORIZON.toDays();
  }

  /** At most {@code limit} articles from before that day. */
  List<Member> before(long day, int limit) {
    return days.keys("", Member.sortable(day), limit).stream()
        .map(key -> key.substring(Member.sortable(day).length()))
        .map(sketches::get)
        .map(Member::of)
        .toList();
  }

  private static String dayKey(Member member) {
    return Member.sortable(member.day()) + member.id();
  }
}
