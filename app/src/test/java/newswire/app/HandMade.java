package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.RawProof;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Change;
import newswire.schemas.avro.ChangedPart;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.Extraction;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.LanguageScore;
import newswire.schemas.avro.Mention;
import newswire.schemas.avro.Precision;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.RawPosition;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Version;
import newswire.schemas.avro.Withdrawal;

/** Records as the pipeline writes them, made by hand: one original and what hangs on it. */
final class HandMade {

  static {
    TrustedRecords.register();
  }

  static final Instant DAY = Instant.parse("2026-11-23T00:00:00Z");

  static final String ARABIC = "وصل الوزير إلى القاهرة اليوم. والتقى رئيس الحكومة في مكتبه.";
  static final String ARABIC_COPY =
      "وصل الوزير إلى القاهرة أمس. والتقى رئيس الحكومة في مكتبه. وكالات";
  static final String CHINESE = "部长今天抵达开罗，并在办公室会见了总理。";
  static final String CHINESE_COPY = "部长昨天抵达开罗，并会见了总理。";
  static final String RUSSIAN = "Министр прибыл сегодня в Каир. Он встретился с премьером.";
  static final String RUSSIAN_COPY =
      "Министр прибыл вчера в Каир. Он встретился с премьером и послами.";

  private HandMade() {}

  static String url(int number) {
    return "https://site" + number + ".example/" + number;
  }

  static String id(int number) {
    return ArticleId.ofUrl(CanonicalUrl.parse(url(number)).orElseThrow());
  }

  static Instant at(int hour) {
    return DAY.plus(Duration.ofHours(hour));
  }

  static RawArticle raw(int number, String text) {
    return RawArticle.newBuilder()
        .setSourceId("source" + number)
        .setSourceName("Издание " + number)
        .setUrl(url(number))
        .setFetched(at(number))
        .setHttpStatus(200)
        .setContentType("text/plain; charset=utf-8")
        .setBody(ByteBuffer.wrap(text.getBytes(UTF_8)))
        .build();
  }

  /** An original, claimed and seen at the hour of its number. */
  static Article article(int number, String title, String text) {
    return Article.newBuilder()
        .setId(id(number))
        .setContentHash("hash" + number)
        .setUrl(url(number))
        .setSite("site" + number + ".example")
        .setSourceId("source" + number)
        .setSourceName("Издание " + number)
        .setTitle(title)
        .setText(text)
        .setLanguage(new Language("ar", 0.9, List.of(new LanguageScore("fa", 0.0625)), List.of()))
        .setEntities(List.of(cairo()))
        .setPublished(at(number))
        .setPublishedPrecision(Precision.INSTANT)
        .setFirstSeen(at(number))
        .setIngestedAt(at(number))
        .setEffective(at(number))
        .setVersion(2)
        .setVersions(versions(number, title))
        .setExtraction(new Extraction("paragraphs", "ok"))
        .setRaw(position(number, text))
        .setRelation(original(number))
        .build();
  }

  static RawPosition position(int number, String text) {
    return new RawPosition("raw", 0, (long) number, RawProof.sha256(raw(number, text)));
  }

  private static List<Version> versions(int number, String title) {
    Change change = new Change(ChangedPart.TITLE, 0, "كلمة", title);
    return List.of(
        new Version("earlier", at(number), false, List.of(), false),
        new Version("hash" + number, at(number + 1), true, List.of(change), true));
  }

  private static Entity cairo() {
    return Entity.newBuilder()
        .setId("EG/cairo")
        .setType(EntityType.PLACE)
        .setName("Cairo")
        .setMentions(List.of(new Mention("القاهرة", 15, 22, 0.9, "gazetteer")))
        .setConfidence(0.9)
        .setMethod("gazetteer")
        .setSalience(0.5)
        .build();
  }

  static Relation original(int number) {
    return Relation.newBuilder()
        .setArticleId(id(number))
        .setContentHash("hash" + number)
        .setKind(RelationKind.NONE)
        .setFamily(id(number))
        .setStory(id(number))
        .setSketchVersion(2)
        .build();
  }

  /** The same with another text, as a copy of the article with the other number. */
  static Article copy(Article article, int of, RelationKind kind) {
    Relation relation =
        Relation.newBuilder(article.getRelation().orElseThrow())
            .setKind(kind)
            .setParent(id(of))
            .setFamily(id(of))
            .setStory(id(of))
            .setScore(0.75)
            .setJaccard(0.5)
            .setContainment(0.875)
            .setNumbers(1)
            .build();
    return Article.newBuilder(article).setRelation(relation).build();
  }

  /** An original that joined the story of another by what they share. */
  static Article joined(Article article, int story) {
    Relation relation =
        Relation.newBuilder(article.getRelation().orElseThrow())
            .setStory(id(story))
            .setStoryParent(id(story))
            .setStoryScore(0.625)
            .setStoryTerms(List.of("وزير", "部长", "министр"))
            .setStoryEntities(List.of("EG/cairo"))
            .build();
    return Article.newBuilder(article).setRelation(relation).build();
  }

  static Article seen(Article article, int hour) {
    return Article.newBuilder(article).setFirstSeen(at(hour)).build();
  }

  static Sketch sketch(int number) {
    return Sketch.newBuilder()
        .setArticleId(id(number))
        .setContentHash("hash" + number)
        .setTokens(1_234)
        .setShingles(1_200)
        .setBodyHash("bodyhash")
        .setSketchVersion(2)
        .build();
  }

  static Story story(int number, int size) {
    return Story.newBuilder()
        .setId(id(number))
        .setHeadline("عنوان القصة")
        .setFirstSeen(at(number))
        .setLastSeen(at(number + 3))
        .setSize(size)
        .setSources(List.of("Издание 1", "通讯社"))
        .setFirstPublisher("Издание 1")
        .setTerms(List.of("وزير", "部长", "министр"))
        .build();
  }

  static Withdrawal order(int number, Status status) {
    return Withdrawal.newBuilder()
        .setArticleId(id(number))
        .setStatus(status)
        .setReason("خطأ في النص")
        .setBy("редактор")
        .setAt(at(number))
        .build();
  }
}
