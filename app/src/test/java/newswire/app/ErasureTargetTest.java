package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import newswire.schemas.SchemaPlan;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureTargetTest {

  private static final Topic<String, RawArticle> RAW = raw();
  private static final String SITE = "site1.example";
  private static final ErasureTarget ARTICLE =
      new ErasureTarget(Set.of(HandMade.id(1)), Map.of(HandMade.id(1), SITE), "", RAW);
  private static final ErasureTarget WHOLE_SITE =
      new ErasureTarget(Set.of(HandMade.id(1)), Map.of(HandMade.id(1), SITE), SITE, RAW);
  private static final ErasureTarget UNPREPARED =
      new ErasureTarget(Set.of(HandMade.id(1)), Map.of(), "", RAW);

  private static Topic<String, RawArticle> raw() {
    SchemaRegistry registry = SchemaRegistry.inMemory("ErasureTargetTest");
    Topics topics = new Topics(Topics.DEFAULT_PREFIX, registry);
    SchemaPlan.of(registry, topics).apply(registry, topics);
    return topics.raw();
  }

  /** As ingestion writes what it cannot read: without a key. */
  private static DeadLetter letter(String url) {
    return DeadLetter.newBuilder().setStage("ingest").setReason("سبب").setUrl(url).build();
  }

  private static ConsumerRecord<byte[], byte[]> raw(String key, int number, String text) {
    byte[] value = RAW.value().serializer().serialize(RAW.name(), HandMade.raw(number, text));
    return new ConsumerRecord<>(RAW.name(), 0, 0, key.getBytes(UTF_8), value);
  }

  @Test
  void aLetterIsOfAnArticleByItsAddressOnly() {
    assertThat(ARTICLE.isLetter(letter(HandMade.url(1)))).isTrue();
    assertThat(ARTICLE.isLetter(letter(HandMade.url(2)))).isFalse();
    assertThat(ARTICLE.isLetter(letter(""))).isFalse();
    assertThat(UNPREPARED.isLetter(letter(HandMade.url(1)))).isTrue();
    assertThat(UNPREPARED.isLetter(letter(""))).isFalse();
  }

  @Test
  void aLetterIsOfASiteByItsAddress() {
    assertThat(WHOLE_SITE.isLetter(letter("https://site1.example/лента.xml"))).isTrue();
    assertThat(WHOLE_SITE.isLetter(letter("https://site2.example/лента.xml"))).isFalse();
    assertThat(WHOLE_SITE.isLetter(letter(""))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {HandMade.ARABIC, HandMade.CHINESE, HandMade.RUSSIAN})
  void aRawRecordIsOfAnArticleAlsoIfItWasNeverPrepared(String text) {
    for (ErasureTarget target : new ErasureTarget[] {ARTICLE, UNPREPARED}) {
      assertThat(target.isRaw(raw(SITE, 1, text))).isTrue();
      assertThat(target.isRaw(raw(SITE, 2, text))).isFalse();
    }
  }

  @Test
  void whatHasNoKeyIsOfNoSite() {
    ConsumerRecord<byte[], byte[]> foreign =
        new ConsumerRecord<>(RAW.name(), 0, 0, null, "чужое".getBytes(UTF_8));
    assertThat(ARTICLE.isRaw(foreign)).isFalse();
    assertThat(WHOLE_SITE.isRaw(foreign)).isFalse();
    assertThat(UNPREPARED.isRaw(foreign)).isFalse();
  }
}
