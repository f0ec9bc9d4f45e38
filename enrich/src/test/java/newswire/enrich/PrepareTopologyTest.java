package newswire.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import newswire.enrich.entities.EntityStage;
import newswire.enrich.entities.UserGazetteer;
import newswire.enrich.prepare.Preparation;
import newswire.enrich.prepare.PrepareTopology;
import newswire.schemas.ArticleId;
import newswire.schemas.Erasure;
import newswire.schemas.avro.Alias;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Change;
import newswire.schemas.avro.ChangedPart;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.Extraction;
import newswire.schemas.avro.GazetteerEntry;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Version;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // JUnit fills the fields
class PrepareTopologyTest {

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final String ARABIC =
      "أعلنت الحكومة المصرية اليوم عن خطة جديدة لدعم التعليم في المدارس";
  private static final String CHINESE = "中国政府今天宣布了一项新的教育计划";
  private static final String RUSSIAN =
      "Правительство объявило сегодня о новом плане поддержки образования в школах";
  private static final String ENGLISH =
      "The government announced a new plan today to support education in schools";

  @TempDir Path state;
  private TestPlatform platform;

  /** Title and text are the first line and the rest of the body; the address is the id. */
  private static Article read(RawArticle raw) {
    String[] body = UTF_8.decode(raw.getBody().duplicate()).toString().split("\n", 2);
    if (body[0].isEmpty()) {
      throw new IllegalArgumentException("There is neither a title nor text.");
    }
    return Article.newBuilder()
        .setId(raw.getUrl())
        .setSite("example.org")
        .setTitle(body[0])
        .setText(body[1])
        .setLanguage(new Language("und", 0.0, List.of(), List.of()))
        .setExtraction(new Extraction("article", "ok"))
        .build();
  }

  private static RawArticle raw(String url, String title, String text, Instant fetched) {
    String body = title.isEmpty() ? "" : title + "\n" + text;
    return RawArticle.newBuilder()
        .setSourceId("feed-1")
        .setUrl(url)
        .setFetched(fetched)
        .setBody(ByteBuffer.wrap(body.getBytes(UTF_8)))
        .build();
  }

  @BeforeEach
  void start() {
    platform = new TestPlatform(state);
    platform.run("prepare", topology());
  }

  private Topology topology() {
    return topology(null);
  }

