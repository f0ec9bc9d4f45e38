package newswire.enrich.relate;

import java.util.function.Function;
import newswire.enrich.rows.MemoryRows;
import newswire.enrich.rows.Rows;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;

/**
 * Tables in memory, new ones for every name asked for.
 *
 * @param keys makes those whose values are bytes, by name
 */
record MemoryTables(Function<String, Rows<byte[]>> keys) implements Newsroom.Tables {

  @Override
  public Rows<byte[]> bare(String name) {
    return keys.apply(name);
  }

  @Override
  public Rows<Sketch> sketches(String name) {
    return new MemoryRows<>();
  }

  @Override
  public Rows<Relation> relations(String name) {
    return new MemoryRows<>();
  }

  @Override
  public Rows<Story> stories(String name) {
    return new MemoryRows<>();
  }
}
