package newswire.enrich.entities;

import newswire.schemas.avro.EntityType;

/**
 * A thing that the gazetteer knows.
 *
 * @param id ISO 3166 code of a country, {@code nw:...} of anything else
 * @param name in English
 */
record Entry(String id, EntityType type, String name) {

  boolean isCountry() {
    return id.length() == 2;
  }
}
