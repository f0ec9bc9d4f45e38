package newswire.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import newswire.enrich.relate.RelateTopology;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // JUnit fills the fields
class RelateTopologyTest {

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  @TempDir Path state;
  private TestPlatform platform;

  @BeforeEach
  void start() {
    platform = new TestPlatform(state);
    platform.run("relate", new RelateTopology(platform.topics).get());
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  private void send(String id, String title, String body, Instant effective) {
    Sketch sketch =
        Sketch.newBuilder()
            .setArticleId(id)
            .setContentHash("hash of " + title + body)
            .setTitle(title)
            .setBodyHash(ArticleId.sha256(body.getBytes(UTF_8)))
            .setSourceName("source of " + id)
            .setLanguage("ar")
            .setEffective(effective)
            .setFirstSeen(effective)
            .build();
    platform.send(platform.topics.sketches(), id, sketch, NOON);
  }

  private Map<String, Relation> relations() {
    return platform.output(platform.topics.relations()).readKeyValuesToMap();
  }

  private Map<String, Story> stories() {
    platform.pass(Duration.ofSeconds(1));
    return platform.output(platform.topics.stories()).readKeyValuesToMap();
  }

  @Test
  void isBuiltAsBefore() throws IOException {
    TestPlatform.keep("relate", new RelateTopology(platform.topics).get());
    assertThat(TestPlatform.described(new RelateTopology(platform.topics).get()))
        .isEqualTo(TestPlatform.golden("relate"));
  }

  @Test
  void relatesACopyToItsOriginal() {
    send("a", "عنوان", "نص", NOON);
    send("b", "另一个标题", "نص", NOON.plusSeconds(60));
    send("c", "Заголовок", "другой текст", NOON.plusSeconds(60));

    Map<String, Relation> relations = relations();
    assertThat(relations.get("a").getKind()).isEqualTo(RelationKind.NONE);
    assertThat(relations.get("b").getParent()).hasValue("a");
    assertThat(relations.get("b").getKind()).isEqualTo(RelationKind.EXACT);
    assertThat(relations.get("b").getStory()).isEqualTo("a");
    assertThat(relations.get("c").getFamily()).isEqualTo("c");
    Map<String, Story> stories = stories();
    assertThat(stories.keySet()).containsExactlyInAnyOrder("a", "c");
    assertThat(stories.get("a").getHeadline()).isEqualTo("عنوان");
    assertThat(stories.get("a").getArticles()).containsExactly("a", "b");
  }

  @Test
  void takesBackAStoryThatIsNoLongerToBeTold() {
    platform.close();
    platform = new TestPlatform(state);
    platform.run(
        "relate",
        new RelateTopology(platform.topics, story -> story.getHeadline().equals("标题")).get());

    send("a", "标题", "正文", NOON);
    send("b", "Заголовок", "текст", NOON);
    assertThat(stories()).containsOnlyKeys("a");
    send("a", "عنوان", "نص", NOON);

    assertThat(stories()).containsOnlyKeys("a").containsEntry("a", null);
    assertThat(relations()).containsKeys("a", "b");
  }

  @Test
  void aLateOlderArticleBecomesTheOriginal() {
    send("b", "标题", "正文", NOON);
    assertThat(stories()).containsOnlyKeys("b");
    send("a", "标题", "正文", NOON.minus(Duration.ofDays(1)));

    assertThat(relations().get("b").getParent()).hasValue("a");
    Map<String, Story> stories = stories();
    assertThat(stories).containsEntry("b", null);
    assertThat(stories.get("a").getAliases()).containsExactly("b");
  }

  @Test
  void aRecordWithNoValueBecomesADeadLetterAndTheNextIsRelated() {
    platform.send(platform.topics.sketches(), "x", null, NOON);
    byte[] poison = {9, 9, 9};
    platform.bytesInto(platform.topics.sketches()).pipeInput(null, poison, NOON);
    send("a", "Заголовок", "текст", NOON);

    assertThat(relations()).containsOnlyKeys("a");
    assertThat(platform.output(platform.topics.deadLetters()).readValuesToList())
        .extracting(DeadLetter::getStage, letter -> letter.getValue().orElse(null))
        .containsExactly(
            tuple("relate.process", null), tuple("relate.deserialise", ByteBuffer.wrap(poison)));
  }
}
