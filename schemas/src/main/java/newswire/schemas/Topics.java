package newswire.schemas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Disposition;
import newswire.schemas.avro.GazetteerEntry;
import newswire.schemas.avro.HubNotice;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.ReplayRun;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Withdrawal;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;

/** All topics: the one table that creation, serdes and documentation are made from. */
public final class Topics {

  public static final String DEFAULT_PREFIX = "newswire.";

  private static final String VERSION = ".v1";
  private static final Pattern REPLAY_NAME = Pattern.compile("[a-z0-9-]{1,40}");

  /** How long a compacted topic holds a record at most that a later one has replaced. */
  public static final long LONGEST_UNCOMPACTED_MS = 7L * 86_400_000;

  private static final Map<String, String> COMPACT =
      Map.of(
          "cleanup.policy",
          "compact",
          "max.compaction.lag.ms",
          Long.toString(LONGEST_UNCOMPACTED_MS));
  private static final Map<String, String> FOR_EVER =
      Map.of("cleanup.policy", "delete", "retention.ms", "-1");
  private static final Map<String, String> BY_ARRIVAL =
      Map.of("message.timestamp.type", "LogAppendTime");
  private static final int LARGEST_RECORD = 8 * 1024 * 1024;
  private static final int SOURCE_PARTITIONS = 3;
  private static final int ARTICLE_PARTITIONS = 6;

  private final String prefix;
  private final String outputPrefix;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new HashMap<>();

  private final Topic<String, Source> sources;
  private final Topic<String, SourceState> sourceState;
  private final Topic<String, HubNotice> hubNotices;
  private final Topic<String, RawArticle> raw;
  private final Topic<String, Article> promotions;
  private final Topic<String, Withdrawal> withdrawals;
  private final Topic<String, Article> prepared;
  private final Topic<String, Sketch> sketches;
  private final Topic<String, Relation> relations;
  private final Topic<String, Story> stories;
  private final Topic<String, Article> articles;
  private final Topic<String, Article> revisions;
  private final Topic<String, GazetteerEntry> gazetteer;
  private final Topic<byte[], DeadLetter> deadLetters;
  private final Topic<String, Disposition> dispositions;
  private final Topic<String, ReplayRun> replays;

  /**
   * The topics of one installation.
   *
   * @param prefix put before every name, such as {@code newswire.}
   * @param registry where their schemas are
   */
  public Topics(String prefix, SchemaRegistry registry) {
    this(prefix, prefix, registry);
  }

  private Topics(String prefix, String outputPrefix, SchemaRegistry registry) {
    this.prefix = prefix;
    this.outputPrefix = outputPrefix;
    this.registry = registry;
    sources = byId("sources", Source.getClassSchema(), SOURCE_PARTITIONS, COMPACT);
    sourceState = byId("source-state", SourceState.getClassSchema(), SOURCE_PARTITIONS, COMPACT);
    hubNotices = byId("hub-notices", HubNotice.getClassSchema(), 1, COMPACT);
    raw =
        byId(
            "raw",
            RawArticle.getClassSchema(),
            ARTICLE_PARTITIONS,
            with(
                FOR_EVER,
                Map.of(
                    "max.message.bytes",
                    Integer.toString(LARGEST_RECORD),
                    "compression.type",
                    "zstd")));
    promotions = byId("promotions", Article.getClassSchema(), ARTICLE_PARTITIONS, FOR_EVER);
    withdrawals = byId("withdrawals", Withdrawal.getClassSchema(), ARTICLE_PARTITIONS, COMPACT);
    prepared = computed("prepared", Article.getClassSchema(), ARTICLE_PARTITIONS, COMPACT);
    sketches = computed("sketches", Sketch.getClassSchema(), 1, keptByArrival(60));
    relations = computed("relations", Relation.getClassSchema(), ARTICLE_PARTITIONS, COMPACT);
    stories = computed("stories", Story.getClassSchema(), ARTICLE_PARTITIONS, COMPACT);
    articles = computed("articles", Article.getClassSchema(), ARTICLE_PARTITIONS, COMPACT);
    // The time of a revision is when it became known, which the article itself does not say.
    revisions =
        computed(
            "revisions", Article.getClassSchema(), ARTICLE_PARTITIONS, with(FOR_EVER, BY_ARRIVAL));
    gazetteer = byId("gazetteer", GazetteerEntry.getClassSchema(), 1, COMPACT);
    String letters = outputPrefix + "dead-letters" + VERSION;
    schemas.put(letters, DeadLetter.getClassSchema());
    deadLetters =
        new Topic<>(
            letters,
            Serdes.ByteArray(),
            registry.serde(letters),
            1,
            with(
                keptByArrival(30),
                Map.of("max.message.bytes", Integer.toString(LARGEST_RECORD + 64 * 1024))));
    dispositions = byId("dispositions", Disposition.getClassSchema(), 1, FOR_EVER);
    replays = byId("replays", ReplayRun.getClassSchema(), 1, COMPACT);
  }

