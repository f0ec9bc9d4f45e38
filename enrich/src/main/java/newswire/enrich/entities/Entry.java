package newswire.enrich.entities;

import newswire.schemas.avro.EntityType;

/**
 * A thing that the gazetteer knows.
 *
 * @param id ISO 3166 code of a country, {@code nw:...} of anything else
 * @param name in English
 * @param qid Wikidata's id; empty unless certain
 * @param country ISO 3166 code of the country it lies in or belongs to; empty if there is none
 */
record Entry(String id, EntityType type, String name, String qid, String country) {

  boolean isCountry() {
    return id.length() == 2;
  }
}
