package newswire.enrich.prepare;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as the tokens by which copies are recognised: NFKC, lower case, Arabic spelling folded,
 * digits in ASCII, split at all that is neither letter, mark nor digit; Han, kana, Thai, Khmer, Lao
 * and Myanmar give one token a code point.
 *
 * <p>Part of the data format: a change needs a new {@link Sketches#VERSION}.
 */
final class Tokens {

  private static final int FIRST_UNSPACED = 0x0E00;

  private final List<String> tokens = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();

  private Tokens() {}

  static List<String> of(String text) {
    String nfkc = Normalizer2.getNFKCInstance().normalize(text);
    String lower = UCharacter.toLowerCase(ULocale.ROOT, nfkc);
    Tokens tokens = new Tokens();
    lower.codePoints().forEach(tokens::add);
    tokens.endWord();
    return tokens.tokens;
  }

  private void add(int point) {
    if (isIgnored(point)) {
      return;
    }
    int digit = UCharacter.digit(point);
    if (digit >= 0) {
      word.append((char) ('0' + digit));
    } else if (isUnspaced(point)) {
      endWord();
      tokens.add(Character.toString(point));
    } else if (UCharacter.isLetter(point) || isMark(point) && !word.isEmpty()) {
      word.appendCodePoint(folded(point));
    } else {
      endWord();
    }
  }

  private void endWord() {
    if (!word.isEmpty()) {
      tokens.add(word.toString());
      word.setLength(0);
    }
  }

  private static int folded(int point) {
    return switch (point) {
      case 'آ', 'أ', 'إ', 'ٱ' -> 'ا';
      case 'ة' -> 'ه';
      case 'ى' -> 'ي';
      default -> point;
    };
  }

  // Tatweel, harakat and Koranic marks; and format characters such as ZWNJ, bidi marks, soft
  // hyphen.
  private static boolean isIgnored(int point) {
    return point == 0x0640
        || point >= 0x064B && point <= 0x065F
        || point == 0x0670
        || point >= 0x06D6 && point <= 0x06DC
        || point >= 0x06DF && point <= 0x06E8
        || point >= 0x06EA && point <= 0x06ED
        || UCharacter.getType(point) == UCharacterCategory.FORMAT;
  }

  private static boolean isMark(int point) {
    int type = UCharacter.getType(point);
    return type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.COMBINING_SPACING_MARK;
  }

  private static boolean isUnspaced(int point) {
    if (point < FIRST_UNSPACED || !UCharacter.isLetter(point) && !isMark(point)) {
      return false;
    }
    return switch (UScript.getScript(point)) {
      case UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.THAI,
          UScript.KHMER,
          UScript.LAO,
          UScript.MYANMAR ->
          true;
      default -> point == 'ー';
    };
  }
}
