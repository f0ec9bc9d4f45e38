package newswire.enrich.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Texts put together by chance from word lists, seeded: no sense, but words, numbers and sentences
 * as in news. Two of different numbers have words in common and nothing more.
 */
final class OwnStories {

  private static final Map<String, String> WORDS =
      Map.of(
          "ar",
          "أعلنت الحكومة اليوم خطة جديدة لدعم التعليم في المناطق الريفية وقال الوزير إن المشروع يبدأ الشهر"
              + " المقبل بعد موافقة البرلمان على الميزانية السنوية وأكد خبراء أن الأسعار ارتفعت خلال العام"
              + " الماضي بسبب نقص المياه وتراجع الإنتاج في المزارع القريبة من النهر",
          "en",
          "the government said today that a new plan to support schools in rural areas would begin next"
              + " month after parliament approved its annual budget experts warned prices had risen over"
              + " last year because of water shortages and falling output at farms near this river",
          "ru",
          "правительство сообщило сегодня что новый план поддержки школ в сельских районах начнётся в"
              + " следующем месяце после одобрения бюджета парламентом эксперты отметили рост цен за"
              + " прошлый год из-за нехватки воды и снижения урожая на фермах у реки",
          "zh",
          "政府今天宣布了新的计划支持农村地区学校发展部长表示项目将在下月启动议会批准年度预算专家指出去年价格上涨因为"
              + "缺水产量下降河流附近场民众希望尽快得到帮助企业调查公司城市交通建设",
          "de",
          "die Regierung teilte heute mit dass ein neuer Plan für Schulen auf dem Land im nächsten Monat"
              + " beginnt nachdem das Parlament den Haushalt gebilligt hatte Fachleute sagten Preise seien"
              + " wegen Wassermangel gestiegen während Ernten entlang des Flusses sanken",
          "ja",
          "政府は今日新しい計画を発表した地方の学校を支援するため来月から始まる予定で議会が予算を承認した後専門家は"
              + "昨年の価格上昇について水不足と生産減少が原因だと述べた川沿い農場市民企業調査",
          "hi",
          "सरकार ने आज नई योजना की घोषणा की जिससे ग्रामीण इलाकों के स्कूलों को मदद मिलेगी मंत्री कहा कि काम अगले"
              + " महीने शुरू होगा संसद बजट मंजूर किया विशेषज्ञों अनुसार पिछले साल कीमतें बढ़ीं क्योंकि पानी"
              + " कम था और नदी किनारे खेतों में उपज घटी",
          "es",
          "el gobierno anunció hoy un nuevo plan para apoyar las escuelas rurales que comenzará próximo"
              + " mes después de aprobar parlamento su presupuesto anual expertos dijeron precios subieron"
              + " durante último año por falta agua y menor producción en campos cerca del río");

  static final List<String> LANGUAGES = WORDS.keySet().stream().sorted().toList();

  private static final int SENTENCES = 18;
  private static final int WORDS_A_SENTENCE = 20;

  private OwnStories() {}

  static Story story(String language, int number) {
    boolean spaced = !language.equals("zh") && !language.equals("ja");
    List<String> words =
        spaced
            ? List.of(WORDS.getOrDefault(language, "").split(" "))
            : WORDS.getOrDefault(language, "").codePoints().mapToObj(Character::toString).toList();
    Random random = new Random(31L * number + LANGUAGES.indexOf(language));
    List<List<String>> sentences = new ArrayList<>();
    for (int i = 0; i < SENTENCES; i++) {
      sentences.add(sentence(words, random));
    }
    String space = spaced ? " " : "";
    return new Story(language, String.join(space, sentence(words, random)), sentences, space);
  }

  private static List<String> sentence(List<String> words, Random random) {
    return IntStream.range(0, WORDS_A_SENTENCE)
        .mapToObj(
            i ->
                random.nextInt(WORDS_A_SENTENCE) == 0
                    ? String.valueOf(1 + random.nextInt(999))
                    : words.get(random.nextInt(words.size())))
        .toList();
  }
}
