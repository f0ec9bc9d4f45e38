package newswire.enrich.sketch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import newswire.enrich.StoreLayout;
import newswire.enrich.prepare.Sketches;
import newswire.enrich.relate.RelateTopology;
import newswire.schemas.ArticleId;
import newswire.schemas.SchemaPlan;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topics;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.Sketch;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.DBOptions;
import org.rocksdb.LiveFileMetaData;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/**
 * Prints what an article takes in each store of the topology that relates articles, bare and on
 * disk after a compaction: texts of about 370 tokens in eight languages, a third of them edited
 * copies, an article a second. Run as a program.
 */
public final class StateSize {

  private static final int ARTICLES = 20_000;
  private static final int ENTITIES = 8;
  private static final int KNOWN = 3_000;
  private static final int SECONDS_A_DAY = 86_400;

  /** The near-duplicate index; all else is what stories take. */
  private static final List<String> INDEX =
      List.of("sketches-by-id", "articles-by-key", "articles-by-time");

  private StateSize() {}

  /** Takes the number of articles as its only argument. */
  public static void main(String[] args) throws IOException, RocksDBException {
    int articles = args.length > 0 ? Integer.parseInt(args[0]) : ARTICLES;
    Path directory = Files.createTempDirectory("state-size");
    fill(directory, articles);
    double[] index = new double[2];
    double[] all = new double[2];
    for (Path store : stores(directory)) {
      double[] bytes = measure(store);
      String name = String.valueOf(store.getFileName());
      print(name, bytes, articles);
      for (int i = 0; i < bytes.length; i++) {
        all[i] += bytes[i];
        index[i] += INDEX.contains(name) ? bytes[i] : 0;
      }
    }
    print("near-duplicate index", index, articles);
    print("all", all, articles);
  }

  private static void print(String what, double[] bytes, int articles) {
    System.out.printf(
        Locale.ROOT,
        "%-28s %6.0f bytes an article, %6.0f on disk%n",
        what,
        bytes[0] / articles,
        bytes[1] / articles);
  }

  private static void fill(Path directory, int articles) {
    TrustedRecords.register();
    SchemaRegistry registry = SchemaRegistry.inMemory("state-size");
    Topics topics = new Topics(Topics.DEFAULT_PREFIX, registry);
    SchemaPlan.of(registry, topics).apply(registry, topics);
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            "state-size",
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            "127.0.0.1:1",
            StreamsConfig.STATE_DIR_CONFIG,
            directory.toString(),
            StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
            StoreLayout.class));
    // Never closed: it would clear what it wrote.
    TopologyTestDriver driver = new TopologyTestDriver(new RelateTopology(topics).get(), settings);
    TestInputTopic<String, Sketch> input =
        driver.createInputTopic(
            topics.sketches().name(),
            topics.sketches().key().serializer(),
            topics.sketches().value().serializer());
    articles(articles)
        .forEach(sketch -> input.pipeInput(sketch.getArticleId(), sketch, Instant.EPOCH));
    driver.getAllStateStores().values().forEach(StateStore::close);
  }

  private static Stream<Sketch> articles(int articles) {
    Random random = new Random(1);
    List<Story> previous = new ArrayList<>();
    return IntStream.range(0, articles)
        .mapToObj(
            i -> {
              Story story = OwnStories.story(OwnStories.LANGUAGES.get(i % 8), i);
              if (i % 3 == 2) {
                Edit edit = Edit.values()[random.nextInt(Edit.values().length)];
                story = edit.apply(previous.get(i - 1), OwnStories.story("ar", i + 1), random);
              }
              previous.add(story);
              return sketch(story, i, articles, random);
            });
  }

  private static Sketch sketch(Story story, int number, int of, Random random) {
    Instant time = Instant.ofEpochSecond(1_772_000_000L + (long) SECONDS_A_DAY * number / of * 7);
    String[] titles = story.title().split(" ");
    List<Entity> entities =
        IntStream.range(0, ENTITIES)
            .map(i -> (int) (KNOWN * Math.pow(random.nextDouble(), 3)))
            .distinct()
            .mapToObj(
                id ->
                    Entity.newBuilder()
                        .setId("Q" + (100_000 + id))
                        .setName("Name of " + id)
                        .setSalience(random.nextDouble())
                        .build())
            .toList();
    Article article =
        Article.newBuilder()
            .setId(ArticleId.ofItem("state-size", "item " + number))
            .setContentHash(ArticleId.sha256(new byte[] {(byte) number, (byte) (number >> 8)}))
            .setSite("news" + number % 100 + ".example")
            .setSourceName("The Source " + number % 100)
            .setTitle(
                String.join(story.space(), List.of(titles).subList(0, Math.min(12, titles.length))))
            .setText(story.text())
            .setLanguage(Language.newBuilder().setTag(story.language()).build())
            .setEntities(entities)
            .setEffective(time)
            .setFirstSeen(time)
            .build();
    return Sketches.of(article);
  }

  private static List<Path> stores(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.endsWith("CURRENT")).map(Path::getParent).sorted().toList();
    }
  }

  /** Keys and values as they are, and the size of the files. */
  private static double[] measure(Path store) throws RocksDBException {
    Options options = new Options();
    // As Kafka Streams has it.
    options.setTableFormatConfig(new BlockBasedTableConfig().setFilterPolicy(new BloomFilter()));
    new StoreLayout().setConfig(store.getFileName().toString(), options, Map.of());
    List<ColumnFamilyDescriptor> families = new ArrayList<>();
    for (byte[] family : RocksDB.listColumnFamilies(options, store.toString())) {
      families.add(new ColumnFamilyDescriptor(family, new ColumnFamilyOptions(options)));
    }
    List<ColumnFamilyHandle> handles = new ArrayList<>();
    double[] bytes = new double[2];
    try (CompactRangeOptions rewritten =
            new CompactRangeOptions()
                .setBottommostLevelCompaction(BottommostLevelCompaction.kForce);
        DBOptions opening = new DBOptions(options);
        RocksDB db = RocksDB.open(opening, store.toString(), families, handles)) {
      for (ColumnFamilyHandle handle : handles) {
        db.compactRange(handle, null, null, rewritten);
        try (RocksIterator rows = db.newIterator(handle)) {
          for (rows.seekToFirst(); rows.isValid(); rows.next()) {
            bytes[0] += rows.key().length + rows.value().length;
          }
        }
      }
      for (LiveFileMetaData file : db.getLiveFilesMetaData()) {
        bytes[1] += new File(store.toFile(), file.fileName()).length();
      }
      handles.forEach(ColumnFamilyHandle::close);
    }
    return bytes;
  }
}