  private Topology topology(Intake intake) {
    UserGazetteer names = new UserGazetteer();
    Preparation preparation =
        new Preparation(PrepareTopologyTest::read, List.of(new EntityStage(names)), names);
    return new PrepareTopology(platform.topics, preparation, intake).get();
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  private void send(RawArticle raw) {
    platform.send(platform.topics.raw(), "site", raw, raw.getFetched());
  }

  private List<Article> prepared() {
    return platform.output(platform.topics.prepared()).readValuesToList();
  }

  @Test
  void forgetsWhatIsErasedAlsoWhenItComesAgain() {
    for (String text : List.of(ARABIC, CHINESE, RUSSIAN)) {
      String id = ArticleId.ofItem("erased", text);
      send(raw(id, "T " + text, "Earlier: " + text, NOON));
      send(raw(id, "T " + text, text, NOON.plusSeconds(60)));
      assertThat(platform.stored("version-texts")).contains(text);
      prepared();
      platform.output(platform.topics.sketches()).readValuesToList();

      erase(id);
      assertThat(prepared()).singleElement().satisfies(left -> assertForgotten(left, id, text));
      assertThat(platform.output(platform.topics.sketches()).readValuesToList())
          .singleElement()
          .satisfies(sketch -> assertThat(sketch.getTitle()).isEmpty());

      send(raw(id, "T", text, NOON.plusSeconds(120)));
      erase(id);
      send(raw(id, "T", text, NOON.minusSeconds(120)));
      assertThat(prepared()).allSatisfy(left -> assertForgotten(left, id, text));
      assertThat(platform.output(platform.topics.sketches()).isEmpty()).isTrue();
      assertThat(platform.stored("versions") + platform.stored("version-texts"))
          .doesNotContain(text);

      String unknown = ArticleId.ofItem("unknown", text);
      erase(unknown);
      send(raw(unknown, "T", text, NOON));
      assertThat(prepared()).isEmpty();
    }
    assertThat(platform.output(platform.topics.deadLetters()).isEmpty()).isTrue();
  }

  private void erase(String id) {
    ProducerRecord<byte[], byte[]> order =
        Erasure.record(platform.topics.raw(), "site", id, NOON.plusSeconds(90));
    platform
        .bytesInto(platform.topics.raw())
        .pipeInput(new TestRecord<>(order.key(), null, order.headers(), NOON.plusSeconds(90)));
  }

  private static void assertForgotten(Article left, String id, String text) {
    assertThat(left.getId()).isEqualTo(id);
    assertThat(left.getStatus()).isEqualTo(Status.KILLED);
    assertThat(left.getFirstSeen()).isEqualTo(NOON);
    assertThat(left.toString()).doesNotContain(text);
  }

  @Test
  void preparesWhatIsTaken() {
    platform.close();
    platform = new TestPlatform(state);
    platform.run("prepare", topology((topic, partition, offset) -> offset != 1));

    send(raw("a", "عنوان", ARABIC, NOON));
    send(raw("b", "标题", CHINESE, NOON));
    send(raw("c", "Заголовок", RUSSIAN, NOON));

    assertThat(prepared()).extracting(Article::getId).containsExactly("a", "c");
  }

  @Test
  void isBuiltAsBefore() throws IOException {
    TestPlatform.keep("prepare", topology());
    assertThat(TestPlatform.described(topology())).isEqualTo(TestPlatform.golden("prepare"));
  }

  @Test
  void writesAnArticleAndItsSketchInEveryScript() {
    for (String text : List.of(ARABIC, CHINESE, RUSSIAN, ENGLISH)) {
      send(raw("id of " + text, "T", text, NOON));
      TestRecord<String, Article> article =
          platform.output(platform.topics.prepared()).readRecord();
      TestRecord<String, Sketch> sketch = platform.output(platform.topics.sketches()).readRecord();

      assertThat(article.key()).isEqualTo("id of " + text);
      assertThat(article.value().getText()).isEqualTo(text);
      assertThat(article.getRecordTime()).isEqualTo(NOON);
      assertThat(sketch.key()).isEqualTo(article.key());
      assertThat(sketch.value().getContentHash()).isEqualTo(article.value().getContentHash());
      assertThat(sketch.value().getBodyHash()).hasSize(64);
    }
  }

  @Test
  void numbersTheVersionsOfAnArticle() {
    send(raw("a", "عنوان", ARABIC, NOON));
    send(raw("a", "عنوان جديد", ARABIC, NOON.plusSeconds(60)));

    List<Article> articles = prepared();
    assertThat(articles).extracting(Article::getVersion).containsExactly(1, 2);
    assertThat(articles.get(1).getTitle()).isEqualTo("عنوان جديد");
    assertThat(articles.get(1).getIngestedAt()).isEqualTo(NOON);
    assertThat(articles.get(1).getVersions())
        .extracting(Version::getFetched)
        .containsExactly(NOON, NOON.plusSeconds(60));
  }

  @Test
  void keepsTheNewerVersionWhenTheOlderComesLate() {
    send(raw("a", "新标题", CHINESE, NOON.plusSeconds(60)));
    send(raw("a", "旧标题", CHINESE, NOON));

    List<Article> articles = prepared();
    assertThat(articles).extracting(Article::getTitle).containsExactly("新标题", "新标题");
    assertThat(articles.get(1).getVersion()).isEqualTo(2);
    assertThat(articles.get(1).getEffective()).isEqualTo(NOON);
  }

  @Test
  void saysWhatChangedFromVersionToVersion() {
    send(raw("a", "عنوان", ARABIC, NOON));
    send(raw("a", "عنوان", ARABIC.replace("التعليم", "الصحة"), NOON.plusSeconds(120)));
    send(raw("a", "عنوان", ARABIC.replace("المصرية ", ""), NOON.plusSeconds(60)));

    List<Article> articles = prepared();
    assertThat(articles.get(1).getVersions().get(1).getChanges())
        .containsExactly(new Change(ChangedPart.TEXT, 46, "التعليم", "الصحة"));
    assertThat(articles.get(2).getVersions())
        .extracting(Version::getChanges)
        .containsExactly(
            List.of(),
            List.of(new Change(ChangedPart.TEXT, 14, "المصرية ", "")),
            List.of(
                new Change(ChangedPart.TEXT, 14, "", "المصرية "),
                new Change(ChangedPart.TEXT, 46, "التعليم", "الصحة")));
  }

  @Test
  void drawsSketchesAgainWhenTheSiteTurnsOutToRepeatAParagraph() {
    List<String> texts = List.of(ARABIC, RUSSIAN, ENGLISH, CHINESE);
    String footer = "\nПодписывайтесь на наш канал, чтобы узнавать о главных событиях дня";
    for (String text : texts) {
      send(raw("id of " + text, "T", text + footer, NOON));
    }
    List<Sketch> sketches = platform.output(platform.topics.sketches()).readValuesToList();
    assertThat(sketches)
        .extracting(Sketch::getArticleId)
        .containsExactly(
            "id of " + ARABIC,
            "id of " + RUSSIAN,
            "id of " + ENGLISH,
            "id of " + RUSSIAN,
            "id of " + ARABIC,
            "id of " + CHINESE);
    assertThat(sketches.get(0).getTokens()).isEqualTo(21);
    assertThat(sketches.get(4).getTokens()).isEqualTo(11);
    assertThat(prepared()).hasSize(4).allMatch(article -> article.getText().endsWith(footer));
  }

  @Test
  void linksByNamesThatUsersAddAndRemoveWhileItRuns() {
    send(raw("before", "خبر", "افتتح مجمع الزهراء الطبي اليوم", NOON));
    Alias arabic = new Alias("ar", "مجمع الزهراء الطبي", false, false, false);
    Alias chinese = new Alias("zh", "扎赫拉医疗中心", false, false, false);
    GazetteerEntry centre =
        GazetteerEntry.newBuilder()
            .setId("my:zahra")
            .setType(EntityType.ORGANISATION)
            .setName("Zahra Medical Centre")
            .setAliases(List.of(arabic, chinese))
            .build();
    platform.send(platform.topics.gazetteer(), "my:zahra", centre, NOON);
    send(raw("ar", "خبر", "افتتح مجمع الزهراء الطبي اليوم", NOON));
    send(raw("zh", "消息", "扎赫拉医疗中心今天开放", NOON));
    platform.send(platform.topics.gazetteer(), "my:zahra", null, NOON);
    send(raw("after", "خبر", "افتتح مجمع الزهراء الطبي اليوم", NOON));

    List<Article> articles = prepared();
    assertThat(articles)
        .extracting(article -> article.getEntities().stream().map(e -> e.getId().get()).toList())
        .containsExactly(List.of(), List.of("my:zahra"), List.of("my:zahra"), List.of());
    String ships = articles.get(0).getGazetteer();
    assertThat(ships).matches("[0-9a-f]{10}");
    assertThat(articles)
        .extracting(Article::getGazetteer)
        .containsExactly(ships, ships + "+1", ships + "+1", ships + "+2");
  }

  @Test
  void saysNothingWhenARecordComesTwice() {
    RawArticle raw = raw("a", "Заголовок", RUSSIAN, NOON);
    send(raw);
    List<Article> first = prepared();
    send(raw("b", "Другой", RUSSIAN, NOON));
    assertThat(first).hasSize(1);
    assertThat(prepared()).extracting(Article::getId).containsExactly("b");
  }

  @Test
  void rejectsWithTheUnchangedRecord() {
    Headers headers = new RecordHeaders().add("trace", "7".getBytes(UTF_8));
    RawArticle raw = raw("http://example.org/", "", "", NOON);
    byte[] bytes = platform.topics.raw().value().serializer().serialize("", raw);
    platform
        .bytesInto(platform.topics.raw())
        .pipeInput(new TestRecord<>("مفتاح".getBytes(UTF_8), bytes, headers, NOON));

    TestRecord<byte[], DeadLetter> letter =
        platform.output(platform.topics.deadLetters()).readRecord();
    assertThat(letter.value().getStage()).isEqualTo("prepare.page");
    assertThat(letter.value().getReason()).isEqualTo("There is neither a title nor text.");
    assertThat(letter.value().getSourceId()).isEqualTo("feed-1");
    assertThat(letter.value().getUrl()).isEqualTo("http://example.org/");
    assertThat(letter.value().getTopic()).isEqualTo(platform.topics.raw().name());
    assertThat(letter.value().getOffset()).isZero();
    assertThat(letter.value().getTimestamp()).isEqualTo(NOON);
    assertThat(letter.value().getValue()).hasValue(ByteBuffer.wrap(bytes));
    assertThat(letter.value().getHeaders()).extracting("key").containsExactly("trace");
    assertThat(letter.key()).isEqualTo("مفتاح".getBytes(UTF_8));
    assertThat(letter.headers().lastHeader("stage").value())
        .isEqualTo("prepare.page".getBytes(UTF_8));
    assertThat(prepared()).isEmpty();
  }

  @Test
  void goesOnAfterARecordThatIsNoRecord() {
    byte[] poison = {0, 0, 0, 0, 1, -1, -1, -1};
    platform.bytesInto(platform.topics.raw()).pipeInput("k".getBytes(UTF_8), poison, NOON);
    platform.bytesInto(platform.topics.raw()).pipeInput("k".getBytes(UTF_8), null, NOON);
    send(raw("a", "标题", CHINESE, NOON));

    assertThat(prepared()).extracting(Article::getId).containsExactly("a");
    List<DeadLetter> letters = platform.output(platform.topics.deadLetters()).readValuesToList();
    assertThat(letters)
        .extracting(DeadLetter::getStage)
        .containsExactly("prepare.deserialise", "prepare.record");
    assertThat(letters.get(0).getValue()).hasValue(ByteBuffer.wrap(poison));
  }
}
