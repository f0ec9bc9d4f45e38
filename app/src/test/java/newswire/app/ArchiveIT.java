package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import newswire.ingest.HistoryWriter;
import newswire.ingest.IngestConfig;
import newswire.local.LocalPlatform;
import newswire.schemas.Erasure;
import newswire.schemas.SchemaPlan;
import newswire.schemas.TopicPlan;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Revision;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** History to files and back, into a cluster that is empty, and a registry that was lost. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("long")
class ArchiveIT {

  private static final String ELSEWHERE = "restored.";
  private static final List<String> TEXTS =
      List.of(HandMade.ARABIC, HandMade.CHINESE, HandMade.RUSSIAN);

  @TempDir private static Path dir;
  private static DeadWorld world;
  private static Topics topics;
  private static Cluster restored;

  @BeforeAll
  static void start() throws Exception {
    world = new DeadWorld(dir.resolve("world"));
    topics = world.topics();
    Cluster here = world.cluster();
    restored = Cluster.open(here.bootstrapServers(), here.registryUrl(), ELSEWHERE);
    SchemaPlan.of(restored.registry(), restored.topics())
        .apply(restored.registry(), restored.topics());
    try (Admin admin = restored.admin()) {
      TopicPlan.of(admin, restored.topics()).apply(admin);
    }
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Path archive() {
    return dir.resolve("أرشيف");
  }

  private static InProcess run(int code, String... args) {
    InProcess run = world.run(args);
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(code);
    return run;
  }

  private static InProcess importElsewhere(int code, Path from, String... more) {
    String[] command = {"archive", "import", from.toString(), "--topic-prefix", ELSEWHERE};
    return run(
        code, Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new));
  }

