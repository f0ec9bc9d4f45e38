package newswire.enrich.tagger;

import java.util.List;
import newswire.schemas.avro.EntityType;

/**
 * Where a gazetteer finds one of its names: evidence for the tagger, not a decision.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset after its last
 * @param sure whether the name means only this
 */
public record Hint(int start, int end, EntityType type, boolean sure) {

  /** Finds the hints of a text, in its order, none within another. */
  @FunctionalInterface
  public interface Finder {

    /**
     * The hints in {@code text}.
     *
     * @param language BCP 47 tag
     */
    List<Hint> find(String text, String language);
  }
}
