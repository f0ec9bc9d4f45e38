package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import newswire.schemas.Erasure;
import newswire.schemas.RawKey;
import newswire.schemas.SchemaPlan;
import newswire.schemas.TopicPlan;
import newswire.schemas.Topics;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Raw history to WARC files and back, into a cluster that is empty. */
@Tag("long")
class ArchiveWarcIT {

  private static final String ELSEWHERE = "restored.";
  private static final List<String> TEXTS =
      List.of(HandMade.ARABIC, HandMade.CHINESE, HandMade.RUSSIAN);

  @TempDir private static Path dir;
  private static DeadWorld world;
  private static Topics topics;

  @BeforeAll
  static void start() throws Exception {
    world = new DeadWorld(dir.resolve("world"));
    topics = world.topics();
    Cluster there =
        Cluster.open(world.cluster().bootstrapServers(), world.cluster().registryUrl(), ELSEWHERE);
    SchemaPlan.of(there.registry(), there.topics()).apply(there.registry(), there.topics());
    try (Admin admin = there.admin()) {
      TopicPlan.of(admin, there.topics()).apply(admin);
    }
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static InProcess run(int code, String... args) {
    InProcess run = world.run(args);
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(code);
    return run;
  }

  private static void send(RawArticle raw) throws Exception {
    byte[] value = topics.raw().value().serializer().serialize("", raw);
    long time = raw.getFetched().toEpochMilli();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topics.raw().name(), null, time, RawKey.of(raw).getBytes(UTF_8), value);
    record.headers().add("след", "أثر".getBytes(UTF_8));
    world.send(record);
  }

  private static List<String> contents(String topic) {
    List<String> records = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : world.records(topic)) {
      record.headers().remove(ArchiveRestore.ARCHIVED);
      byte[] value = record.value();
      records.add(
          String.join(
              " ",
              RecordFinder.key(record),
              Long.toString(record.timestamp()),
              record.headers().toString(),
              value == null ? "-" : HexFormat.of().formatHex(value)));
    }
    return records.stream().sorted().toList();
  }

  private static void sendAll() throws Exception {
    for (int i = 0; i < TEXTS.size(); i++) {
      RawArticle page = HandMade.raw(i + 1, TEXTS.get(i));
      send(page);
      // A page of an address and a type that no header can have, gone meanwhile.
      send(
          RawArticle.newBuilder(page)
              .setUrl("https://site.example/خبر " + i)
              .setContentType("text/html; charset=\"ü\n")
              .setHttpStatus(404)
              .build());
      // Pushed: no address, no response.
      FeedEntry entry = FeedEntry.newBuilder().setTitle(TEXTS.get(i)).build();
      RawArticle pushed =
          RawArticle.newBuilder()
              .setSourceId("دفع")
              .setItemId("条目/" + i)
              .setFetched(HandMade.at(i))
              .setContentType("text/plain")
              .setEntry(entry)
              .setBody(ByteBuffer.wrap(TEXTS.get(i).getBytes(UTF_8)))
              .build();
      send(pushed);
      send(
          RawArticle.newBuilder(pushed)
              .setItemId("bare " + i)
              .setBody(ByteBuffer.allocate(0))
              .build());
    }
    byte[] any = new byte[256];
    for (int i = 0; i < any.length; i++) {
      any[i] = (byte) i;
    }
    send(RawArticle.newBuilder(HandMade.raw(7, "")).setBody(ByteBuffer.wrap(any)).build());
    world.send(new ProducerRecord<>(topics.raw().name(), "坏".getBytes(UTF_8), new byte[] {0, 1}));
    world.send(
        Erasure.record(
            topics.raw(), "site9.example", HandMade.id(9), Instant.ofEpochMilli(86_400_123)));
  }

  private static List<Path> warcs(Path of) throws Exception {
    try (Stream<Path> all = Files.list(of)) {
      return all.filter(f -> f.toString().endsWith(".warc.gz")).sorted().toList();
    }
  }

  @Test
  void comesBackAsItWasAndIsReadByOthers() throws Exception {
    sendAll();
    Path archive = dir.resolve("أرشيف");
    run(0, "archive", "export", archive.toString(), "--format", "warc");
    assertThat(warcs(archive)).isNotEmpty();
    assertThat(run(0, "archive", "export", archive.toString()).err()).contains("0 records");
    assertThat(run(Exit.USAGE, "archive", "export", "x", "--format", "zip").err())
        .contains("'zip' is neither avro nor warc");

    Path again = dir.resolve("again");
    run(0, "archive", "export", again.toString(), "--format", "warc");
    for (Path file : warcs(archive)) {
      assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }

    String[] back = {"archive", "import", archive.toString(), "--topic-prefix", ELSEWHERE};
    run(0, back);
    assertThat(contents(ELSEWHERE + "raw.v1")).hasSize(15).isEqualTo(contents(topics.raw().name()));
    run(0, back);
    assertThat(world.records(ELSEWHERE + "raw.v1")).hasSize(15);

    List<String> pages = new ArrayList<>();
    for (Path file : warcs(archive)) {
      try (WarcReader reader = new WarcReader(file)) {
        for (WarcRecord record : reader) {
          if (record instanceof WarcResponse response && response.http().status() == 200) {
            byte[] body = response.http().body().stream().readAllBytes();
            pages.add(response.date() + " " + response.target() + " " + new String(body, UTF_8));
          }
        }
      }
    }
    for (int i = 0; i < TEXTS.size(); i++) {
      String page = HandMade.at(i + 1) + " " + HandMade.url(i + 1) + " " + TEXTS.get(i);
      assertThat(pages).contains(page);
    }

    Path file = warcs(archive).get(0);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 9));
    assertThat(run(Exit.FAILED, "archive", "import", archive.toString(), "--dry-run").err())
        .contains(file.getFileName().toString());
  }
}
