package newswire.enrich.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.LanguageScore;

/**
 * The shares of languages in a text whose paragraphs are written in several.
 *
 * <p>At most 20 paragraphs are looked at, spread over the text. Most texts are in one language, so
 * that the scripts of the paragraphs and the beginnings of three of them are asked first: if one
 * seems foreign, more of it is read, and if it still does, so are the others. A paragraph in
 * another language of the same script counts as such only beyond doubt.
 */
final class MixedText {

  private static final int MOST = 20;

  /** Letters that a paragraph must have; of East Asian ones half as many. */
  private static final int FEWEST = 40;

  private static final int GLANCE = 60;
  private static final int READ = 300;
  private static final double SUSPICIOUS = 0.5;
  private static final double BEYOND_DOUBT = 0.99;
  private static final double LEAST_SHARE = 0.05;

  private final LanguageDetector detector;
  private final String text;
  private final Language whole;

  private record Paragraph(int start, int end) {

    int upTo(int most) {
      return Math.min(end, start + most);
    }
  }

  private MixedText(LanguageDetector detector, String text, Language whole) {
    this.detector = detector;
    this.text = text;
    this.whole = whole;
  }

  /**
   * Each language's share of the letters, greatest first, those of 5 % and more; empty if there are
   * not two.
   *
   * @param whole what has been found for the text as a whole
   */
  static List<LanguageScore> shares(LanguageDetector detector, String text, Language whole) {
    return new MixedText(detector, text, whole).shares();
  }

  private List<LanguageScore> shares() {
    List<Paragraph> paragraphs = sample(paragraphs());
    if (paragraphs.size() < 2 || !isSuspicious(paragraphs)) {
      return List.of();
    }
    Map<String, Integer> letters = new TreeMap<>();
    for (Paragraph paragraph : paragraphs) {
      int count = Letters.counted(text, paragraph.start(), paragraph.end()).count();
      letters.merge(tag(paragraph), count, Integer::sum);
    }
    double all = letters.values().stream().mapToInt(Integer::intValue).sum();
    List<LanguageScore> shares = new ArrayList<>();
    letters.forEach((tag, count) -> shares.add(new LanguageScore(tag, count / all)));
    shares.removeIf(share -> share.getConfidence() < LEAST_SHARE);
    shares.sort(Comparator.comparingDouble(LanguageScore::getConfidence).reversed());
    return shares.size() < 2 ? List.of() : shares;
  }

  private List<Paragraph> paragraphs() {
    List<Paragraph> paragraphs = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      if (end - start >= FEWEST / 2 && isLong(new Paragraph(start, end))) {
        paragraphs.add(new Paragraph(start, end));
      }
      start = end + 1;
    }
    return paragraphs;
  }

  private boolean isLong(Paragraph paragraph) {
    Letters first = Letters.counted(text, paragraph.start(), paragraph.upTo(GLANCE));
    return LanguageDetector.weight(first) >= FEWEST;
  }

  private static List<Paragraph> sample(List<Paragraph> all) {
    if (all.size() <= MOST) {
      return all;
    }
    List<Paragraph> sample = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      sample.add(all.get(i * (all.size() - 1) / (MOST - 1)));
    }
    return sample;
  }

  /** Whether scripts differ, or the first, a middle or the last paragraph seems to be foreign. */
  private boolean isSuspicious(List<Paragraph> paragraphs) {
    Script script = script(paragraphs.get(0));
    for (Paragraph paragraph : paragraphs) {
      if (script(paragraph) != script) {
        return true;
      }
    }
    if (Tongue.in(script).size() < 2) {
      return false;
    }
    // An odd one in the middle: where two languages take turns, it is of the other.
    int last = paragraphs.size() - 1;
    return isForeign(paragraphs.get(0))
        || isForeign(paragraphs.get(Math.min(last, paragraphs.size() / 2 | 1)))
        || isForeign(paragraphs.get(last));
  }

  private Script script(Paragraph paragraph) {
    return LanguageDetector.dominant(
        Letters.counted(text, paragraph.start(), paragraph.upTo(GLANCE)));
  }

  /** At a glance first; close relatives seem foreign more often than they are. */
  private boolean isForeign(Paragraph paragraph) {
    return seemsForeign(paragraph, GLANCE) && seemsForeign(paragraph, READ);
  }

  private boolean seemsForeign(Paragraph paragraph, int most) {
    Language language = read(paragraph, most);
    return !language.getTag().equals(whole.getTag()) && language.getConfidence() > SUSPICIOUS;
  }

  private String tag(Paragraph paragraph) {
    Language language = read(paragraph, READ);
    return language.getConfidence() < BEYOND_DOUBT && isSameScript(language)
        ? whole.getTag()
        : language.getTag();
  }

  private boolean isSameScript(Language language) {
    return language.getTag().equals("und")
        || whole.getTag().equals("und")
        || Tongue.tagged(language.getTag()).script() == Tongue.tagged(whole.getTag()).script();
  }

  private Language read(Paragraph paragraph, int most) {
    return detector.detect(text.substring(paragraph.start(), paragraph.upTo(most)), "");
  }
}
