package newswire.enrich.entities;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of letters, marks and digits of one family of scripts, with what joins them.
 *
 * @param start offset of its first UTF-16 unit
 * @param end offset after its last
 * @param family how its script writes words
 */
record Word(String text, int start, int end, Family family) {

  /** How a script shows where a word begins. */
  enum Family {
    CASED,
    ARABIC,
    HEBREW,
    HANGUL,
    UNSPACED,
    OTHER;

    static Family of(int c) {
      return switch (UScript.getScript(c)) {
        case UScript.LATIN, UScript.CYRILLIC, UScript.GREEK, UScript.ARMENIAN -> CASED;
        case UScript.ARABIC -> ARABIC;
        case UScript.HEBREW -> HEBREW;
        case UScript.HANGUL -> HANGUL;
        case UScript.HAN,
            UScript.HIRAGANA,
            UScript.KATAKANA,
            UScript.THAI,
            UScript.LAO,
            UScript.KHMER,
            UScript.MYANMAR ->
            UNSPACED;
        default -> OTHER;
      };
    }
  }

  private static final int TATWEEL = 0x0640;

  /** The words of {@code text}, in order. */
  static List<Word> in(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (isLetter(c)) {
        int end = end(text, at, Family.of(c));
        words.add(new Word(text.substring(at, end), at, end, Family.of(c)));
        at = end;
      } else {
        at += Character.charCount(c);
      }
    }
    return words;
  }

  private static int end(String text, int start, Family family) {
    int end = start;
    int at = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      boolean belongs = isLetter(c) && Family.of(c) == family || isMark(c) || c == TATWEEL;
      if (!belongs && !isUnseen(c)) {
        return end;
      }
      at += Character.charCount(c);
      if (belongs) {
        end = at;
      }
    }
    return end;
  }

  private static boolean isLetter(int c) {
    return Character.isLetter(c) || c == 0x30FC;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Joiners, direction marks and soft hyphens, which do not end a word. */
  static boolean isUnseen(int c) {
    return Character.getType(c) == Character.FORMAT;
  }
}
