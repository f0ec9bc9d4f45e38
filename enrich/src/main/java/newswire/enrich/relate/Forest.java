package newswire.enrich.relate;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import newswire.enrich.rows.Member;
import newswire.enrich.rows.Row;
import newswire.enrich.rows.Rows;
import newswire.enrich.story.Brake;
import newswire.enrich.story.Closeness;
import newswire.enrich.story.Features;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Which report follows which. A report is an article that is no copy. Each chooses the closest of
 * the earlier ones in its language that it finds, and of those in other languages; then it joins
 * the story of the first if it is close enough for the age and depth of that story. All of it is
 * defined on sets.
 *
 * @param found reports by what they may have in common
 * @param features of every report
 * @param places {@link Place} of every report, by id
 * @param followers (how, chosen id, effective, id) of every report with a choice
 * @param known whether an article, by id, has not left by age
 */
record Forest(
    Listing found,
    FeatureRows features,
    Rows<byte[]> places,
    Rows<byte[]> followers,
    Predicate<String> known) {

  /** Bytes that the rows of those that follow one begin with. */
  static final int PREFIX = 1 + Row.PREFIX;

  private static final int ALL = Integer.MAX_VALUE;

  /** How a report follows another. */
  private enum As {
    NEIGHBOUR,
    COUNTERPART
  }

  boolean has(Member member) {
    return features.of(member) != null;
  }

  /** Whether a report that is there is compared by these. */
  boolean isSame(Member member, Features other) {
    @Nullable Features own = features.of(member);
    return own != null && Arrays.equals(own.bytes(), other.bytes());
  }

  @Nullable Place place(String id) {
    byte @Nullable [] bytes = places.get(Row.ofId(id));
    return bytes == null ? null : Place.of(bytes);
  }

  /** Those whose counterpart this report is. */
  List<Member> counterparts(String id) {
    return followers(As.COUNTERPART, id);
  }

  /** Those that have chosen this report. */
  List<Member> followers(String id) {
    List<Member> all = new ArrayList<>(followers(As.NEIGHBOUR, id));
    all.addAll(followers(As.COUNTERPART, id));
    return all;
  }

  /** A report that was not there, with what it follows; it is there once it is settled. */
  Place enter(Member member, Features own, Due due) {
    features.put(member.id(), own);
    Tally earlier = new Tally();
    Tally later = new Tally();
    for (Features.Lookup lookup : own.lookups()) {
      Listing.Met met = found.enter(lookup, member);
      earlier.add(met.earlier(), lookup.by().weight());
      later.add(met.later(), lookup.by().weight());
      @Nullable Member unlisted = met.unlisted();
      if (unlisted != null) {
        chooseAgain(unlisted.id(), due);
      }
    }
    later.enough().forEach(follower -> due.offer(follower, member));
    return offered(member, own, new Place(null, null, member, 0), earlier.enough());
  }

  /** For good: as a copy, or to come back with another text or time. */
  void leave(Member member, Due due) {
    @Nullable Features own = features.of(member);
    if (own == null) {
      return;
    }
    @Nullable Place place = place(member.id());
    unfollow(member, place);
    places.delete(Row.ofId(member.id()));
    features.remove(member.id());
    chooseAgain(member.id(), due);
    for (Listing.Shift shift : found.remove(own.lookups(), member)) {
      for (Member later : found.after(shift.lookup(), shift.member())) {
        if (finds(later, shift.member())) {
          due.offer(later, shift.member());
        }
      }
    }
  }

  /** By age: what has chosen it keeps to it. */
  void forget(Member member) {
    @Nullable Features own = features.of(member);
    if (own == null) {
      return;
    }
    found.forget(own.lookups(), member);
    unfollow(member, place(member.id()));
    places.delete(Row.ofId(member.id()));
    features.remove(member.id());
  }

  /**
   * Decides where a report stands.
   *
   * @param entered what {@link #enter} gave if it has just done so, else null
   */
  Place settle(Member member, @Nullable Place entered, Due.Task task, Due due) {
    Place before = entered == null ? Objects.requireNonNull(place(member.id())) : entered;
    Features own = Objects.requireNonNull(features.of(member));
    Place chosen =
        task.isChoice() ? choose(member, own) : offered(member, own, before, task.offers());
    // What has lost by age what it follows cannot choose among all any more.
    boolean kept = hasLeft(before.neighbour());
    @Nullable Choice counterpart =
        hasLeft(before.counterpart()) ? before.counterpart() : chosen.counterpart();
    Place after =
        kept
            ? new Place(before.neighbour(), counterpart, before.root(), before.depth())
            : rooted(member, chosen.neighbour(), counterpart);
    if (entered != null || !after.equals(before)) {
      put(member, entered == null ? before : null, after);
    }
    if (!after.root().equals(before.root()) || after.depth() != before.depth()) {
      followers(As.NEIGHBOUR, member.id()).forEach(due::place);
    }
    return after;
  }

  private boolean hasLeft(@Nullable Choice choice) {
    return choice != null
        && features.of(choice.member()) == null
        && !known.test(choice.member().id());
  }

  private void chooseAgain(String chosen, Due due) {
    for (As as : As.values()) {
      followers(as, chosen).forEach(due::choice);
    }
  }

  private Place choose(Member member, Features own) {
    Tally candidates = new Tally();
    for (Features.Lookup lookup : own.lookups()) {
      candidates.add(found.before(lookup, member), lookup.by().weight());
    }
    return offered(member, own, new Place(null, null, member, 0), candidates.enough());
  }

  // As choose() does, for one.
  private boolean finds(Member member, Member earlier) {
    @Nullable Features own = features.of(member);
    if (own == null) {
      return false;
    }
    Duration age = member.since(earlier);
    int count = 0;
    for (Features.Lookup lookup : own.lookups()) {
      boolean near = age.compareTo(lookup.by().window()) <= 0;
      count += near && found.isListed(lookup.key(), earlier) ? lookup.by().weight() : 0;
    }
    return Tally.isEnough(count);
  }

  private Place offered(Member member, Features own, Place place, Collection<Member> candidates) {
    @Nullable Choice neighbour = place.neighbour();
    @Nullable Choice counterpart = place.counterpart();
    for (Member candidate : candidates) {
      @Nullable Features theirs = features.of(candidate);
      if (theirs == null || candidate.compareTo(member) >= 0) {
        continue;
      }
      if (own.sameLanguage(theirs)) {
        Choice choice = new Choice(candidate, Closeness.of(own, theirs));
        boolean enough = Brake.joins(choice.score(), Duration.ZERO, 0);
        neighbour = enough ? better(choice, neighbour) : neighbour;
      } else {
        Choice choice = new Choice(candidate, Closeness.across(own, theirs));
        boolean enough = Closeness.joinsAcross(choice.score());
        counterpart = enough ? better(choice, counterpart) : counterpart;
      }
    }
    return new Place(neighbour, counterpart, place.root(), place.depth());
  }

  private static Choice better(Choice one, @Nullable Choice other) {
    return other == null || one.isBetterThan(other) ? one : other;
  }

  private Place rooted(Member member, @Nullable Choice neighbour, @Nullable Choice counterpart) {
    @Nullable Place earlier = neighbour == null ? null : place(neighbour.member().id());
    if (neighbour != null && earlier != null) {
      Duration age = member.since(earlier.root());
      if (Brake.joins(neighbour.score(), age, earlier.depth())) {
        return new Place(neighbour, counterpart, earlier.root(), earlier.depth() + 1);
      }
    }
    return new Place(neighbour, counterpart, member, 0);
  }

  private void put(Member member, @Nullable Place before, Place after) {
    unfollow(member, before);
    places.put(Row.ofId(member.id()), after.bytes());
    follow(As.NEIGHBOUR, after.neighbour(), member);
    follow(As.COUNTERPART, after.counterpart(), member);
  }

  private void follow(As as, @Nullable Choice choice, Member member) {
    if (choice != null) {
      followers.put(Row.of(prefix(as, choice.member().id()), member), Row.NOTHING);
    }
  }

  private void unfollow(Member member, @Nullable Place place) {
    if (place == null) {
      return;
    }
    for (As as : As.values()) {
      @Nullable Choice choice = as == As.NEIGHBOUR ? place.neighbour() : place.counterpart();
      if (choice != null) {
        followers.delete(Row.of(prefix(as, choice.member().id()), member));
      }
    }
  }

  private List<Member> followers(As as, String id) {
    byte[] prefix = prefix(as, id);
    List<Member> members = new ArrayList<>();
    for (Bytes row : followers.keys(Bytes.wrap(prefix), Row.end(prefix), ALL)) {
      members.add(Row.member(row, prefix.length));
    }
    return members;
  }

  private static byte[] prefix(As as, String id) {
    byte[] chosen = Row.prefix(id);
    return ByteBuffer.allocate(1 + chosen.length).put((byte) as.ordinal()).put(chosen).array();
  }
}
