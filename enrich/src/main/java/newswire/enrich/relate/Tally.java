package newswire.enrich.relate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import newswire.enrich.rows.Member;

/**
 * Reports by how much they have in common with one, counted by the keys that both have. One shared
 * term brings together what has nothing to do with each other: of real reports of different events
 * one in fifty or so share a key, and a tenth of those share two.
 */
final class Tally {

  private static final int ENOUGH = 2;

  private final Map<Member, Integer> counts = new HashMap<>();

  void add(Collection<Member> members, int weight) {
    members.forEach(member -> counts.merge(member, weight, Integer::sum));
  }

  /** Those that have enough in common to be compared, earliest first. */
  SortedSet<Member> enough() {
    SortedSet<Member> enough = new TreeSet<>();
    counts.forEach(
        (member, count) -> {
          if (isEnough(count)) {
            enough.add(member);
          }
        });
    return enough;
  }

  static boolean isEnough(int count) {
    return count >= ENOUGH;
  }
}
