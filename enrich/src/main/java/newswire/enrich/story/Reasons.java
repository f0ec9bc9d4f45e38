package newswire.enrich.story;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.SketchEntity;
import newswire.schemas.avro.Term;

/**
 * Why two articles are close: what they share, that which counted most first; at most {@link #MOST}
 * of each.
 *
 * @param terms stems; empty for articles in different languages
 * @param entities ids; of an unknown name {@code ~} and its key
 */
public record Reasons(List<String> terms, List<String> entities) {

  static final int MOST = 8;

  /** The same whichever comes first. */
  public static Reasons shared(Sketch one, Sketch other) {
    return new Reasons(
        Group.of(one.getLanguage()).equals(Group.of(other.getLanguage()))
            ? shared(one.getTerms(), other.getTerms(), Term::getTerm, Term::getWeight)
            : List.of(),
        shared(
            one.getEntities(), other.getEntities(), SketchEntity::getId, SketchEntity::getWeight));
  }

  private static <T> List<String> shared(
      List<T> mine, List<T> theirs, Function<T, String> name, ToIntFunction<T> weight) {
    Map<String, Integer> weights =
        theirs.stream().collect(Collectors.toMap(name, weight::applyAsInt, Math::max));
    return mine.stream()
        .filter(one -> weights.containsKey(name.apply(one)))
        .sorted(
            Comparator.comparingLong(
                    (T one) ->
                        -(long) weight.applyAsInt(one) * weights.getOrDefault(name.apply(one), 0))
                .thenComparing(name))
        .map(name)
        .distinct()
        .limit(MOST)
        .toList();
  }
}
