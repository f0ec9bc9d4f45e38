package newswire.enrich.relate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import newswire.schemas.avro.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Decides who copied whom among articles with one body; a definition on sets, so that the order of
 * arrival does not matter.
 *
 * <p>The parent of an article is the smallest of (effective, id) among those before it and at most
 * {@link #WINDOW} older; the family is the root over the parents.
 */
final class Families {

  static final Duration WINDOW = Duration.ofDays(7);

  private Families() {}

  /**
   * What was decided of one article.
   *
   * @param parent null for an original
   * @param family id of the root; its own id for an original
   */
  record Place(Member member, @Nullable String parent, String family) {}

  /**
   * Decides on complete series: every member that shares a body with one of them and is within the
   * window of it must be there too.
   *
   * @param kept what was decided of a member whose parent has left the index by age, by id; such a
   *     decision stands
   */
  static List<Place> decide(SortedSet<Member> members, Function<String, @Nullable Relation> kept) {
    List<Member> all = new ArrayList<>(members);
    List<Place> places = new ArrayList<>();
    Map<String, String> families = new HashMap<>();
    int first = 0;
    for (int i = 0; i < all.size(); i++) {
      Member member = all.get(i);
      while (!isCandidate(all.get(first), member)) {
        first++;
      }
      Relation before = kept.apply(member.id());
      Place place =
          before != null
              ? new Place(member, before.getParent().orElse(null), before.getFamily())
              : place(member, first < i ? all.get(first) : null, families);
      families.put(member.id(), place.family());
      places.add(place);
    }
    return places;
  }

  // A member is its own candidate: that ends the search for the first.
  private static boolean isCandidate(Member earlier, Member member) {
    return earlier.equals(member)
        || member.isComparable()
            && earlier.body().equals(member.body())
            && earlier.isWithin(WINDOW, member);
  }

  private static Place place(Member member, @Nullable Member parent, Map<String, String> families) {
    return parent == null
        ? new Place(member, null, member.id())
        : new Place(member, parent.id(), families.getOrDefault(parent.id(), parent.id()));
  }
}
