package newswire.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import newswire.enrich.prepare.Preparation;
import newswire.enrich.prepare.PrepareTopology;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.Extraction;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Revision;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Version;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay made of an article is live, and stays so whatever arrives before or after it. */
@NullUnmarked // JUnit fills the fields
class PromotionTest {

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final String ARABIC = "افتتح مجمع الزهراء الطبي اليوم في القاهرة";
  private static final String CHINESE = "扎赫拉医疗中心今天在开罗开放";
  private static final String RUSSIAN = "Сегодня в Каире открылся медицинский центр";
  private static final int GENERATION = 2;

  @TempDir Path state;
  private int platforms;

  /** Title and text are the first line and the rest of the body; the address is the id. */
  private static Article read(RawArticle raw) {
    String[] body = UTF_8.decode(raw.getBody().duplicate()).toString().split("\n", 2);
    return Article.newBuilder()
        .setId(raw.getUrl())
        .setTitle(body[0])
        .setText(body[1])
        .setExtraction(new Extraction("article", "ok"))
        .build();
  }

  private static Article named(Article article, String name) {
    Entity entity = Entity.newBuilder().setId(name).setName(name).setSalience(1.0).build();
    return Article.newBuilder(article).setEntities(List.of(entity)).setGazetteer(name).build();
  }

  /** The code of the replay reads without the last word, which the running code takes along. */
  private static Article shorter(RawArticle raw) {
    Article article = read(raw);
    String text = article.getText();
    return Article.newBuilder(article).setText(text.substring(0, text.length() - 1)).build();
  }

  private static RawArticle raw(String title, String text, int minute) {
    return RawArticle.newBuilder()
        .setSourceId("feed-1")
        .setUrl("a")
        .setFetched(NOON.plusSeconds(60L * minute))
        .setBody(ByteBuffer.wrap((title + "\n" + text).getBytes(UTF_8)))
        .build();
  }

  private TestPlatform platform(Function<RawArticle, Article> reader, String name) {
    Stage stage = article -> named(article, name);
    TestPlatform platform = new TestPlatform(state.resolve("state" + platforms++));
    return platform.run(
        "prepare",
        new PrepareTopology(platform.topics, new Preparation(reader, List.of(stage))).get());
  }

  private static void send(TestPlatform platform, Object record) {
    if (record instanceof RawArticle raw) {
      platform.send(platform.topics.raw(), "site", raw, raw.getFetched());
    } else {
      Article promoted = (Article) record;
      platform.send(
          platform.topics.promotions(), promoted.getId(), promoted, promoted.getEffective());
    }
  }

  private List<Article> prepared(Object... records) {
    return prepared(platform(PromotionTest::read, "live"), records);
  }

  private static List<Article> prepared(TestPlatform platform, Object... records) {
    try (platform) {
      for (Object record : records) {
        send(platform, record);
      }
      return platform.output(platform.topics.prepared()).readValuesToList();
    }
  }

  private static Article last(List<Article> articles) {
    return articles.get(articles.size() - 1);
  }

  /** What a replay of these records makes live. */
  private Article promoted(Function<RawArticle, Article> reader, RawArticle... raws) {
    Article replayed = last(prepared(platform(reader, "replay"), (Object[]) raws));
    return Article.newBuilder(replayed).setRevision(new Revision(GENERATION, 0L)).build();
  }

  private static List<String> names(Article article) {
    return article.getEntities().stream().map(Entity::getName).toList();
  }

  @Test
  void takesThePlaceOfWhatTheRunningCodeMadeAndIsRelatedAnew() {
    RawArticle raw = raw("خبر", ARABIC, 0);
    TestPlatform platform = platform(PromotionTest::read, "live");
    try (platform) {
      send(platform, raw);
      send(platform, promoted(PromotionTest::read, raw));

      List<Article> articles = platform.output(platform.topics.prepared()).readValuesToList();
      assertThat(articles)
          .extracting(PromotionTest::names)
          .containsExactly(List.of("live"), List.of("replay"));
      assertThat(last(articles).getRevision().getGeneration()).isEqualTo(GENERATION);
      List<Sketch> sketches = platform.output(platform.topics.sketches()).readValuesToList();
      assertThat(sketches)
          .extracting(s -> s.getEntities().get(0).getId())
          .containsExactly("live", "replay");
    }
  }

