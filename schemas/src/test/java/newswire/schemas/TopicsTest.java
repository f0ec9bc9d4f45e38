package newswire.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.RawArticle;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private final SchemaRegistry registry = SchemaRegistry.inMemory("TopicsTest");
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX, registry);

  @Test
  void writesAndReadsBackEveryField() {
    SchemaPlan.of(registry, topics).apply(registry, topics);
    RawArticle raw =
        RawArticle.newBuilder()
            .setSourceId("sahara-post")
            .setUrl("http://sahara-post.example/1")
            .setFetched(Instant.parse("2026-11-23T10:15:30.123Z"))
            .setBody(ByteBuffer.wrap("قيرغيزستان 吉尔吉斯斯坦".getBytes(StandardCharsets.UTF_8)))
            .setEntry(
                FeedEntry.newBuilder()
                    .setTitle("زيارة إلى قيرغيزستان")
                    .setAuthors(List.of("Ж. Асанова"))
                    .setPublished(Instant.parse("2026-11-23T10:00:00Z"))
                    .build())
            .build();

    byte[] bytes = topics.raw().value().serializer().serialize("any changelog", raw);

    assertThat(bytes[0]).as("magic byte of the Confluent wire format").isZero();
    assertThat(topics.raw().value().deserializer().deserialize("any changelog", bytes))
        .isEqualTo(raw);
  }

  @Test
  void givesAReplayTopicsOfItsOwnForWhatIsComputed() {
    Topics replay = topics.ofReplay("new-names");

    assertThat(replay.articles().name()).isEqualTo("newswire.replay.new-names.articles.v1");
    assertThat(replay.computed())
        .allSatisfy(topic -> assertThat(topic.name()).startsWith("newswire.replay.new-names."));
    assertThat(replay.all().stream().filter(topic -> !replay.computed().contains(topic)))
        .allSatisfy(topic -> assertThat(topics.named(topic.name())).hasSize(1));
    assertThat(replay.named("articles")).hasSize(1);
    assertThatThrownBy(() -> topics.ofReplay("новые")).hasMessageContaining("новые");
  }

  @Test
  void keepsTheOrderOfNestedRecords() {
    SchemaPlan.of(registry, topics).apply(registry, topics);
    Article article =
        Article.newBuilder()
            .setId(ArticleId.ofItem("wire", "1"))
            .setLanguage(Language.newBuilder().setTag("zh").setConfidence(0.5).build())
            .build();

    byte[] bytes = topics.articles().value().serializer().serialize("", article);

    assertThat(topics.articles().value().deserializer().deserialize("", bytes)).isEqualTo(article);
  }

  @Test
  void refusesToWriteWhatIsNotRegistered() {
    Topics other = new Topics("other.", SchemaRegistry.inMemory("empty"));

    assertThatThrownBy(
            () -> other.raw().value().serializer().serialize("", RawArticle.newBuilder().build()))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void findsTopicsByAnyOfTheirNames() {
    assertThat(topics.named("raw")).hasSize(1);
    assertThat(topics.named("newswire.raw.v1")).hasSize(1);
    assertThat(topics.named("nothing")).isEmpty();
  }

  @Test
  void partitionsAlikeWhatIsJoined() {
    assertThat(topics.sources().partitions()).isEqualTo(topics.sourceState().partitions());
    assertThat(List.of(topics.prepared(), topics.relations(), topics.withdrawals()))
        .allMatch(t -> t.partitions() == topics.articles().partitions());
  }

  @Test
  void registersOnceAndThenHasNothingToDo() {
    SchemaRegistry fresh = SchemaRegistry.inMemory("fresh");
    Topics ours = new Topics("x.", fresh);

    assertThat(SchemaPlan.of(fresh, ours).missing()).hasSameSizeAs(ours.all());
    SchemaPlan.of(fresh, ours).apply(fresh, ours);

    assertThat(SchemaPlan.of(fresh, ours).missing()).isEmpty();
  }
}
