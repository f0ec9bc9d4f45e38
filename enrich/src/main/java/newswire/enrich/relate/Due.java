package newswire.enrich.relate;

import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import newswire.enrich.rows.Member;
import org.jspecify.annotations.Nullable;

/**
 * Articles to decide on again, the earliest first: what an article is depends on earlier ones only.
 */
final class Due {

  /** What there is to decide; of nothing in particular, whether what it hangs on has moved. */
  static final class Task {

    private boolean copy;
    private boolean choice;
    private final SortedSet<Member> offers = new TreeSet<>();

    /** Whether it is a copy. */
    boolean isCopy() {
      return copy;
    }

    /** Which of all earlier reports is the closest. */
    boolean isChoice() {
      return choice;
    }

    /** Whether one of these is closer than the closest so far. */
    SortedSet<Member> offers() {
      return offers;
    }
  }

  private final TreeMap<Member, Task> tasks = new TreeMap<>();
  private @Nullable Member current;

  void copy(Member member) {
    task(member).copy = true;
  }

  void choice(Member member) {
    task(member).choice = true;
  }

  void offer(Member member, Member found) {
    task(member).offers.add(found);
  }

  void place(Member member) {
    task(member);
  }

  void drop(Member member) {
    tasks.remove(member);
  }

  Map.@Nullable Entry<Member, Task> next() {
    Map.@Nullable Entry<Member, Task> next = tasks.pollFirstEntry();
    current = next == null ? null : next.getKey();
    return next;
  }

  private Task task(Member member) {
    // What hangs on an article that left by age and came again may be earlier than it.
    boolean isLater = current == null || member.compareTo(current) > 0;
    return isLater
        ? Objects.requireNonNull(tasks.computeIfAbsent(member, m -> new Task()))
        : new Task();
  }
}
