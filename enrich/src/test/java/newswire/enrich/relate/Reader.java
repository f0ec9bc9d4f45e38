package newswire.enrich.relate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import newswire.enrich.rows.Member;
import newswire.enrich.sketch.Fingerprint;
import newswire.schemas.ArticleId;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;

/** Relating, with what a reader of its two topics ends up with. */
final class Reader {

  static {
    TrustedRecords.register();
  }

  static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  // Stories are told after every so many articles.
  private static final int TOLD_EVERY = 3;

  private final Newsroom newsroom;
  private int taken;

  final TreeMap<String, Relation> relations = new TreeMap<>();
  final TreeMap<String, Story> stories = new TreeMap<>();

  Reader() {
    this(Newsroom.inMemory());
  }

  Reader(Newsroom newsroom) {
    this.newsroom = newsroom;
  }

  /** Who has read the same and goes on with another newsroom. */
  Reader restarted(Newsroom next) {
    Reader reader = new Reader(next);
    reader.relations.putAll(relations);
    reader.stories.putAll(stories);
    return reader;
  }

  List<Relation> take(Sketch sketch) {
    List<Relation> changes = newsroom.relating().relate(sketch);
    read(changes);
    newsroom.telling().note();
    if (++taken % TOLD_EVERY == 0) {
      tell(newsroom.telling().tell());
    }
    newsroom.relating().forget(2);
    return changes;
  }

  void kill(String id) {
    read(newsroom.relating().kill(id));
    newsroom.telling().note();
  }

  /** To the end: all stories are told. */
  Reader end() {
    tell(newsroom.telling().tellAll());
    return this;
  }

  private void read(List<Relation> changes) {
    changes.forEach(relation -> relations.put(relation.getArticleId(), relation));
  }

  private void tell(List<Telling.StoryChange> changes) {
    for (Telling.StoryChange change : changes) {
      if (change.story() == null) {
        stories.remove(change.id());
      } else {
        stories.put(change.id(), change.story());
      }
    }
  }

  List<String> indexed() {
    return newsroom.state().index().before(Long.MAX_VALUE / Member.DAY.toMillis(), 1_000).stream()
        .map(Member::id)
        .sorted()
        .toList();
  }

  boolean holdsNothingOf(String id) {
    State state = newsroom.state();
    return state.index().print(id) == null
        && state.articles().of(id) == null
        && state.kinship().of(id) == null
        && state.forest().place(id) == null;
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
