package newswire.enrich.relate;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newswire.enrich.rows.Member;
import newswire.enrich.story.Features;
import org.jspecify.annotations.Nullable;

/**
 * Reports by what they may have in common with others. Under a key that very many share, the first
 * few ({@link Features.By#listed}) of every {@link #SPAN} of event time are listed: that depends on
 * nothing but the set, keeps the work bounded and does not make stories blind to what is new.
 *
 * @param lists by key and whether it is listed
 */
record Listing(Lists lists) {

  static final Duration SPAN = Duration.ofHours(6);

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
      lists.add(listed(key), member);
      return new Met(earlier, later(lookup, member, near), null);
    }
    Member last = span.get(most - 1);
    if (member.compareTo(last) > 0) {
      lists.add(crowd(key), member);
      return new Met(earlier, List.of(), null);
    }
    lists.remove(listed(key), last);
    lists.add(crowd(key), last);
    lists.add(listed(key), member);
    return new Met(earlier, later(lookup, member, near), last);
  }

  private List<Member> near(Features.Lookup lookup, Member member) {
    long window = lookup.by().window().toMillis();
    return lists.between(
        listed(lookup.key()), member.effective() - window, member.effective() + window + 1);
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
      if (!isListed(key, member)) {
        lists.remove(crowd(key), member);
        continue;
      }
      lists.remove(listed(key), member);
      long start = span(member) * SPAN.toMillis();
      @Nullable Member follower = lists.first(crowd(key), start, start + SPAN.toMillis());
      if (follower != null) {
        lists.remove(crowd(key), follower);
        lists.add(listed(key), follower);
        shifts.add(new Shift(lookup, follower));
      }
    }
    return shifts;
  }

  /** Leaves what was decided by it as it is. */
  void forget(List<Features.Lookup> lookups, Member member) {
    for (Features.Lookup lookup : lookups) {
      lists.remove(listed(lookup.key()), member);
      lists.remove(crowd(lookup.key()), member);
    }
  }

  boolean isListed(int key, Member member) {
    return lists.has(listed(key), member);
  }

  /** Whom a report finds under a key: those listed within the window before it. */
  List<Member> before(Features.Lookup lookup, Member member) {
    return near(lookup, member).stream().filter(other -> other.compareTo(member) < 0).toList();
  }

  /** Who finds a listed report under a key. */
  List<Member> after(Features.Lookup lookup, Member member) {
    Duration window = lookup.by().window();
    List<Member> after = new ArrayList<>(after(listed(lookup.key()), window, member));
    after.addAll(after(crowd(lookup.key()), window, member));
    return after;
  }

  private List<Member> after(byte[] prefix, Duration window, Member member) {
    return lists
        .between(prefix, member.effective(), member.effective() + window.toMillis() + 1)
        .stream()
        .filter(other -> other.compareTo(member) > 0)
        .toList();
  }

  private static long span(Member member) {
    return Math.floorDiv(member.effective(), SPAN.toMillis());
  }

  private static byte[] listed(int key) {
    return ByteBuffer.allocate(Lists.PREFIX).putInt(key).put((byte) 0).array();
  }

  private static byte[] crowd(int key) {
    return ByteBuffer.allocate(Lists.PREFIX).putInt(key).put((byte) 1).array();
  }
}
