package newswire.enrich.entities;

import newswire.enrich.tagger.Span;
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
 * @param read what the tagger takes the place for; null where it sees no name
 */
record Naming(
    int start,
    int end,
    EntityType type,
    @Nullable Entry entry,
    double confidence,
    String method,
    @Nullable Span read) {

  static final String TAGGER = "tagger";
  static final String RULE = "rule";

  static Naming linked(NameIndex.Found hit, @Nullable Span read, double weight) {
    return new Naming(
        hit.start(),
        hit.end(),
        hit.entry().type(),
        hit.entry(),
        hit.confidence() * weight,
        hit.method(),
        read);
  }

  static Naming unlinked(Span span, String method) {
    return new Naming(span.start(), span.end(), span.type(), null, span.confidence(), method, span);
  }

  boolean isDemonym() {
    return method.equals(NameIndex.Found.DEMONYM);
  }
}
