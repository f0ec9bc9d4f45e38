package newswire.enrich.relate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import newswire.enrich.sketch.Fingerprint;
import newswire.schemas.ArticleId;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;

/** Relating in memory, with what a reader of its two topics ends up with. */
final class Newsroom {

  static {
    TrustedRecords.register();
  }

  static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private final MemoryRows<Sketch> sketches = new MemoryRows<>();
  private final MemoryRows<Relation> stored = new MemoryRows<>();
  private final MemoryRows<Story> told = new MemoryRows<>();
  private final Relating relating =
      new Relating(
          new Index(sketches, new MemoryRows<>(), new MemoryRows<>()),
          new Articles(new MemoryRows<>()),
          new Kinship(stored, new MemoryRows<>(), new MemoryRows<>()),
          told);

  final TreeMap<String, Relation> relations = new TreeMap<>();
  final TreeMap<String, Story> stories = new TreeMap<>();

  Relating.Changes take(Sketch sketch) {
    Relating.Changes changes = relating.relate(sketch);
    changes.relations().forEach(relation -> relations.put(relation.getArticleId(), relation));
    for (Relating.StoryChange change : changes.stories()) {
      if (change.story() == null) {
        stories.remove(change.id());
      } else {
        stories.put(change.id(), change.story());
      }
    }
    relating.forget(2);
    return changes;
  }

  List<String> indexed() {
    return sketches.rows.keySet().stream().map(Row::idOf).toList();
  }

  boolean holdsNothingOf(String id) {
    return !sketches.rows.containsKey(Row.ofId(id))
        && !stored.rows.containsKey(Row.ofId(id))
        && !told.rows.containsKey(Row.ofId(id));
  }

  static Sketch sketch(String id, String title, String body, Instant effective) {
    Sketch.Builder sketch = Fingerprint.of(title, List.of(body)).addTo(Sketch.newBuilder());
    if (!body.isEmpty() && sketch.getBodyHash().isEmpty()) {
      // So that tests can do with a few words.
      sketch.setBodyHash(ArticleId.sha256(body.getBytes(UTF_8)));
    }
    return sketch
        .setArticleId(id)
        .setTitle(title)
        .setContentHash(ArticleId.sha256((title + "\n" + body).getBytes(UTF_8)))
        .setSourceName("source of " + id)
        .setLanguage("und")
        .setEffective(effective)
        .setFirstSeen(effective)
        .build();
  }
}
