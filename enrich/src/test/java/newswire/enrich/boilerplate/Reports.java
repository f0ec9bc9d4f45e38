package newswire.enrich.boilerplate;

import java.util.List;
import java.util.Random;

/** Seeded reports of made-up words in four scripts, each with what its site prints below. */
public final class Reports {

  /** First letter, letters, and what stands between two words. */
  private record Script(int first, int letters, String between) {}

  private static final List<Script> SCRIPTS =
      List.of(
          new Script('ا', 25, " "),
          new Script('一', 4000, ""),
          new Script('а', 32, " "),
          new Script('a', 26, " "));

  public static final List<String> FOOTERS =
      List.of(
          "تابعوا آخر الأخبار عبر قناتنا على تلغرام واشتركوا في نشرتنا البريدية اليومية مجانا",
          "欢迎关注本报官方微信公众号，获取更多最新新闻资讯和深度报道。",
          "Подписывайтесь на наш канал, чтобы первыми узнавать о главных событиях дня.",
          "Sign up for our newsletter to get the best of our journalism every morning.");

  private Reports() {}

  /** So many paragraphs of ten to thirty words, or four times as many letters without spaces. */
  public static String report(long seed, int script, int paragraphs) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < paragraphs; i++) {
      text.append(i == 0 ? "" : "\n").append(paragraph(random, script, 10 + random.nextInt(20)));
    }
    return text.toString();
  }

  public static String paragraph(Random random, int number, int words) {
    Script script = SCRIPTS.get(number % SCRIPTS.size());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : script.between());
      for (int letter = 0; letter < 4; letter++) {
        text.appendCodePoint(script.first() + random.nextInt(script.letters()));
      }
    }
    return text.append('.').toString();
  }

  /** The text with about one word in so many replaced. */
  public static String edited(String text, Random random, int oneIn) {
    StringBuilder edited = new StringBuilder();
    for (String word : text.split("(?<=[ \n])", -1)) {
      boolean replaced = word.length() > 1 && random.nextInt(oneIn) == 0;
      edited.append(replaced ? "новое" + word.substring(word.length() - 1) : word);
    }
    return edited.toString();
  }
}
