package newswire.enrich.relate;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newswire.enrich.rows.Member;
import newswire.enrich.rows.Row;
import newswire.enrich.rows.Rows;
import newswire.enrich.story.Features;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Reports by what they may have in common with others. Under a key that very many share, the first
 * few ({@link Features.By#listed}) of every {@link #SPAN} of event time are listed: that depends on
 * nothing but the set, keeps the work bounded and does not make stories blind to what is new.
 *
 * @param rows (key, whether it is listed, effective, id)
 */
record Listing(Rows<byte[]> rows) {

  static final Duration SPAN = Duration.ofHours(6);

  /** Bytes that the rows of a key begin with. */
  static final int PREFIX = Integer.BYTES + 1;

  private static final int ALL = Integer.MAX_VALUE;

  /** A report that others now find under a key. */
  record Shift(Features.Lookup lookup, Member member) {}

  /**
   * What a report that enters meets under a key.
   *
   * @param earlier whom it finds
   * @param later who finds it
   * @param unlisted who is found no longer, for its sake; null if nobody
   */
  record Met(List<Member> earlier, List<Member> later, @Nullable Member unlisted) {}

  Met enter(Features.Lookup lookup, Member member) {
    int key = lookup.key();
    List<Member> near = near(lookup, member);
    List<Member> earlier = near.stream().filter(other -> other.compareTo(member) < 0).toList();
    List<Member> span = near.stream().filter(other -> span(other) == span(member)).toList();
    int most = lookup.by().listed();
    if (span.size() < most) {
      put(listed(key), member);
      return new Met(earlier, later(lookup, member, near), null);
    }
    Member last = span.get(most - 1);
    if (member.compareTo(last) > 0) {
      put(crowd(key), member);
      return new Met(earlier, List.of(), null);
    }
    rows.delete(Row.of(listed(key), last));
    put(crowd(key), last);
    put(listed(key), member);
    return new Met(earlier, later(lookup, member, near), last);
  }

  private List<Member> near(Features.Lookup lookup, Member member) {
    byte[] prefix = listed(lookup.key());
    long window = lookup.by().window().toMillis();
    Bytes from = Row.of(prefix, member.effective() - window);
    return members(from, Row.of(prefix, member.effective() + window + 1));
  }

  // There is a crowd only where a span is full.
  private List<Member> later(Features.Lookup lookup, Member member, List<Member> near) {
    Map<Long, Integer> counts = new HashMap<>();
    near.forEach(other -> counts.merge(span(other), 1, Integer::sum));
    List<Member> later =
        new ArrayList<>(near.stream().filter(other -> other.compareTo(member) > 0).toList());
    if (counts.values().stream().anyMatch(count -> count >= lookup.by().listed())) {
      later.addAll(after(crowd(lookup.key()), lookup.by().window(), member));
    }
    return later;
  }

  /** Says what else changes: who is listed in its place. */
  List<Shift> remove(List<Features.Lookup> lookups, Member member) {
    List<Shift> shifts = new ArrayList<>();
    for (Features.Lookup lookup : lookups) {
      int key = lookup.key();
      Bytes row = Row.of(listed(key), member);
      if (rows.get(row) == null) {
        rows.delete(Row.of(crowd(key), member));
        continue;
      }
      rows.delete(row);
      for (Bytes next : span(crowd(key), member)) {
        Member follower = Row.member(next, PREFIX);
        rows.delete(next);
        put(listed(key), follower);
        shifts.add(new Shift(lookup, follower));
      }
    }
    return shifts;
  }

  /** Leaves what was decided by it as it is. */
  void forget(List<Features.Lookup> lookups, Member member) {
    for (Features.Lookup lookup : lookups) {
      int key = lookup.key();
      rows.delete(Row.of(listed(key), member));
      rows.delete(Row.of(crowd(key), member));
    }
  }

  boolean isListed(int key, Member member) {
    return rows.get(Row.of(listed(key), member)) != null;
  }

  /** Whom a report finds under a key: those listed within the window before it. */
  List<Member> before(Features.Lookup lookup, Member member) {
    byte[] prefix = listed(lookup.key());
    Bytes from = Row.of(prefix, member.effective() - lookup.by().window().toMillis());
    return members(from, Row.of(prefix, member));
  }

  /** Who finds a listed report under a key. */
  List<Member> after(Features.Lookup lookup, Member member) {
    Duration window = lookup.by().window();
    List<Member> after = new ArrayList<>(after(listed(lookup.key()), window, member));
    after.addAll(after(crowd(lookup.key()), window, member));
    return after;
  }

  private List<Member> after(byte[] prefix, Duration window, Member member) {
    Bytes to = Row.of(prefix, member.effective() + window.toMillis() + 1);
    return members(Row.after(Row.of(prefix, member)), to);
  }

  private List<Member> members(Bytes from, Bytes to) {
    return rows.keys(from, to, ALL).stream().map(row -> Row.member(row, PREFIX)).toList();
  }

  /** At most one of the span of a report. */
  private List<Bytes> span(byte[] prefix, Member member) {
    long start = span(member) * SPAN.toMillis();
    return rows.keys(Row.of(prefix, start), Row.of(prefix, start + SPAN.toMillis()), 1);
  }

  private static long span(Member member) {
    return Math.floorDiv(member.effective(), SPAN.toMillis());
  }

  private void put(byte[] prefix, Member member) {
    rows.put(Row.of(prefix, member), Row.NOTHING);
  }

  private static byte[] listed(int key) {
    return ByteBuffer.allocate(PREFIX).putInt(key).put((byte) 0).array();
  }

  private static byte[] crowd(int key) {
    return ByteBuffer.allocate(PREFIX).putInt(key).put((byte) 1).array();
  }
}
