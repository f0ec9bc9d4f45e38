package newswire.enrich.relate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import newswire.enrich.sketch.Fingerprint;
import newswire.enrich.sketch.Likeness;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;
import org.jspecify.annotations.Nullable;

/**
 * Takes in one sketch after the other and says which relations and stories change by it.
 *
 * <p>The parent of an article is the smallest of (effective, id) among those before it that it is a
 * copy of, at most {@link Index#WINDOW} older; its family is the root over the parents. That is a
 * definition on sets, so that the order of arrival does not matter: whoever may have copied a new
 * article, or one that has changed, is decided again.
 *
 * <p>What has left the index by age is not touched any more. An article that comes later than the
 * horizon is related to those of its time that are still there, at least until the next day begins.
 */
final class Relating {

  private final Index index;
  private final Articles articles;
  private final Kinship kinship;
  private final Rows<Story> stories;
  private long forgottenBefore = Long.MIN_VALUE;

  Relating(Index index, Articles articles, Kinship kinship, Rows<Story> stories) {
    this.index = index;
    this.articles = articles;
    this.kinship = kinship;
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

  /** Whom an article copied, and how. */
  private record Parent(Member member, Likeness likeness) {}

  Changes relate(Sketch sketch) {
    Member member = Member.of(sketch);
    Sketch print = Index.print(sketch);
    Sketch article = Articles.part(sketch);
    @Nullable Sketch before = index.print(member.id());
    if (print.equals(before) && article.equals(articles.of(member.id()))) {
      return new Changes(List.of(), List.of());
    }
    SortedSet<Member> touched = new TreeSet<>();
    if (before != null) {
      touched.addAll(index.after(Member.of(member.id(), before), before));
      index.remove(member.id(), before);
    }
    index.add(member.id(), print);
    articles.put(member.id(), article);
    touched.addAll(index.after(member, print));
    touched.removeIf(other -> other.id().equals(member.id()));
    touched.add(member);
    boolean moved = before != null && !isSameText(before, print);
    return decide(touched, member, moved);
  }

  private static boolean isSameText(Sketch one, Sketch other) {
    return one.getEffective().equals(other.getEffective())
        && one.getBodyHash().equals(other.getBodyHash());
  }

  /**
   * Decides on these, earliest first, and on the family of all below them: a parent always comes
   * before its copies.
   */
  private Changes decide(SortedSet<Member> touched, Member arrived, boolean moved) {
    List<Relation> changed = new ArrayList<>();
    SortedSet<String> retold = new TreeSet<>();
    SortedSet<Member> due = new TreeSet<>(touched);
    while (!due.isEmpty()) {
      Member member = due.first();
      due.remove(member);
      @Nullable Relation before = kinship.of(member.id());
      Relation after =
          relation(member, before, touched.contains(member), moved && member.equals(arrived));
      // A story can change by the article that came although its relation does not.
      if (!after.equals(before) || member.equals(arrived)) {
        retold.add(after.getStory());
      }
      if (after.equals(before)) {
        continue;
      }
      kinship.decide(member, after);
      changed.add(after);
      if (before != null) {
        retold.add(before.getStory());
      }
      if (before == null || !before.getFamily().equals(after.getFamily())) {
        due.addAll(kinship.copies(member.id()));
      }
    }
    List<StoryChange> changes = new ArrayList<>();
    retold.forEach(story -> retell(story, changes));
    return new Changes(changed, changes);
  }

  private Relation relation(
      Member member, @Nullable Relation before, boolean isTouched, boolean hasMoved) {
    String version = article(member.id()).getContentHash();
    if (before != null && !hasMoved && hasLostItsParent(before)) {
      return Relation.newBuilder(before).setContentHash(version).build();
    }
    if (before != null && !isTouched && before.getParent().isPresent()) {
      String family = family(before.getParent().get());
      return Relation.newBuilder(before).setFamily(family).setStory(family).build();
    }
    @Nullable Parent parent = parent(member);
    String family = parent == null ? member.id() : family(parent.member().id());
    return Relation.newBuilder()
        .setArticleId(member.id())
        .setContentHash(version)
        .setKind(parent == null ? RelationKind.NONE : kind(parent.likeness()))
        .setParent(parent == null ? null : parent.member().id())
        .setFamily(family)
        .setScore(parent == null ? 0 : parent.likeness().score())
        .setStory(family)
        .setSketchVersion(print(member.id()).getSketchVersion())
        .setEffective(Instant.ofEpochMilli(member.effective()))
        .build();
  }

  // The window of a member whose parent is gone is cut short: it cannot be decided again.
  private boolean hasLostItsParent(Relation relation) {
    return relation.getParent().filter(parent -> index.print(parent) == null).isPresent();
  }

  private String family(String id) {
    @Nullable Relation relation = kinship.of(id);
    return relation == null ? id : relation.getFamily();
  }

  private @Nullable Parent parent(Member member) {
    Sketch print = print(member.id());
    Fingerprint own = Fingerprint.of(print);
    for (Member earlier : index.before(member, print)) {
      Fingerprint theirs = Fingerprint.of(print(earlier.id()));
      Likeness likeness = Likeness.of(own, theirs, member.since(earlier));
      if (likeness.isCopy()) {
        return new Parent(earlier, likeness);
      }
    }
    return null;
  }

  private Sketch print(String id) {
    return Objects.requireNonNull(index.print(id));
  }

  private Sketch article(String id) {
    return Objects.requireNonNull(articles.of(id));
  }

  private static RelationKind kind(Likeness likeness) {
    return switch (likeness.kind()) {
      case EXACT -> RelationKind.EXACT;
      case NEAR -> RelationKind.NEAR;
      case CONTAINED, CONTAINS -> RelationKind.PARTIAL;
      case NONE -> RelationKind.NONE;
    };
  }

  /** Drops at most {@code limit} articles that the horizon has passed. */
  void forget(int limit) {
    long day = index.firstDay();
    if (day <= forgottenBefore) {
      return;
    }
    List<String> old = index.before(day, limit);
    old.forEach(this::forget);
    if (old.size() < limit) {
      forgottenBefore = day;
    }
  }

  private void forget(String id) {
    Sketch print = print(id);
    @Nullable Relation relation = kinship.of(id);
    kinship.forget(id);
    index.remove(id, print);
    articles.remove(id);
    if (relation != null && kinship.members(relation.getStory()).isEmpty()) {
      stories.delete(Row.ofId(relation.getStory()));
    }
  }

  private void retell(String id, List<StoryChange> changes) {
    @Nullable Story before = stories.get(Row.ofId(id));
    List<Sketch> sketches = kinship.members(id).stream().map(this::sketch).toList();
    Stories.@Nullable Earlier earlier = earlier(id, before);
    if (sketches.isEmpty() && earlier == null) {
      if (before != null) {
        stories.delete(Row.ofId(id));
        changes.add(new StoryChange(id, null));
      }
      return;
    }
    Story after = Stories.of(id, sketches, earlier);
    if (!after.equals(before)) {
      stories.put(Row.ofId(id), after);
      changes.add(new StoryChange(id, after));
    }
  }

  private Sketch sketch(Member member) {
    Sketch print = print(member.id());
    return Sketch.newBuilder(article(member.id()))
        .setArticleId(member.id())
        .setEffective(print.getEffective())
        .setTitle(print.getTitle())
        .build();
  }

  private Stories.@Nullable Earlier earlier(String id, @Nullable Story before) {
    if (before == null || index.print(id) != null) {
      return null;
    }
    List<String> gone =
        before.getArticles().stream().filter(article -> index.print(article) == null).toList();
    return gone.isEmpty() ? null : new Stories.Earlier(before, gone);
  }
}
