package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class WireWritingIT {

  private static final Instant NOW = Instant.parse("2026-03-20T00:00:00Z");
  private static final String ID = ArticleId.ofItem("wire", "urn:nile:1");

  private TestWorld world;

  @BeforeEach
  void open(TestInfo test) throws Exception {
    world = new TestWorld(test.getTestMethod().orElseThrow().getName());
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static String ninjs(int version, String status) {
    return "{\"uri\":\"urn:nile:1\",\"version\":\""
        + version
        + "\",\"versionCreated\":\"2026-03-10T0"
        + version
        + ":00:00Z\",\"pubStatus\":\""
        + status
        + "\",\"headline\":\"خبر\",\"body_text\":\"نص الخبر "
        + version
        + "\"}";
  }

  private void write(String... wires) {
    try (RawWriter writer = new RawWriter(world.config("w"), world.topics())) {
      for (String wire : wires) {
        for (FileItem item : ArticleFiles.items(wire.getBytes(UTF_8), "wire.json", NOW)) {
          writer.add(((FileItem.Read) item).article());
        }
      }
      writer.commit();
    }
  }

  private List<Status> orders() {
    return world.records(world.topics().withdrawals()).stream()
        .filter(record -> record.key().equals(ID))
        .map(ConsumerRecord::value)
        .map(Withdrawal::getStatus)
        .toList();
  }

  @Test
  void aKillIsForEverWhateverComesAfterIt() {
    write(ninjs(1, "usable"));
    assertThat(orders()).isEmpty();
    write(ninjs(2, "withheld"), ninjs(3, "usable"), ninjs(4, "canceled"));
    write(ninjs(5, "usable"), ninjs(6, "withheld"), ninjs(4, "canceled"));

    assertThat(orders()).containsExactly(Status.WITHHELD, Status.USABLE, Status.KILLED);
    assertThat(world.articles()).hasSize(7);
    assertThat(world.records(world.topics().raw()))
        .extracting(ConsumerRecord::key)
        .containsOnly("wire/urn:nile:1");
  }

  @Test
  void anOlderVersionThatComesLateLiftsNothing() {
    write(ninjs(3, "withheld"));
    write(ninjs(2, "usable"));

    assertThat(orders()).containsExactly(Status.WITHHELD);
  }

  @Test
  void anOlderVersionThatComesLateWithholdsNothing() {
    write(ninjs(2, "usable"));
    write(ninjs(1, "withheld"));

    assertThat(orders()).containsExactly(Status.USABLE);
  }

  @Test
  void theEmbargoOfTheLastVersionCountsWhateverOrderTheyComeIn() {
    Instant last = Instant.parse("2026-03-10T14:00:00Z");
    write(
        ninjs(1, "withheld"), embargoed(2, "2026-03-10T10:00:00Z"), embargoed(3, last.toString()));
    assertThat(lastEmbargo()).contains(last);
    write(embargoed(2, "2026-03-10T10:00:00Z"));
    assertThat(lastEmbargo()).contains(last);
  }

  private static String embargoed(int version, String until) {
    return ninjs(version, "usable").replace("{", "{\"embargoed\":\"" + until + "\",");
  }

  private Optional<Instant> lastEmbargo() {
    return world.records(world.topics().withdrawals()).stream()
        .filter(record -> record.key().equals(ID))
        .map(ConsumerRecord::value)
        .reduce((before, after) -> after)
        .flatMap(Withdrawal::getEmbargoUntil);
  }

  @Test
  void theOrderIsWrittenWithItsArticleOrNotAtAll() {
    try (RawWriter writer = new RawWriter(world.config("w"), world.topics())) {
      FileItem kill =
          ArticleFiles.items(ninjs(1, "canceled").getBytes(UTF_8), "k.json", NOW).get(0);
      writer.add(((FileItem.Read) kill).article());
    }
    // Whoever comes next ends the transaction left open.
    write(ninjs(2, "usable"));

    assertThat(orders()).containsExactly(Status.USABLE);
    assertThat(world.articles()).hasSize(1);
  }
}
