package newswire.enrich.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Version;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryTest {

  static {
    TrustedRecords.register();
  }

  private static final long SEED = 20261125;
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final List<String> WORDS =
      List.of("خمسة", "سبعة", "五人", "七人", "пять", "семь", "\nчеловек.", " أشخاص", "死亡。\n");

  private static KeyValueStore<String, Article> store(String name) {
    Serde<Article> articles =
        Serdes.serdeFrom((topic, article) -> bytes(article), (topic, bytes) -> article(bytes));
    KeyValueStore<String, Article> store =
        Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), articles)
            .withLoggingDisabled()
            .build();
    store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    return store;
  }

  private static byte @Nullable [] bytes(@Nullable Article article) {
    try {
      return article == null ? null : article.toByteBuffer().array();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Article article(byte @Nullable [] bytes) {
    try {
      return bytes == null ? null : Article.fromByteBuffer(ByteBuffer.wrap(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Article seen(String title, String text, int minute, boolean page) {
    Instant fetched = NOON.plus(Duration.ofMinutes(minute));
    String hash = ContentHash.of(title, text);
    Article.Builder article =
        Article.newBuilder()
            .setId("a")
            .setTitle(title)
            .setText(text)
            .setContentHash(hash)
            .setFirstSeen(fetched)
            .setIngestedAt(fetched)
            .setVersion(1)
            .setVersions(List.of(new Version(hash, fetched, page, List.of(), false)));
    return Times.settle(article).build();
  }

  /** What was told last after these observations. */
  private static Article told(List<Article> observations) {
    History history = new History(store("articles"), store("texts"), store("promotions"));
    @Nullable Article last = null;
    for (Article observation : observations) {
      History.@Nullable Settled settled = history.settle(observation);
      if (settled != null && settled.told() != null) {
        last = settled.told();
      }
    }
    return Objects.requireNonNull(last);
  }

  private static Article random(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      // White space does not make another version, but another text.
      text.append(WORDS.get(random.nextInt(WORDS.size())))
          .append(" ".repeat(1 + random.nextInt(2)));
    }
    if (random.nextInt(5) == 0) {
      text.append("长".repeat(VersionTexts.LONGEST / 3));
    }
    String title = WORDS.get(random.nextInt(2));
    return seen(title, text.toString(), random.nextInt(12), random.nextInt(3) > 0);
  }

  @Test
  void doesNotDependOnTheOrderOfArrival() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    int listed = 0;
    int cut = 0;
    for (int round = 0; round < 60; round++) {
      List<Article> observations = new ArrayList<>();
      for (int i = 0; i < 3 + round / 3; i++) {
        boolean again = i > 0 && random.nextInt(4) == 0;
        observations.add(again ? observations.get(random.nextInt(i)) : random(random));
      }
      Article first = told(observations);
      for (Version version : first.getVersions()) {
        listed += version.getChanges().size();
        cut += version.getChangesCut() ? 1 : 0;
      }
      for (int order = 0; order < 12; order++) {
        Collections.shuffle(observations, random);
        assertThat(told(observations)).isEqualTo(first);
      }
    }
    System.out.println(listed + " changes listed, cut in " + cut + " versions");
    assertThat(listed).isGreaterThan(200);
    assertThat(cut).isGreaterThan(20);
  }

  @Test
  void keepsTheTextsOfTheLatestVersionsOnly() {
    KeyValueStore<String, Article> texts = store("texts");
    History history = new History(store("articles"), texts, store("promotions"));
    for (int i = 0; i < 30; i++) {
      history.settle(seen("标题", "第" + i + "版的正文", i, true));
    }
    List<String> kept = new ArrayList<>();
    texts.all().forEachRemaining(row -> kept.add(row.value.getText()));
    assertThat(kept).hasSize(VersionTexts.KEPT - 1).contains("第28版的正文", "第20版的正文");
    Article now = Objects.requireNonNull(history.article("a"));
    assertThat(now.getVersion()).isEqualTo(30);
  }

  @Test
  void saysNothingWhenNothingIsNew() {
    History history = new History(store("articles"), store("texts"), store("promotions"));
    history.settle(seen("عنوان", "نص", 0, true));
    assertThat(history.settle(seen("عنوان", "نص", 0, true))).isNull();
    History.Settled again = Objects.requireNonNull(history.settle(seen("عنوان", "نص", 5, true)));
    assertThat(again.told()).isNull();
  }
}
