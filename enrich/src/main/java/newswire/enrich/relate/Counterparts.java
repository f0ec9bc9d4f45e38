package newswire.enrich.relate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newswire.enrich.rows.Member;
import newswire.schemas.avro.RelatedStory;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import org.jspecify.annotations.Nullable;

/** Who reports the same as a story in other languages. */
final class Counterparts {

  static final Comparator<RelatedStory> CLOSEST =
      Comparator.comparingDouble(RelatedStory::getScore)
          .reversed()
          .thenComparing(RelatedStory::getStory);

  private static final Comparator<RelatedStory> BEST =
      CLOSEST.thenComparing(related -> String.join(" ", related.getEntities()));

  private Counterparts() {}

  /**
   * Each story that has a counterpart of one of these articles, or the other way round, by the
   * closest two.
   */
  static List<RelatedStory> of(State state, String story, List<Member> members) {
    Map<String, RelatedStory> byStory = new TreeMap<>();
    for (Member member : members) {
      @Nullable Relation own = state.kinship().of(member.id());
      if (own != null) {
        own.getCounterpart().ifPresent(other -> add(state, own, other, byStory));
      }
      for (Member later : state.forest().counterparts(member.id())) {
        @Nullable Relation theirs = state.kinship().of(later.id());
        if (theirs != null && theirs.getCounterpart().isPresent()) {
          add(state, theirs, later.id(), byStory);
        }
      }
    }
    byStory.remove(story);
    return byStory.values().stream().sorted(CLOSEST).toList();
  }

  private static void add(
      State state, Relation edge, String other, Map<String, RelatedStory> byStory) {
    @Nullable Relation relation = state.kinship().of(other);
    if (relation == null) {
      return;
    }
    String story = relation.getStory();
    RelatedStory related =
        RelatedStory.newBuilder()
            .setStory(story)
            .setLanguage(language(state, other))
            .setScore(edge.getCounterpartScore())
            .setEntities(edge.getCounterpartEntities())
            .build();
    byStory.merge(story, related, (a, b) -> BEST.compare(a, b) <= 0 ? a : b);
  }

  private static String language(State state, String article) {
    @Nullable Sketch part = state.articles().of(article);
    return part == null ? "und" : part.getLanguage();
  }
}