  private static void sendRaw(int number) throws Exception {
    byte[] value =
        topics
            .raw()
            .value()
            .serializer()
            .serialize("", HandMade.raw(number, TEXTS.get(number % TEXTS.size())));
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topics.raw().name(),
            null,
            HandMade.at(number).toEpochMilli(),
            ("site" + number + ".example").getBytes(UTF_8),
            value);
    record.headers().add("след", "أثر".getBytes(UTF_8));
    world.send(record);
  }

  private static Withdrawal order(int number, Status status) {
    return Withdrawal.newBuilder()
        .setArticleId(HandMade.id(number))
        .setStatus(status)
        .setAt(HandMade.at(number))
        .build();
  }

  private static List<String> contents(String topic, boolean archived) {
    List<String> records = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : world.records(topic)) {
      assertThat(record.headers().lastHeader(ArchiveRestore.ARCHIVED) != null).isEqualTo(archived);
      record.headers().remove(ArchiveRestore.ARCHIVED);
      byte[] value = record.value();
      records.add(
          RecordFinder.key(record)
              + " "
              + record.partition()
              + " "
              + record.timestamp()
              + " "
              + record.headers()
              + " "
              + (value == null ? "-" : HexFormat.of().formatHex(value)));
    }
    return records.stream().sorted().toList();
  }

  private static List<Path> files(Path of) throws Exception {
    try (Stream<Path> all = Files.list(of)) {
      return all.filter(f -> f.toString().endsWith(".avro")).sorted().toList();
    }
  }

  @Test
  @Order(1)
  void exportsOnceAndThenWhatIsNew() throws Exception {
    for (int i = 1; i <= 9; i++) {
      sendRaw(i);
    }
    world.send(new ProducerRecord<>(topics.raw().name(), "坏".getBytes(UTF_8), new byte[] {0, 1}));
    world.send(topics.withdrawals(), HandMade.id(1), order(1, Status.WITHHELD));
    world.send(topics.withdrawals(), HandMade.id(2), order(2, Status.KILLED));
    world.send(new ProducerRecord<>(topics.sources().name(), "forgotten".getBytes(UTF_8), null));

    run(0, "archive", "export", archive().toString());
    List<Path> first = files(archive());
    assertThat(first).isNotEmpty().allMatch(f -> ArchiveFile.named(f).isPresent());
    assertThat(run(0, "archive", "export", archive().toString()).err()).contains("0 records");
    assertThat(files(archive())).isEqualTo(first);

    sendRaw(10);
    // One that was killed before it was in the manifest, and one that was killed earlier.
    Files.write(archive().resolve(".raw-0-77-77.avro.tmp"), new byte[] {1});
    ArchiveManifest manifest = ArchiveManifest.read(archive());
    new ArchiveManifest(
            manifest.format(),
            manifest.filter(),
            manifest.topics(),
            manifest.files().subList(1, manifest.files().size()))
        .write(archive());
    run(0, "archive", "export", archive().toString());
    assertThat(files(archive())).containsAll(first).hasSize(first.size() + 1);
    assertThat(ArchiveManifest.read(archive()).files()).containsAll(manifest.files());

    assertThat(run(Exit.USAGE, "archive", "export", archive().toString(), "--site", "a").err())
        .contains("archive of everything, not of --site a");
    assertThat(run(Exit.USAGE, "archive", "export", "x", "--topic", "articles").err())
        .contains("can be computed");
  }

  @Test
  @Order(2)
  void exportsOneSiteAndSpanOnly() throws Exception {
    Path part = dir.resolve("part");
    run(
        0,
        "archive",
        "export",
        part.toString(),
        "--topic",
        "raw",
        "--from",
        HandMade.at(3).toString(),
        "--to",
        HandMade.at(5).toString(),
        "--site",
        "site3.example",
        "--site",
        "site5.example");
    List<ArchiveManifest.Entry> entries = ArchiveManifest.read(part).files();
    assertThat(entries).hasSize(1);
    List<Long> times = new ArrayList<>();
    ArchiveFile.of(part, entries.get(0)).read(row -> times.add(row.timestamp()));
    assertThat(times).containsExactly(HandMade.at(3).toEpochMilli());
  }

  @Test
  @Order(3)
  void refusesWhatIsDamagedBeforeItWritesAnything() throws Exception {
    Path copy = dir.resolve("copy");
    Files.createDirectories(copy);
    try (Stream<Path> all = Files.list(archive())) {
      for (Path file : all.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Path file = files(copy).get(files(copy).size() - 1);
    byte[] whole = Files.readAllBytes(file);
    byte[] flipped = whole.clone();
    flipped[whole.length - 40] ^= 1;
    Files.write(file, flipped);
    assertThat(importElsewhere(Exit.FAILED, copy).err())
        .contains(file.getFileName().toString(), "damaged at row ", "in the block at byte ");
    Files.write(file, Arrays.copyOf(whole, whole.length - 7));
    assertThat(importElsewhere(Exit.FAILED, copy).err())
        .contains(file.getFileName().toString(), whole.length - 7 + " bytes and not");
    Files.delete(file);
    assertThat(importElsewhere(Exit.FAILED, copy).err())
        .contains(file.getFileName().toString(), "is missing");
    assertThat(importElsewhere(Exit.USAGE, dir).err()).contains("is no archive");
    assertThat(world.records(restored.topics().raw().name())).isEmpty();
  }

  @Test
  @Order(4)
  void comesBackAsItWasAndOnlyOnce() throws Exception {
    assertThat(importElsewhere(0, archive(), "--dry-run").out()).contains("would write");
    assertThat(world.records(restored.topics().raw().name())).isEmpty();

    // What the new cluster has heard since is newer than the archive, unless that has a kill.
    world.send(restored.topics().withdrawals(), HandMade.id(1), order(1, Status.CORRECTED));
    world.send(restored.topics().withdrawals(), HandMade.id(2), order(2, Status.CORRECTED));
    // Of an import that was killed: a transaction that nobody has ended.
    IngestConfig config = IngestConfig.of(restored.bootstrapServers(), ELSEWHERE + "import");
    HistoryWriter killed = new HistoryWriter(config, restored.topics());
    killed.add(new ProducerRecord<>(restored.topics().raw().name(), new byte[] {1}));

    importElsewhere(0, archive());
    assertThat(contents(restored.topics().raw().name(), true))
        .hasSize(11)
        .isEqualTo(contents(topics.raw().name(), false));
    assertThat(world.last(restored.topics().sources().name(), "forgotten").value()).isNull();
    assertThat(statusElsewhere(1)).isEqualTo(Status.CORRECTED);
    assertThat(statusElsewhere(2)).isEqualTo(Status.KILLED);

    importElsewhere(0, archive());
    assertThat(world.records(restored.topics().raw().name())).hasSize(11);
    sendRaw(11);
    run(0, "archive", "export", archive().toString());
    importElsewhere(0, archive());
    assertThat(contents(restored.topics().raw().name(), true))
        .isEqualTo(contents(topics.raw().name(), false));
    killed.close();
  }

  private static Status statusElsewhere(int number) {
    return RecordFinder.decoded(
            restored.topics().withdrawals(),
            world.last(restored.topics().withdrawals().name(), HandMade.id(number)))
        .orElseThrow()
        .getStatus();
  }

  @Test
  @Order(5)
  void intoItsOwnTopicGoesOnlyWhatRetentionHasTaken() throws Exception {
    List<String> before = contents(topics.raw().name(), false);
    assertThat(run(0, "archive", "import", archive().toString()).out()).contains("still there");
    assertThat(world.records(topics.raw().name())).hasSize(before.size());
    TopicPartition place =
        new TopicPartition(
            topics.raw().name(), world.last(topics.raw().name(), "site1.example").partition());
    long gone =
        world.records(topics.raw().name()).stream()
            .filter(r -> r.partition() == place.partition())
            .count();
    assertThat(gone).isGreaterThan(1);
    for (long end : List.of(1L, gone)) {
      try (Admin admin = world.cluster().admin()) {
        admin.deleteRecords(Map.of(place, RecordsToDelete.beforeOffset(end))).all().get();
      }
      assertThat(world.records(topics.raw().name())).hasSizeLessThan(before.size());
      run(0, "archive", "import", archive().toString());
      assertThat(world.records(topics.raw().name())).hasSize(before.size());
    }
  }

  @Test
  @Order(6)
  void aLostRegistryComesBackWithTheSameIds() throws Exception {
    Path file = dir.resolve("schemas.json");
    run(0, "schemas", "export", file.toString());
    try (LocalPlatform fresh =
        LocalPlatform.startWithoutPostgres(dir.resolve("fresh"), line -> {})) {
      String[] there = {
        "--bootstrap-server",
        fresh.addresses().bootstrapServers(),
        "--registry",
        fresh.addresses().registryUrl(),
        "--topic-prefix",
        world.cluster().prefix()
      };
      assertThat(elsewhere(there, "schemas", "import", file.toString()).err())
          .contains("0 were there");
      assertThat(elsewhere(there, "schemas", "import", file.toString()).err())
          .startsWith("0 registered");
      Path again = dir.resolve("again.json");
      elsewhere(there, "schemas", "export", again.toString());
      assertThat(again).hasSameTextualContentAs(file);
      assertThat(elsewhere(there, "schemas", "check").out()).contains("every schema is registered");
    }
  }

  private static Article state(int number, long counter, String title, int story) {
    Article article = HandMade.article(number, title, title + ".");
    Relation relation =
        Relation.newBuilder(article.getRelation().orElseThrow())
            .setStory(HandMade.id(story))
            .build();
    return Article.newBuilder(article)
        .setRelation(relation)
        .setRevision(new Revision(0, counter))
        .build();
  }

  private static Instant revise(Article state) throws Exception {
    return Instant.ofEpochMilli(world.send(topics.revisions(), state.getId(), state).timestamp());
  }

  @Test
  @Order(7)
  void tellsWhatWasKnownAtAMoment() throws Exception {
    Instant first = revise(state(5, 1, HandMade.ARABIC, 5));
    Thread.sleep(2);
    Instant second = revise(state(6, 1, HandMade.CHINESE, 6));
    Thread.sleep(2);
    revise(state(6, 2, HandMade.RUSSIAN, 5));
    String now = Instant.now().plusSeconds(1).toString();

    assertThat(run(0, "asof", second.toString(), "article", HandMade.url(6)).out())
        .contains(HandMade.CHINESE, "0.1", "later states  1");
    assertThat(run(0, "asof", now, "article", HandMade.id(6)).out()).contains(HandMade.RUSSIAN);
    assertThat(run(Exit.FAILED, "asof", first.toString(), "article", HandMade.id(6)).err())
        .contains("nothing was known", "2 states became known later");
    assertThat(run(0, "asof", second.toString(), "story", HandMade.id(5)).out())
        .contains(HandMade.ARABIC)
        .doesNotContain(HandMade.id(6));
    // By the id of an article that has joined it.
    InProcess story = run(0, "asof", now, "story", HandMade.id(6), "-o", "json");
    assertThat(new ObjectMapper().readTree(story.out()).get("articles"))
        .extracting(each -> each.get("article").get("title").asText())
        .containsExactly(HandMade.ARABIC, HandMade.RUSSIAN);

    world.send(topics.withdrawals(), HandMade.id(6), order(6, Status.KILLED));
    assertThat(run(0, "asof", second.toString(), "article", HandMade.id(6), "--all").out())
        .contains("killed")
        .doesNotContain(HandMade.CHINESE);
    assertThat(run(Exit.USAGE, "asof", "yesterday", "story", "x").err()).contains("yesterday");
  }

  @Test
  @Order(8)
  void anOrderToEraseIsInEverySpan() throws Exception {
    for (int site : List.of(3, 5)) {
      world.send(
          Erasure.record(
              topics.raw(), "site" + site + ".example", HandMade.id(site), HandMade.at(90)));
    }
    Path part = dir.resolve("span");
    String[] export = {"archive", "export", part.toString(), "--topic", "raw"};
    String[] span = {"--to", HandMade.at(5).toString(), "--site", "site3.example"};
    run(0, Stream.of(export, span).flatMap(Arrays::stream).toArray(String[]::new));

    List<Long> times = new ArrayList<>();
    for (ArchiveManifest.Entry entry : ArchiveManifest.read(part).files()) {
      ArchiveFile.of(part, entry).read(row -> times.add(row.timestamp()));
    }
    assertThat(times)
        .containsExactlyInAnyOrder(HandMade.at(3).toEpochMilli(), HandMade.at(90).toEpochMilli());
  }

  private static InProcess elsewhere(String[] there, String... args) {
    InProcess run =
        InProcess.run(
            Stream.concat(Arrays.stream(args), Arrays.stream(there)).toArray(String[]::new));
    assertThat(run.code()).as(run.err() + run.out()).isZero();
    return run;
  }
}
