package newswire.sink.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import newswire.schemas.SchemaPlan;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import newswire.sink.Samples;
import newswire.sink.intake.RecordReader.RegistryTrouble;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

  private static final SchemaRegistry REGISTRY = SchemaRegistry.inMemory("RecordReaderTest");

  private final Topics topics = new Topics("reader.", REGISTRY);
  private final RecordReader reader = new RecordReader(topics);

  RecordReaderTest() {
    SchemaPlan.of(REGISTRY, topics).apply(REGISTRY, topics);
  }

  @Test
  void readsWhatATopicHolds() {
    Article article = Samples.ofFourScripts().get(0);
    Withdrawal order = Samples.order(1, Status.KILLED);

    assertThat(read(topics.articles(), Samples.id(1), bytes(topics.articles(), article)))
        .isEqualTo(new Change.ArticleState(article));
    assertThat(read(topics.withdrawals(), Samples.id(1), bytes(topics.withdrawals(), order)))
        .isEqualTo(new Change.Order(order));
    assertThat(read(topics.articles(), "ключ", null)).isEqualTo(new Change.ArticleGone("ключ"));
    assertThat(read(topics.stories(), "键", null)).isEqualTo(new Change.StoryGone("键"));
  }

  @Test
  void refusesWhatCannotBeRead() {
    byte[] value = bytes(topics.articles(), Samples.ofFourScripts().get(1));
    byte[] cut = java.util.Arrays.copyOf(value, value.length / 2);
    byte[] unknownSchema = {0, 0, 0, 99, 99, 1};

    assertRefused(read(topics.articles(), Samples.id(2), cut), "cannot be read");
    assertRefused(read(topics.articles(), Samples.id(2), unknownSchema), "cannot be read");
    assertRefused(read(topics.articles(), "x", "文字".getBytes(StandardCharsets.UTF_8)), "read");
    assertRefused(read(topics.articles(), "x", new byte[0]), "cannot be read");
  }

  @Test
  void refusesARecordOfAnotherTopic() {
    byte[] order = bytes(topics.withdrawals(), Samples.order(1, Status.KILLED));

    assertRefused(read(topics.articles(), Samples.id(1), order), "cannot be read");
  }

  @Test
  void refusesAKeyThatIsNotTheId() {
    byte[] value = bytes(topics.articles(), Samples.ofFourScripts().get(2));

    assertRefused(read(topics.articles(), "مفتاح", value), "is not the record's id");
    assertRefused(read(topics.articles(), null, value), "no key");
  }

  @Test
  void refusesToTakeAnOrderBackByATombstone() {
    assertRefused(read(topics.withdrawals(), Samples.id(1), null), "cannot be removed");
  }

  @Test
  void blamesTheRegistryAndNotTheRecordWhenItDoesNotAnswer() {
    Topics unreachable = new Topics("reader.", SchemaRegistry.at("http://127.0.0.1:1", Map.of()));
    byte[] value = bytes(topics.articles(), Samples.ofFourScripts().get(3));

    assertThatThrownBy(
            () ->
                new RecordReader(unreachable).read(origin(topics.articles(), Samples.id(4), value)))
        .isInstanceOf(RegistryTrouble.class)
        .hasMessageContaining("does not answer");
  }

  private static void assertRefused(Change change, String reason) {
    assertThat(change)
        .isInstanceOfSatisfying(
            Change.Refused.class, refused -> assertThat(refused.reason()).contains(reason));
  }

  private Change read(Topic<?, ?> topic, @Nullable String key, byte @Nullable [] value) {
    return reader.read(origin(topic, key, value)).change();
  }

  @SuppressWarnings("NullAway") // a tombstone
  private static ConsumerRecord<byte[], byte[]> origin(
      Topic<?, ?> topic, @Nullable String key, byte @Nullable [] value) {
    byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    return new ConsumerRecord<>(topic.name(), 0, 0, bytes, value);
  }

  private static <V> byte[] bytes(Topic<String, V> topic, V value) {
    return topic.value().serializer().serialize(topic.name(), value);
  }
}
