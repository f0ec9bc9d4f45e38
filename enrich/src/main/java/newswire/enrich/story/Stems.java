package newswire.enrich.story;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.function.Consumer;

/**
 * A text as the terms by which reports are compared. Words are cut to their first five letters,
 * which in most languages leaves the endings off as well as a stemmer does and needs no rules for
 * any (McNamee and Mayfield 2004); Arabic ones get their {@link ArabicStem} first. Scripts without
 * spaces, and Korean, give every two neighbouring characters. Latin, Cyrillic and Greek letters
 * lose their accents, and digits are ASCII.
 *
 * <p>Part of the data format: a change needs a new {@link StoryFeatures#VERSION}.
 */
final class Stems {

  static final int LETTERS = 5;

  private static final int SPACED = 0;
  private static final int PAIRED = 1;
  private static final int OUTSIDE = 2;

  private final Consumer<String> out;
  private final StringBuilder word = new StringBuilder();
  private int kind = OUTSIDE;
  private boolean arabic;

  private Stems(Consumer<String> out) {
    this.out = out;
  }

  /** Gives every term of the text, in its order. */
  static void of(String text, Consumer<String> out) {
    String nfkc = Normalizer2.getNFKCInstance().normalize(text);
    String lower = UCharacter.toLowerCase(ULocale.ROOT, nfkc);
    Stems stems = new Stems(out);
    for (int i = 0; i < lower.length(); ) {
      int point = lower.codePointAt(i);
      stems.add(point);
      i += Character.charCount(point);
    }
    stems.endWord();
  }

  private void add(int point) {
    int letter = Letters.folded(point);
    if (letter == Letters.IGNORED) {
      return;
    }
    int next = letter == Letters.SEPARATOR ? OUTSIDE : Letters.isPaired(point) ? PAIRED : SPACED;
    if (next != kind) {
      endWord();
      kind = next;
    }
    if (next != OUTSIDE) {
      word.appendCodePoint(letter);
      arabic |= UScript.getScript(point) == UScript.ARABIC;
    }
  }

  private void endWord() {
    if (word.length() > 0) {
      if (kind == PAIRED) {
        pairs();
      } else {
        String whole = word.toString();
        out.accept(prefix(arabic ? ArabicStem.of(whole) : whole));
      }
    }
    word.setLength(0);
    arabic = false;
  }

  private void pairs() {
    int from = 0;
    int second = word.offsetByCodePoints(0, 1);
    while (second < word.length()) {
      int to = word.offsetByCodePoints(second, 1);
      out.accept(word.substring(from, to));
      from = second;
      second = to;
    }
  }

  private static String prefix(String word) {
    return word.codePointCount(0, word.length()) <= LETTERS
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LETTERS));
  }
}