  @Test
  void isNotTakenBackWhenTheSameContentIsFetchedAgain() {
    RawArticle raw = raw("消息", CHINESE, 0);
    Article promoted = promoted(PromotionTest::read, raw);

    assertThat(prepared(raw, promoted, raw("消息", CHINESE, 5), raw, promoted))
        .extracting(PromotionTest::names)
        .containsExactly(List.of("live"), List.of("replay"));
  }

  @Test
  void isNotTakenBackByTheOldCodeWhereTheTextIsReadAnew() {
    RawArticle raw = raw("消息", CHINESE, 0);
    Article promoted = promoted(PromotionTest::shorter, raw);
    Article now = last(prepared(raw, promoted, raw("消息", CHINESE, 5)));

    assertThat(now.getText()).isEqualTo(CHINESE.substring(0, CHINESE.length() - 1));
    assertThat(now.getVersion()).isEqualTo(1);
    assertThat(now.getContentHash()).isEqualTo(promoted.getContentHash());
  }

  @Test
  void givesWayToANewVersionWhichKeepsItsGeneration() {
    RawArticle raw = raw("Новость", RUSSIAN, 0);
    Article promoted = promoted(PromotionTest::read, raw);
    Article now = last(prepared(raw, promoted, raw("Новость", RUSSIAN + " и школа", 5)));

    assertThat(names(now)).containsExactly("live");
    assertThat(now.getRevision().getGeneration()).isEqualTo(GENERATION);
    assertThat(now.getVersion()).isEqualTo(2);
    assertThat(now.getVersions().get(1).getChanges()).hasSize(1);
  }

  @Test
  void keepsVersionsThatTheReplayHasNotSeen() {
    RawArticle raw = raw("خبر", ARABIC, 10);
    Article now =
        last(prepared(raw, promoted(PromotionTest::read, raw), raw("خبر", ARABIC + " مساء", 0)));

    assertThat(names(now)).containsExactly("replay");
    assertThat(now.getVersions())
        .extracting(Version::getFetched)
        .containsExactly(NOON, NOON.plusSeconds(600));
    assertThat(now.getFirstSeen()).isEqualTo(NOON);
  }

  @Test
  void yieldsToAReplayOfAGreaterGenerationOnly() {
    RawArticle raw = raw("خبر", ARABIC, 0);
    Article second = promoted(PromotionTest::read, raw);
    UnaryOperator<Article> third =
        article ->
            Article.newBuilder(named(article, "third")).setRevision(new Revision(3, 0L)).build();

    assertThat(prepared(raw, third.apply(second), second))
        .extracting(PromotionTest::names)
        .containsExactly(List.of("live"), List.of("third"));
  }

  @Test
  void doesNotDependOnWhatArrivesFirst() {
    long seed = 20261130;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> texts = List.of(ARABIC, CHINESE, RUSSIAN, ARABIC + " مساء");
    for (int round = 0; round < 12; round++) {
      List<RawArticle> raws = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        raws.add(raw("T" + random.nextInt(2), texts.get(random.nextInt(4)), random.nextInt(9)));
      }
      boolean rereads = round % 2 == 0;
      Article promoted =
          promoted(
              rereads ? PromotionTest::shorter : PromotionTest::read,
              raws.subList(0, 3).toArray(RawArticle[]::new));
      List<Object> records = new ArrayList<>(raws);
      records.add(promoted);
      Article first = last(prepared(records.toArray()));
      for (int order = 0; order < 4; order++) {
        Collections.shuffle(records, random);
        Article other = last(prepared(records.toArray()));
        // Where in the log a record lies depends on the order.
        assertThat(Article.newBuilder(other).setRaw(first.getRaw()).build()).isEqualTo(first);
      }
    }
  }

  @Test
  void refusesWhatNoReplayHasMade() {
    TestPlatform platform = platform(PromotionTest::read, "live");
    try (platform) {
      send(platform, Article.newBuilder().setId("a").build());
      platform.bytesInto(platform.topics.promotions()).pipeInput("k".getBytes(UTF_8), null, NOON);

      List<DeadLetter> letters = platform.output(platform.topics.deadLetters()).readValuesToList();
      assertThat(letters)
          .extracting(DeadLetter::getReason)
          .containsExactly("the record is no article of a replay", "the record has no value");
      assertThat(Objects.requireNonNull(letters.get(0)).getTopic())
          .isEqualTo(platform.topics.promotions().name());
    }
  }
}
