package newswire.enrich.entities;

import newswire.schemas.avro.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * A place in a text that names something.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset after its last
 * @param entry what it means; null if that is not in the gazetteer
 * @param confidence 0 to 1
 * @param method what found it: {@code gazetteer}, {@code demonym}, {@code tagger}, {@code rule}
 */
record Naming(
    int start, int end, EntityType type, @Nullable Entry entry, double confidence, String method) {

  static final String TAGGER = "tagger";
  static final String RULE = "rule";

  static Naming linked(NameIndex.Found hit) {
    return new Naming(
        hit.start(), hit.end(), hit.entry().type(), hit.entry(), hit.confidence(), hit.method());
  }

  boolean isDemonym() {
    return method.equals(NameIndex.Found.DEMONYM);
  }

  boolean overlaps(int from, int to) {
    return start < to && end > from;
  }
}
