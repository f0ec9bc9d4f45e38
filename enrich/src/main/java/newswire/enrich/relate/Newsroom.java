package newswire.enrich.relate;

import java.util.function.Predicate;
import newswire.enrich.rows.MemoryRows;
import newswire.enrich.rows.Rows;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;

/** Deciding and telling on one state. */
record Newsroom(State state, Relating relating, Telling telling) {

  /** Where the rows of each table are. */
  interface Tables {

    Rows<byte[]> bare(String name);

    Rows<Sketch> sketches(String name);

    Rows<Relation> relations(String name);

    Rows<Story> stories(String name);
  }

  static final String PRINTS = "sketches-by-id";
  static final String KEYS = "articles-by-key";
  static final String TIMES = "articles-by-time";
  static final String ARTICLES = "articles-by-id";
  static final String LISTING = "reports-by-key";
  static final String FEATURES = "features-by-id";
  static final String PLACES = "places-by-id";
  static final String FOLLOWERS = "followers-by-choice";
  static final String RELATIONS = "relations-by-id";
  static final String COPIES = "copies-by-parent";
  static final String MEMBERS = "articles-by-story";
  static final String KILLS = "kills-by-id";
  static final String REMNANTS = "stories-by-id";
  static final String TOLD = "told-by-story";
  static final String UNTOLD = "untold-by-story";

  /** With all stories told. */
  static Newsroom on(Tables tables) {
    return on(tables, story -> true);
  }

  static Newsroom on(Tables tables, Predicate<Story> told) {
    Index index = new Index(tables.sketches(PRINTS), tables.bare(KEYS), tables.bare(TIMES));
    State state =
        new State(
            index,
            new Articles(tables.sketches(ARTICLES)),
            new Forest(
                new Listing(new Lists(tables.bare(LISTING))),
                new FeatureRows(tables.bare(FEATURES)),
                tables.bare(PLACES),
                tables.bare(FOLLOWERS),
                id -> index.print(id) != null),
            new Kinship(tables.relations(RELATIONS), tables.bare(COPIES), tables.bare(MEMBERS)),
            new Kills(tables.bare(KILLS)));
    Telling telling =
        new Telling(
            state,
            new Telling.Desk(tables.stories(REMNANTS), tables.bare(TOLD), tables.bare(UNTOLD)),
            told);
    return new Newsroom(state, new Relating(state, telling), telling);
  }

  static Newsroom inMemory() {
    return on(new MemoryTables(name -> new MemoryRows<>()));
  }
}
