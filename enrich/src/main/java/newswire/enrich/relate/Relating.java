package newswire.enrich.relate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import newswire.enrich.rows.Member;
import newswire.enrich.story.Features;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import org.jspecify.annotations.Nullable;

/**
 * Takes in one sketch after the other and says which relations change by it.
 *
 * <p>The parent of an article is the smallest of (effective, id) among those before it that it is a
 * copy of, at most {@link Index#WINDOW} older; its family is the root over the parents. What is no
 * copy is a report and has a place in the {@link Forest}; a copy is in the story of its family.
 * Those are definitions on sets, so that the order of arrival does not matter: whatever may depend
 * on a new article, or on one that has changed, is decided again, earlier ones first.
 *
 * <p>Promised for all that comes within {@link Index#HORIZON} less {@link Index#WINDOW} of the
 * latest article: one that comes later may be a copy of what has left the index. What has left the
 * index by age is not touched any more, and what hangs on it keeps to it. An article that comes
 * later than the horizon is related to those of its time that are still there, at least until the
 * next day begins.
 */
final class Relating {

  private final State state;
  private final Telling telling;
  private long forgottenBefore = Long.MIN_VALUE;
  private @Nullable Member last;

  Relating(State state, Telling telling) {
    this.state = state;
    this.telling = telling;
  }

  /** The relations that change, the earliest article's first. */
  List<Relation> relate(Sketch sketch) {
    Member member = Member.of(sketch);
    Sketch print = Index.print(sketch);
    Sketch article = Articles.part(sketch);
    @Nullable Sketch before = state.index().print(member.id());
    if (print.equals(before) && article.equals(state.articles().of(member.id()))) {
      return List.of();
    }
    Due due = new Due();
    boolean moved = false;
    if (before != null) {
      Member then = Member.of(member.id(), before);
      state.index().around(then, before).after().forEach(due::copy);
      state.index().remove(member.id(), before);
      last = then.equals(last) ? null : last;
      moved = !then.equals(member) || !before.getBodyHash().equals(print.getBodyHash());
      if (!then.equals(member)) {
        state.forest().leave(then, due);
      }
      due.drop(then);
    }
    if (before == null) {
      // Where it was there before and left by age, something may still hang on it.
      state.kinship().copies(member.id()).forEach(due::copy);
      state.forest().followers(member.id()).forEach(due::choice);
    }
    state.index().add(member.id(), print);
    last = last == null || last.compareTo(member) < 0 ? state.index().last() : last;
    state.articles().put(member.id(), article);
    Index.Around around = state.index().around(member, print);
    around.after().forEach(due::copy);
    due.copy(member);
    return decide(due, new Arrival(member, Features.of(sketch), around.before(), moved));
  }

  /** Nothing of what the article says is told any more; for good, and also if it is yet to come. */
  List<Relation> kill(String id) {
    if (!state.killed().add(id)) {
      return List.of();
    }
    @Nullable Sketch print = state.index().print(id);
    if (print == null) {
      telling.killed(id);
      return List.of();
    }
    Due due = new Due();
    Member member = Member.of(id, print);
    due.place(member);
    return decide(due, new Arrival(member, null, null, false));
  }

  /**
   * What there is to decide about.
   *
   * @param features as they are now; null if they are as before
   * @param earlier whom it may have copied; null if that is as before
   * @param moved whether its text or its time is another one
   */
  private record Arrival(
      Member member,
      @Nullable Features features,
      @Nullable SortedSet<Member> earlier,
      boolean moved) {}

  private List<Relation> decide(Due due, Arrival arrival) {
    List<Relation> changed = new ArrayList<>();
    for (Map.Entry<Member, Due.Task> next = due.next(); next != null; next = due.next()) {
      Member member = next.getKey();
      boolean arrived = member.equals(arrival.member());
      @Nullable Relation before = state.kinship().of(member.id());
      Relation after = relation(member, before, next.getValue(), due, arrived ? arrival : null);
      // A story can change by the article that came although its relation does not.
      if (arrived || !after.equals(before)) {
        telling.changed(before, after);
      }
      if (after.equals(before)) {
        continue;
      }
      state.kinship().decide(member, after);
      changed.add(after);
      if (before == null
          || !before.getFamily().equals(after.getFamily())
          || !before.getStory().equals(after.getStory())) {
        state.kinship().copies(member.id()).forEach(due::place);
      }
    }
    return changed;
  }

  private Relation relation(
      Member member, @Nullable Relation before, Due.Task task, Due due, @Nullable Arrival arrival) {
    Relation.Builder relation =
        Relation.newBuilder()
            .setArticleId(member.id())
            .setContentHash(state.article(member.id()).getContentHash())
            .setSketchVersion(state.print(member.id()).getSketchVersion())
            .setEffective(Instant.ofEpochMilli(member.effective()));
    boolean kept =
        before != null && !(arrival != null && arrival.moved()) && hasLostItsParent(before);
    if (before != null && (kept || !task.isCopy())) {
      Copies.same(before, relation);
    } else {
      Copies.decide(state, member, earlier(member, arrival), relation);
    }
    @Nullable String parent = relation.getParent();
    if (parent == null) {
      Place place = place(member, task, due, arrival);
      relation.setFamily(member.id()).setStory(place.root().id());
      Evidence.write(state, before, place, relation);
      return relation.build();
    }
    state.forest().leave(member, due);
    @Nullable Relation original = kept ? before : state.kinship().of(parent);
    return relation
        .setFamily(original == null ? parent : original.getFamily())
        .setStory(original == null ? parent : original.getStory())
        .build();
  }

  private SortedSet<Member> earlier(Member member, @Nullable Arrival arrival) {
    @Nullable SortedSet<Member> known = arrival == null ? null : arrival.earlier();
    return known == null ? state.index().before(member, state.print(member.id())) : known;
  }

  // The window of a member whose parent is gone is cut short: it cannot be decided again.
  private boolean hasLostItsParent(Relation relation) {
    return relation.getParent().filter(parent -> state.index().print(parent) == null).isPresent();
  }

  private Place place(Member member, Due.Task task, Due due, @Nullable Arrival arrival) {
    Forest forest = state.forest();
    @Nullable Features features = arrival == null ? null : arrival.features();
    @Nullable Place entered = null;
    if (!forest.has(member)) {
      entered = forest.enter(member, features == null ? state.features(member) : features, due);
    } else if (features != null && !forest.isSame(member, features)) {
      forest.leave(member, due);
      entered = forest.enter(member, features, due);
    }
    return forest.settle(member, entered, task, due);
  }

  /** Drops at most {@code limit} articles that the horizon has passed. */
  void forget(int limit) {
    last = last == null ? state.index().last() : last;
    long day = last == null ? Long.MIN_VALUE : last.day() - Index.HORIZON.toDays();
    if (day <= forgottenBefore) {
      return;
    }
    List<Member> old = state.index().before(day, limit);
    Map<String, List<Member>> byStory = new TreeMap<>();
    for (Member member : old) {
      @Nullable Relation relation = state.kinship().of(member.id());
      String story = relation == null ? member.id() : relation.getStory();
      byStory.computeIfAbsent(story, s -> new ArrayList<>()).add(member);
    }
    byStory.forEach(telling::leaving);
    old.forEach(this::forget);
    byStory.keySet().forEach(telling::left);
    if (old.size() < limit) {
      forgottenBefore = day;
    }
  }

  private void forget(Member member) {
    state.forest().forget(member);
    state.kinship().forget(member.id());
    state.index().remove(member.id(), state.print(member.id()));
    state.articles().remove(member.id());
  }
}
