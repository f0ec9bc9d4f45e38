package newswire.enrich.relate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import newswire.enrich.relate.Families.Place;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;
import org.jspecify.annotations.Nullable;

/**
 * Takes in one sketch after the other and says which relations and stories change by it.
 *
 * <p>A new version of an article leaves the family its last one was in; who is left there is
 * decided again. What has left the index by age is not touched any more. An article that comes
 * later than the horizon is related to those of its time that are still there, at least until the
 * next day begins.
 */
final class Relating {

  private final Index index;
  private final Rows<Relation> relations;
  private final Rows<Story> stories;
  private long forgottenBefore = Long.MIN_VALUE;

  Relating(Index index, Rows<Relation> relations, Rows<Story> stories) {
    this.index = index;
    this.relations = relations;
    this.stories = stories;
  }

  /** What has changed, in a fixed order. */
  record Changes(List<Relation> relations, List<StoryChange> stories) {}

  /**
   * A story as it is now.
   *
   * @param story null if there is no such story any more
   */
  record StoryChange(String id, @Nullable Story story) {}

  Changes relate(Sketch sketch) {
    @Nullable Sketch before = index.sketch(sketch.getArticleId());
    if (sketch.equals(before)) {
      return new Changes(List.of(), List.of());
    }
    Member member = Member.of(sketch);
    SortedSet<Member> touched = new TreeSet<>();
    boolean moved = false;
    if (before != null) {
      Member old = Member.of(before);
      moved = !old.equals(member);
      touched.addAll(index.series(old));
      touched.remove(old);
      index.remove(old);
    }
    index.add(sketch);
    touched.addAll(index.series(member));
    String changed = moved ? member.id() : "";
    return changes(Families.decide(touched, id -> id.equals(changed) ? null : kept(id)));
  }

  /** Drops at most {@code limit} articles that the horizon has passed. */
  void forget(int limit) {
    long day = index.firstDay();
    if (day <= forgottenBefore) {
      return;
    }
    List<Member> old = index.before(day, limit);
    old.forEach(this::forget);
    if (old.size() < limit) {
      forgottenBefore = day;
    }
  }

  private void forget(Member member) {
    @Nullable Relation relation = relations.get(member.id());
    if (relation != null && index.isAlone(member)) {
      stories.delete(relation.getStory());
    }
    index.remove(member);
    relations.delete(member.id());
  }

  // The window of a member whose parent is gone is cut short: it cannot be decided again.
  private @Nullable Relation kept(String id) {
    @Nullable Relation relation = relations.get(id);
    return relation != null
            && relation.getParent().filter(parent -> index.sketch(parent) == null).isPresent()
        ? relation
        : null;
  }

  private Changes changes(List<Place> places) {
    List<Relation> changed = new ArrayList<>();
    SortedMap<String, List<Sketch>> touched = new TreeMap<>();
    for (Place place : places) {
      String id = place.member().id();
      Sketch sketch = Objects.requireNonNull(index.sketch(id));
      @Nullable Relation before = relations.get(id);
      Relation after = relation(place, sketch);
      if (!after.equals(before)) {
        relations.put(id, after);
        changed.add(after);
      }
      if (before != null) {
        touched.computeIfAbsent(before.getStory(), story -> new ArrayList<>());
      }
      touched.computeIfAbsent(after.getStory(), story -> new ArrayList<>()).add(sketch);
    }
    List<StoryChange> retold = new ArrayList<>();
    touched.forEach((id, sketches) -> retell(id, sketches, retold));
    return new Changes(changed, retold);
  }

  private static Relation relation(Place place, Sketch sketch) {
    boolean copy = place.parent() != null;
    return Relation.newBuilder()
        .setArticleId(place.member().id())
        .setContentHash(sketch.getContentHash())
        .setKind(copy ? RelationKind.EXACT : RelationKind.NONE)
        .setParent(place.parent())
        .setFamily(place.family())
        .setScore(copy ? 1 : 0)
        .setStory(place.family())
        .setSketchVersion(sketch.getSketchVersion())
        .setEffective(sketch.getEffective())
        .build();
  }

  private void retell(String id, List<Sketch> sketches, List<StoryChange> retold) {
    @Nullable Story before = stories.get(id);
    Stories.@Nullable Earlier earlier = earlier(id, before);
    if (sketches.isEmpty() && earlier == null) {
      if (before != null) {
        stories.delete(id);
        retold.add(new StoryChange(id, null));
      }
      return;
    }
    Story after = Stories.of(id, sketches, earlier);
    if (!after.equals(before)) {
      stories.put(id, after);
      retold.add(new StoryChange(id, after));
    }
  }

  private Stories.@Nullable Earlier earlier(String id, @Nullable Story before) {
    if (before == null || index.sketch(id) != null) {
      return null;
    }
    List<String> gone =
        before.getArticles().stream().filter(article -> index.sketch(article) == null).toList();
    return gone.isEmpty() ? null : new Stories.Earlier(before, gone);
  }
}
