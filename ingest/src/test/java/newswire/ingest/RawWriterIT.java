package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import newswire.ingest.FileItem.Read;
import newswire.ingest.FileItem.Refused;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Source;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class RawWriterIT {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  private TestWorld world;

  @BeforeEach
  void open(TestInfo test) throws Exception {
    world = new TestWorld(test.getTestMethod().orElseThrow().getName());
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static RawArticle row(String json) {
    return ((Read) ArticleRow.read(json.getBytes(UTF_8), "x:1", NOW)).article();
  }

  @Test
  void keysAnArticleBySiteElseItemElseContent() {
    try (RawWriter writer = new RawWriter(world.config("w"), world.topics())) {
      writer.add(row("{\"text\":\"خبر\",\"url\":\"https://www.bbc.co.uk/arabic/1\"}"));
      writer.add(row("{\"text\":\"新闻\",\"id\":\"7\",\"source\":\"tide\"}"));
      writer.add(row("{\"text\":\"bare\"}"));
      writer.add(new Refused("x:2", "not a JSON object", "[]".getBytes(UTF_8)).letter(NOW));
      writer.commit();
    }

    assertThat(world.records(world.topics().raw()))
        .extracting(ConsumerRecord::key)
        .containsExactlyInAnyOrder(
            "bbc.co.uk", "tide/7", "file/" + ArticleId.sha256("\nbare".getBytes(UTF_8)));
    assertThat(world.records(world.topics().raw()))
        .extracting(ConsumerRecord::timestamp)
        .containsOnly(NOW.toEpochMilli());
    assertThat(world.deadLetters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.getReason()).isEqualTo("x:2: not a JSON object"));
  }

  @Test
  void commitsFullBatchesAndForgetsTheRest() {
    try (RawWriter writer = new RawWriter(world.config("w"), world.topics())) {
      IntStream.range(0, 12).forEach(i -> writer.add(row("{\"text\":\"" + i + "\"}")));
    }

    assertThat(world.articles()).hasSize(10);
  }

  @Test
  void leavesOutABodyThatIsTooLargeForARecord() {
    RawArticle huge =
        RawArticle.newBuilder(row("{\"title\":\"كبير\",\"url\":\"https://a.example/\"}"))
            .setBody(ByteBuffer.wrap(new byte[9 * 1024 * 1024]))
            .build();
    try (RawWriter writer = new RawWriter(world.config("w"), world.topics())) {
      writer.add(huge);
      writer.commit();
    }

    assertThat(world.articles())
        .singleElement()
        .satisfies(a -> assertThat(a.getFetchError()).contains("too large"));
  }

  @Test
  void publishesOnlyWhatHasChanged() {
    SourceWriter sources = new SourceWriter(world.config("s"), world.topics());
    Source a = TestWorld.source("a", "https://a.example/rss").build();
    Source b = TestWorld.source("b", "https://b.example/rss").setLanguage("ar").build();

    assertThat(sources.publish(List.of(a, b))).isEqualTo(2);
    assertThat(sources.publish(List.of(a, b))).isZero();
    assertThat(sources.publish(List.of(a, Source.newBuilder(b).setPaused(true).build())))
        .isEqualTo(1);

    assertThat(sources.read()).containsOnlyKeys("a", "b").containsEntry("a", a);
    assertThat(sources.health()).extracting(SourceHealth::paused).containsExactly(false, true);
  }
}
