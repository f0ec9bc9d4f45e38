package newswire.enrich.relate;

import java.util.List;
import newswire.enrich.story.Reasons;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import org.jspecify.annotations.Nullable;

/** Why a report stands where it does. */
final class Evidence {

  private static final Reasons NONE = new Reasons(List.of(), List.of());

  private Evidence() {}

  /** Writes whom it follows and by what they share; of a killed article not what it says. */
  static void write(
      State state, @Nullable Relation before, Place place, Relation.Builder relation) {
    String id = relation.getArticleId();
    @Nullable Choice neighbour = place.neighbour();
    if (neighbour != null && place.joined()) {
      Reasons reasons = reasons(state, id, neighbour, storyReasons(before));
      relation
          .setStoryParent(neighbour.member().id())
          .setStoryScore(neighbour.score())
          .setStoryTerms(reasons.terms())
          .setStoryEntities(reasons.entities());
    }
    @Nullable Choice counterpart = place.counterpart();
    if (counterpart != null) {
      relation
          .setCounterpart(counterpart.member().id())
          .setCounterpartScore(counterpart.score())
          .setCounterpartEntities(
              reasons(state, id, counterpart, counterpartReasons(before)).entities());
    }
  }

  /** As before if the one it follows has left by age. */
  private static Reasons reasons(State state, String id, Choice choice, Reasons before) {
    if (state.killed().has(id)) {
      return NONE;
    }
    @Nullable Sketch theirs = state.articles().of(choice.member().id());
    return theirs == null ? before : Reasons.shared(state.article(id), theirs);
  }

  private static Reasons storyReasons(@Nullable Relation relation) {
    return relation == null
        ? NONE
        : new Reasons(relation.getStoryTerms(), relation.getStoryEntities());
  }

  private static Reasons counterpartReasons(@Nullable Relation relation) {
    return relation == null ? NONE : new Reasons(List.of(), relation.getCounterpartEntities());
  }
}
