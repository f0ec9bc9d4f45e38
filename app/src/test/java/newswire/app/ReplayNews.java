package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import newswire.schemas.avro.RawArticle;

/**
 * Weeks of made-up news in three scripts, in a log out of the order of time: reports, copies and
 * what follows on them, a site's own words, and versions fetched weeks later.
 */
final class ReplayNews {

  static final Instant FIRST_DAY = Instant.parse("2026-10-01T00:00:00Z");

  private static final int DAYS = 24;
  private static final int WORDS = 60;
  private static final List<String> LETTERS =
      List.of("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "абвгдежзиклмнопрстуфхцчшыэюя", "的一是在不了有和人这中大为上个国我以");
  private static final List<String> FIRST =
      List.of(HandMade.ARABIC, HandMade.RUSSIAN, HandMade.CHINESE);
  private static final String FOOTER = "جميع الحقوق محفوظة لدى الموقع ولا يجوز النشر دون إذن كتابي";

  private final Random random = new Random(7);
  private final List<RawArticle> log = new ArrayList<>();

  private ReplayNews() {}

  /** The records in the order of the log. */
  static List<RawArticle> log() {
    ReplayNews news = new ReplayNews();
    for (int day = 0; day < DAYS; day++) {
      news.day(day);
    }
    Collections.shuffle(news.log, news.random);
    return news.log;
  }

  /** When so many days have passed. */
  static Instant day(double days) {
    return FIRST_DAY.plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
  }

  private void day(int day) {
    for (int script = 0; script < LETTERS.size(); script++) {
      List<String> words = words(script);
      String text = text(script, words) + (script == 0 ? "\n\n" + FOOTER : "");
      String page = "day" + day + "-" + script;
      add("site" + script, page, day + .3, text);
      if (day % 3 == script) {
        add("copy" + script, page, day + .9, text);
      }
      if (day % 4 == script) {
        List<String> next = words(script);
        next.addAll(words.subList(0, WORDS * 3 / 4));
        add("next" + script, page, day + 1.5, text(script, next));
      }
      if (day % 5 == script && (day < 5 || day > 11)) {
        // Of an article from before the frame in it, of one in the frame long after it.
        double again = day + (day < 5 ? 13.4 : 20.4);
        add("site" + script, page, again, text + "\n\n" + String.join(" ", words(script)));
      }
    }
  }

  private void add(String site, String page, double seen, String text) {
    log.add(raw(site, page, day(seen), text));
  }

  static RawArticle raw(String site, String page, Instant fetched, String text) {
    return RawArticle.newBuilder()
        .setSourceId(site)
        .setSourceName(site)
        .setUrl("https://" + site + ".example/" + page)
        .setFetched(fetched)
        .setHttpStatus(200)
        .setContentType("text/plain; charset=utf-8")
        .setBody(ByteBuffer.wrap(text.getBytes(UTF_8)))
        .build();
  }

  private List<String> words(int script) {
    List<String> words = new ArrayList<>();
    String letters = LETTERS.get(script);
    for (int i = 0; i < WORDS; i++) {
      StringBuilder word = new StringBuilder();
      for (int letter = 0; letter < 6; letter++) {
        word.append(letters.charAt(random.nextInt(letters.length())));
      }
      words.add(word.toString());
    }
    return words;
  }

  private static String text(int script, List<String> words) {
    return String.join(" ", words.subList(0, 6))
        + "\n\n"
        + FIRST.get(script)
        + " "
        + String.join(script == 2 ? "" : " ", words)
        + ".";
  }
}