  /**
   * The topics of a replay: what is computed goes to topics of its own, called {@code
   * <prefix>replay.<name>.<kind>.v1}; what it is computed from, such as raw articles, withdrawals
   * and the gazetteer, are the topics of this installation.
   *
   * @param name lower-case letters, digits and hyphens, at most 40
   * @throws IllegalArgumentException if it is anything else
   */
  public Topics ofReplay(String name) {
    if (!REPLAY_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a replay is named by 1 to 40 lower-case letters, digits and hyphens, not " + name);
    }
    return new Topics(prefix, prefix + "replay." + name + ".", registry);
  }

  /** What is computed from raw articles, and what could not be: a replay has its own of these. */
  public List<Topic<?, ?>> computed() {
    return List.of(prepared, sketches, relations, stories, articles, revisions, deadLetters);
  }

  /** Where news comes from; by source id. */
  public Topic<String, Source> sources() {
    return sources;
  }

  /** How far each source has been read; by source id, partitioned as {@link #sources()}. */
  public Topic<String, SourceState> sourceState() {
    return sourceState;
  }

  /** What WebSub hubs have told our callback last; by source id, in one partition. */
  public Topic<String, HubNotice> hubNotices() {
    return hubNotices;
  }

  /** Articles as they came in; by site, or source id and item id where there is no address. */
  public Topic<String, RawArticle> raw() {
    return raw;
  }

  /**
   * Articles as a replay prepared them, which are to be live; by article id, but in the partition
   * of their raw record.
   */
  public Topic<String, Article> promotions() {
    return promotions;
  }

  /** Corrections, embargoes and kills; by article id. */
  public Topic<String, Withdrawal> withdrawals() {
    return withdrawals;
  }

  /** Articles, all but their relations; by article id. */
  public Topic<String, Article> prepared() {
    return prepared;
  }

  /** What relating needs of an article; by article id, in one partition. */
  public Topic<String, Sketch> sketches() {
    return sketches;
  }

  /** What each article is to earlier ones; by article id. */
  public Topic<String, Relation> relations() {
    return relations;
  }

  /** Clusters of articles; by story id. */
  public Topic<String, Story> stories() {
    return stories;
  }

  /** The latest state of every article, what users subscribe to; by article id. */
  public Topic<String, Article> articles() {
    return articles;
  }

  /** Every state of every article, at the time of its writing; by article id. */
  public Topic<String, Article> revisions() {
    return revisions;
  }

  /** Names added by users; by entry id. */
  public Topic<String, GazetteerEntry> gazetteer() {
    return gazetteer;
  }

  /** What could not be processed; by the original key. */
  public Topic<byte[], DeadLetter> deadLetters() {
    return deadLetters;
  }

  /** What was done with dead letters; by letter id. */
  public Topic<String, Disposition> dispositions() {
    return dispositions;
  }

  /** Stretches of history that were computed again; by name. */
  public Topic<String, ReplayRun> replays() {
    return replays;
  }

  /** Every topic, in the order of an article's way. */
  public List<Topic<?, ?>> all() {
    return List.of(
        sources,
        sourceState,
        hubNotices,
        raw,
        promotions,
        withdrawals,
        prepared,
        sketches,
        relations,
        stories,
        articles,
        revisions,
        gazetteer,
        deadLetters,
        dispositions,
        replays);
  }

  /** The topic called {@code name}, with or without prefix and version. */
  public Stream<Topic<?, ?>> named(String name) {
    return all().stream()
        .filter(
            t ->
                t.name().equals(name)
                    || t.name().equals(prefix + name + VERSION)
                    || t.name().equals(outputPrefix + name + VERSION));
  }

  /** The schema of the values of {@code topic}, as the registry holds it. */
  public Schema schema(Topic<?, ?> topic) {
    Schema schema = schemas.get(topic.name());
    if (schema == null) {
      throw new IllegalArgumentException("not a topic of ours: " + topic.name());
    }
    return SchemaRegistry.portable(schema);
  }

  /** Common prefix of all names. */
  public String prefix() {
    return prefix;
  }

  private <V extends SpecificRecord> Topic<String, V> byId(
      String kind, Schema schema, int partitions, Map<String, String> config) {
    return named(prefix + kind + VERSION, schema, partitions, config);
  }

  private <V extends SpecificRecord> Topic<String, V> computed(
      String kind, Schema schema, int partitions, Map<String, String> config) {
    return named(outputPrefix + kind + VERSION, schema, partitions, config);
  }

  private <V extends SpecificRecord> Topic<String, V> named(
      String name, Schema schema, int partitions, Map<String, String> config) {
    schemas.put(name, schema);
    // A backfill carries old event times, an import may carry future ones: both are welcome.
    Map<String, String> anyTime =
        Map.of("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    return new Topic<>(
        name, Serdes.String(), registry.serde(name), partitions, with(config, anyTime));
  }

  // Retention goes by the record's timestamp: with event time, a backfill would be deleted at once.
  private static Map<String, String> keptByArrival(int days) {
    return with(
        BY_ARRIVAL,
        Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(days * 86_400_000L)));
  }

  private static Map<String, String> with(Map<String, String> config, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(config);
    all.putAll(more);
    return Map.copyOf(all);
  }
}
