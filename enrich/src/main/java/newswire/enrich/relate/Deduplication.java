package newswire.enrich.relate;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import newswire.enrich.rows.MemoryRows;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;

/**
 * Relates articles in memory by the decisions of the topology, without its horizon: nothing is
 * forgotten. For one thread.
 */
public final class Deduplication {

  private final Newsroom newsroom = Newsroom.inMemory();

  /** In any order; a sketch of an article that is known takes the place of the earlier one. */
  public void add(Sketch sketch) {
    newsroom.relating().relate(sketch);
    newsroom.telling().note();
  }

  /** Of every article, as they are now, by article id. */
  public Collection<Relation> relations() {
    MemoryRows<Relation> rows = (MemoryRows<Relation>) newsroom.state().kinship().relations();
    return rows.values();
  }

  /** Those that are new or have changed since this was called last. */
  public List<Story> stories() {
    return newsroom.telling().tellAll().stream()
        .map(Telling.StoryChange::story)
        .filter(Objects::nonNull)
        .toList();
  }
}
