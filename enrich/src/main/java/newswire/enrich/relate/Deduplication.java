package newswire.enrich.relate;

import java.util.Collection;
import java.util.Collections;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;

/**
 * Relates articles in memory by the decisions of the topology, without its horizon: nothing is
 * forgotten. For one thread.
 */
public final class Deduplication {

  private final MemoryRows<Relation> relations = new MemoryRows<>();
  private final Relating relating =
      new Relating(
          new Index(new MemoryRows<>(), new MemoryRows<>(), new MemoryRows<>()),
          new Articles(new MemoryRows<>()),
          new Kinship(relations, new MemoryRows<>(), new MemoryRows<>()),
          new MemoryRows<>());

  /** In any order; a sketch of an article that is known takes the place of the earlier one. */
  public void add(Sketch sketch) {
    relating.relate(sketch);
  }

  /** Of every article, as they are now, by article id. */
  public Collection<Relation> relations() {
    return Collections.unmodifiableCollection(relations.rows.values());
  }
}
