package newswire.enrich.relate;

import newswire.enrich.rows.Row;
import newswire.enrich.rows.Rows;
import newswire.schemas.avro.Sketch;
import org.jspecify.annotations.Nullable;

/**
 * What stories say of the articles in the index, and choose by.
 *
 * @param rows by article id
 */
record Articles(Rows<Sketch> rows) {

  /** The part of a sketch that stories are made of; the title is in {@link Index#print}. */
  static Sketch part(Sketch sketch) {
    return Sketch.newBuilder()
        .setContentHash(sketch.getContentHash())
        .setSite(sketch.getSite())
        .setSourceName(sketch.getSourceName())
        .setFirstSeen(sketch.getFirstSeen())
        .setLanguage(sketch.getLanguage())
        .setTerms(sketch.getTerms())
        .setEntities(sketch.getEntities())
        .setStoryVersion(sketch.getStoryVersion())
        .build();
  }

  @Nullable Sketch of(String id) {
    return rows.get(Row.ofId(id));
  }

  void put(String id, Sketch part) {
    rows.put(Row.ofId(id), part);
  }

  void remove(String id) {
    rows.delete(Row.ofId(id));
  }
}
