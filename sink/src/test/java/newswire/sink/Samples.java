package newswire.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import newswire.schemas.ArticleId;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.Mention;
import newswire.schemas.avro.Precision;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Revision;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Version;
import newswire.schemas.avro.Withdrawal;

/** Articles, stories and orders to test sinks with. */
public final class Samples {

  static {
    TrustedRecords.register();
  }

  public static final Instant DAY = Instant.parse("2026-11-23T00:00:00Z");

  private Samples() {}

  public static String id(int number) {
    return ArticleId.ofItem("samples", Integer.toString(number));
  }

  /** Arabic, Chinese, Russian and Hindi, each with a place named in it. */
  public static List<Article> ofFourScripts() {
    return List.of(
        named(1, "ar", "زيارة رسمية", "وصل الرئيس إلى قيرغيزستان اليوم. 🇰🇬", "قيرغيزستان"),
        named(2, "zh", "国事访问", "🎉总统今天抵达吉尔吉斯斯坦进行国事访问。", "吉尔吉斯斯坦"),
        named(3, "ru", "Государственный визит", "Президент прибыл в Киргизию.", "Киргизию"),
        named(4, "hi", "राजकीय यात्रा", "राष्ट्रपति आज किर्गिज़स्तान पहुँचे।", "किर्गिज़स्तान"));
  }

  private static Article named(int number, String tag, String title, String text, String place) {
    int at = text.indexOf(place);
    int start = text.codePointCount(0, at);
    int end = start + place.codePointCount(0, place.length());
    Mention mention =
        Mention.newBuilder()
            .setText(place)
            .setStart(start)
            .setEnd(end)
            .setConfidence(0.9)
            .setMethod("icu")
            .build();
    return Article.newBuilder(article(number, 1, title, text))
        .setLanguage(Language.newBuilder().setTag(tag).setConfidence(0.75).build())
        .setEntities(List.of(place(mention), unlinked()))
        .build();
  }

  private static Entity place(Mention mention) {
    return Entity.newBuilder()
        .setId("KG")
        .setType(EntityType.PLACE)
        .setName("Kyrgyzstan")
        .setMentions(List.of(mention))
        .setConfidence(0.9)
        .setMethod("icu")
        .build();
  }

  private static Entity unlinked() {
    return Entity.newBuilder()
        .setType(EntityType.PERSON)
        .setName("Ж. Асанова")
        .setConfidence(0.5)
        .setMethod("byline")
        .build();
  }

  public static Article article(int number, long counter, String title, String text) {
    Instant at = DAY.plus(Duration.ofMinutes(number));
    String id = id(number);
    return Article.newBuilder()
        .setId(id)
        .setContentHash("hash of " + title)
        .setUrl("https://sample.example/" + number)
        .setSite("sample.example")
        .setSourceId("sample")
        .setSourceName("The Sample")
        .setTitle(title)
        .setSummary("Summary: " + title)
        .setText(text)
        .setAuthors(List.of("Ж. Асанова", "O'Neill, \"Pat\" {1}"))
        .setSubjects(List.of("politics", "سياسة"))
        .setPublished(at)
        .setPublishedPrecision(Precision.INSTANT)
        .setFirstSeen(at)
        .setIngestedAt(at)
        .setEffective(at)
        .setVersion(1)
        .setVersions(List.of(Version.newBuilder().setContentHash("h").setFetched(at).build()))
        .setRelation(
            Relation.newBuilder()
                .setArticleId(id)
                .setKind(RelationKind.NONE)
                .setFamily(id)
                .setStory(id)
                .build())
        .setRevision(Revision.newBuilder().setGeneration(1).setCounter(counter).build())
        .build();
  }

  /** Articles numbered from {@code first}, of about 3 kB. */
  public static List<Article> many(int first, int count) {
    String paragraph = "Пшеница дорожает. القمح يرتفع. 小麦涨价。 Wheat is dearer today. ";
    List<Article> articles = new ArrayList<>(count);
    IntStream.range(first, first + count)
        .mapToObj(n -> named(n, "en", "Wheat " + n, paragraph.repeat(26) + n, "Wheat"))
        .forEach(articles::add);
    return articles;
  }

  public static Story story(int root, String headline) {
    return Story.newBuilder()
        .setId(id(root))
        .setHeadline(headline)
        .setLanguage("ar")
        .setFirstSeen(DAY)
        .setLastSeen(DAY)
        .setEffective(DAY)
        .setSize(1)
        .setArticles(List.of(id(root)))
        .setSources(List.of("The Sample"))
        .setLanguages(List.of("ar"))
        .build();
  }

  public static Article embargoed(Article article, Instant until) {
    return Article.newBuilder(article).setEmbargoUntil(until).build();
  }

  public static Withdrawal order(int number, Status status) {
    return Withdrawal.newBuilder()
        .setArticleId(id(number))
        .setStatus(status)
        .setReason("ordered: " + status)
        .setBy("a person")
        .setAt(DAY)
        .build();
  }
}
