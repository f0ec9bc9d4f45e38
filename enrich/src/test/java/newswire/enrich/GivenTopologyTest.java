package newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import newswire.enrich.replay.GivenTopology;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Sketch;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenTopologyTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final List<String> TITLES = List.of("أعلن المجلس", "国务院宣布", "Совет объявил");

  @TempDir private Path state;
  private TestPlatform platform;
  private Topics own;

  @BeforeEach
  void start() {
    platform = new TestPlatform(state);
    own = platform.topics.ofReplay("again");
    platform.run("prepare", topology());
  }

  private Topology topology() {
    return new GivenTopology(platform.topics, own, (topic, partition, offset) -> offset != 1).get();
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void takesTheArticlesAndSketchesOfItsFrameAsTheyAre() {
    for (String title : TITLES) {
      Article article = Article.newBuilder().setId(title).setTitle(title).build();
      platform.send(platform.topics.prepared(), title, article, NOON);
      Sketch sketch = Sketch.newBuilder().setArticleId(title).setTitle(title).build();
      platform.send(platform.topics.sketches(), title, sketch, NOON);
    }

    List<TestRecord<String, Article>> prepared =
        platform.output(own.prepared()).readRecordsToList();
    assertThat(prepared).extracting(TestRecord::key).containsExactly(TITLES.get(0), TITLES.get(2));
    assertThat(prepared).allMatch(record -> record.value().getTitle().equals(record.key()));
    assertThat(prepared).allMatch(record -> record.getRecordTime().equals(NOON));
    assertThat(platform.output(own.sketches()).readValuesToList())
        .extracting(Sketch::getTitle)
        .containsExactly(TITLES.get(0), TITLES.get(2));
  }

  @Test
  void isBuiltAsBefore() throws IOException {
    TestPlatform.keep("given", topology());
    assertThat(TestPlatform.described(topology())).isEqualTo(TestPlatform.golden("given"));
  }
}
