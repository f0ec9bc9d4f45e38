package newswire.enrich.tagger;

import newswire.schemas.avro.EntityType;

/**
 * A name in a text.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset after its last
 * @param type PERSON, PLACE or ORGANISATION
 * @param confidence 0 to 1
 */
public record Span(int start, int end, EntityType type, double confidence) {}
