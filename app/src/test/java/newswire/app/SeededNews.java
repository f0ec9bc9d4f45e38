package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.Precision;
import newswire.schemas.avro.RawArticle;

/**
 * News made by chance, seeded, as it comes in: events reported in six languages and five scripts by
 * outlets that copy one another, correct themselves, repeat a paragraph under all they print, and
 * put some articles into their feeds before there is a page.
 */
final class SeededNews {

  static {
    TrustedRecords.register();
  }

  private static final Map<String, List<String>> WORDS =
      new TreeMap<>(
          Map.of(
              "ar",
              words(
                  "الحكومة اليوم خطة جديدة لدعم التعليم المناطق الريفية الوزير المشروع الشهر"
                      + " البرلمان الميزانية خبراء الأسعار ارتفعت العام نقص المياه الإنتاج المزارع"
                      + " النهر الشرطة المحكمة حريق زلزال انتخابات مفاوضات اتفاق حدود ميناء طائرة"),
              "ru",
              words(
                  "правительство сегодня план поддержки школ районах начнётся месяце бюджета"
                      + " парламентом эксперты рост цен год нехватки воды снижения урожая фермах"
                      + " реки полиция суд пожар землетрясение выборы переговоры соглашение порт"),
              "en",
              words(
                  "government plan schools rural areas month parliament budget experts prices"
                      + " water shortages output farms river police court fire earthquake election"
                      + " talks deal border port aircraft hospital university minister storm"),
              "fr",
              words(
                  "gouvernement annonce plan écoles régions rurales mois parlement budget experts"
                      + " prix eau pénurie récolte fermes fleuve police tribunal incendie séisme"
                      + " élection négociations accord frontière port avion hôpital ministre"),
              "hi",
              words(
                  "सरकार आज योजना स्कूल ग्रामीण क्षेत्र महीने संसद बजट विशेषज्ञ कीमतें पानी कमी"
                      + " उत्पादन खेत नदी पुलिस अदालत आग भूकंप चुनाव वार्ता समझौता सीमा बंदरगाह"
                      + " विमान अस्पताल विश्वविद्यालय मंत्री तूफान"),
              "zh",
              words(
                  "政府 计划 农村 学校 部长 项目 议会 预算 专家 价格 缺水 产量 河流 警察 法院 火灾 地震"
                      + " 选举 谈判 协议 边界 港口 飞机 医院 大学 银行 市场 罢工 风暴 企业")));

  private static final Map<String, List<String>> PLACES =
      Map.of(
          "ar", words("القاهرة موسكو بكين باريس"),
          "ru", words("Каир Москва Пекин Париж"),
          "en", words("Cairo Moscow Beijing Paris"),
          "fr", words("Caire Moscou Pékin Paris"),
          "hi", words("काहिरा मास्को बीजिंग पेरिस"),
          "zh", words("开罗 莫斯科 北京 巴黎"));

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int EVENTS = 16;
  private static final int OUTLETS = 9;
  private static final int WORDS_AN_EVENT = 10;
  private static final int SENTENCES = 6;
  private static final int WORDS_A_SENTENCE = 11;

  private final Random random;
  private final List<String> languages = List.copyOf(WORDS.keySet());

  SeededNews(long seed) {
    this.random = new Random(seed);
  }

  private static List<String> words(String words) {
    return List.of(words.split(" "));
  }

  /** So many articles, earliest first; those with later versions or pages have several records. */
  List<RawArticle> raws(int articles) {
    List<RawArticle> raws = new ArrayList<>();
    List<List<String>> texts = new ArrayList<>();
    for (int number = 0; number < articles; number++) {
      int event = random.nextInt(EVENTS);
      boolean copies = !texts.isEmpty() && random.nextInt(4) == 0;
      String language = languages.get(random.nextInt(languages.size()));
      List<String> text =
          copies ? copy(texts.get(random.nextInt(texts.size()))) : text(language, event);
      texts.add(text);
      Duration begin = Duration.ofHours(9L * event);
      Instant time = START.plus(begin).plus(Duration.ofHours(random.nextInt(30)));
      if (random.nextInt(6) == 0) {
        raws.add(entry(number, text, time.minusSeconds(600)));
      }
      raws.add(page(number, text, time));
      if (random.nextInt(5) == 0) {
        List<String> corrected = new ArrayList<>(text);
        corrected.set(2, text(language, event).get(2));
        raws.add(page(number, corrected, time.plus(Duration.ofHours(1 + random.nextInt(50)))));
      }
    }
    raws.sort((one, other) -> one.getFetched().compareTo(other.getFetched()));
    return raws;
  }

  static String url(int number) {
    return "https://outlet" + number % OUTLETS + ".example/news/" + number;
  }

  private static RawArticle.Builder raw(int number, Instant fetched) {
    return RawArticle.newBuilder()
        .setSourceId("outlet" + number % OUTLETS)
        .setSourceName("Издание " + number % OUTLETS)
        .setItemId(Integer.toString(number))
        .setUrl(url(number))
        .setFetched(fetched);
  }

  private static RawArticle page(int number, List<String> text, Instant fetched) {
    String footer = "Subscribe to outlet number " + number % OUTLETS + " for more news every day.";
    String body = String.join("\n", text) + "\n" + footer;
    return raw(number, fetched)
        .setHttpStatus(200)
        .setContentType("text/plain; charset=utf-8")
        .setBody(ByteBuffer.wrap(body.getBytes(UTF_8)))
        .build();
  }

  private static RawArticle entry(int number, List<String> text, Instant fetched) {
    return raw(number, fetched)
        .setEntry(
            FeedEntry.newBuilder()
                .setGuid(Integer.toString(number))
                .setLink(url(number))
                .setTitle(text.get(0))
                .setSummary(text.get(1))
                .setPublished(fetched.minusSeconds(60))
                .setPublishedPrecision(Precision.INSTANT)
                .build())
        .build();
  }

  private List<String> copy(List<String> text) {
    List<String> copy = new ArrayList<>(text);
    if (random.nextBoolean()) {
      copy.remove(1 + random.nextInt(copy.size() - 2));
    }
    return copy;
  }

  /** A headline and sentences. */
  private List<String> text(String language, int event) {
    List<String> all = WORDS.getOrDefault(language, List.of());
    List<String> own = new ArrayList<>(all);
    Collections.shuffle(own, new Random(event));
    List<String> places = PLACES.getOrDefault(language, List.of());
    String gap = language.equals("zh") ? "" : " ";
    List<String> text = new ArrayList<>();
    for (int i = 0; i <= SENTENCES; i++) {
      List<String> sentence = new ArrayList<>();
      for (int word = 0; word < WORDS_A_SENTENCE; word++) {
        List<String> from = random.nextInt(3) > 0 ? own.subList(0, WORDS_AN_EVENT) : all;
        sentence.add(from.get(random.nextInt(from.size())));
      }
      sentence.set(3, places.get(event % places.size()));
      sentence.set(6, places.get((event / places.size()) % places.size()));
      text.add(String.join(gap, sentence) + gap + (event * 37 + 11) + (i == 0 ? "" : "."));
    }
    return text;
  }
}
