package newswire.enrich.relate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import newswire.enrich.prepare.Sketches;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.Sketch;

/**
 * News made by chance, seeded: events reported in four languages, each report with words, names and
 * numbers of the event among others, and now and then copied by another outlet. No sense, but
 * copies, stories, versions and counterparts, and many ties of time.
 */
final class Reports {

  private static final Map<String, String> WORDS =
      new TreeMap<>(
          Map.of(
              "ar",
              "الحكومة اليوم خطة جديدة لدعم التعليم المناطق الريفية الوزير المشروع الشهر البرلمان"
                  + " الميزانية خبراء الأسعار ارتفعت العام نقص المياه الإنتاج المزارع النهر الشرطة"
                  + " المحكمة حريق زلزال انتخابات مفاوضات اتفاق حدود ميناء طائرة مستشفى جامعة",
              "ru",
              "правительство сегодня план поддержки школ районах начнётся месяце бюджета парламентом"
                  + " эксперты рост цен год нехватки воды снижения урожая фермах реки полиция суд"
                  + " пожар землетрясение выборы переговоры соглашение граница порт самолёт больница",
              "en",
              "government plan schools rural areas month parliament budget experts prices water"
                  + " shortages output farms river police court fire earthquake election talks deal"
                  + " border port aircraft hospital university minister storm strike bank market",
              "zh",
              "政府计划农村学校部长项目议会预算专家价格缺水产量河流警察法院火灾地震选举谈判协议边界港口飞机医院大学银行市场罢工风暴企业"));

  private static final int WORDS_AN_EVENT = 9;
  private static final int LENGTH = 70;

  private final Random random;
  private final int articles;
  private final int days;
  private final Instant start;

  Reports(long seed, int articles, int days, Instant start) {
    this.random = new Random(seed);
    this.articles = articles;
    this.days = days;
    this.start = start;
  }

  /** One list of versions an article. */
  List<List<Sketch>> versions() {
    List<List<Sketch>> all = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    int events = Math.max(3, articles / 12);
    for (int i = 0; i < articles; i++) {
      int event = random.nextInt(events);
      String language =
          WORDS.keySet().stream().skip(random.nextInt(WORDS.size())).findFirst().get();
      // An event lasts for some days; six-hour steps make ties.
      Duration begin = Duration.ofHours(6L * (event * 4L * days / events));
      Instant time = start.plus(begin).plus(Duration.ofHours(6L * random.nextInt(16)));
      List<Sketch> versions = new ArrayList<>();
      int count = random.nextInt(6) == 0 ? 2 : 1;
      for (int version = 0; version < count; version++) {
        boolean copies = !texts.isEmpty() && random.nextInt(5) == 0;
        String text = copies ? texts.get(random.nextInt(texts.size())) : text(language, event);
        texts.add(text);
        Instant moved = time.minus(Duration.ofHours(version * (long) random.nextInt(48)));
        versions.add(sketch(i, version, language, text, event, moved));
      }
      all.add(versions);
    }
    return all;
  }

  private String text(String language, int event) {
    String words = WORDS.getOrDefault(language, "");
    boolean spaced = !language.equals("zh");
    List<String> all =
        spaced
            ? List.of(words.split(" "))
            : words.codePoints().mapToObj(Character::toString).toList();
    List<String> own = new ArrayList<>(all);
    Collections.shuffle(own, new Random(event));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      boolean ofEvent = random.nextInt(3) > 0;
      List<String> from = ofEvent ? own.subList(0, WORDS_AN_EVENT) : all;
      text.append(from.get(random.nextInt(from.size()))).append(spaced ? " " : "");
    }
    return text.append(event * 37 + 11).toString();
  }

  private Sketch sketch(
      int number, int version, String language, String text, int event, Instant time) {
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int id = random.nextInt(4) > 0 ? event * 5 + i : random.nextInt(40);
      entities.add(
          Entity.newBuilder().setId("Q" + id).setName("名" + id).setSalience(1.0 - i * .2).build());
    }
    return Sketches.of(
        Article.newBuilder()
            .setId(ArticleId.ofItem("reports", "item " + number))
            .setContentHash(ArticleId.sha256((text + version).getBytes(UTF_8)))
            .setSite("site" + number % 7 + ".example")
            .setSourceName("Source " + number % 7)
            .setTitle(text.substring(0, 20) + version)
            .setText(text)
            .setLanguage(Language.newBuilder().setTag(language).build())
            .setEntities(entities)
            .setEffective(time)
            .setFirstSeen(time)
            .build());
  }
}
