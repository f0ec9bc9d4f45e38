package newswire.text.diff;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;

/**
 * A text cut into what a change consists of: words and numbers, the white space between them, and
 * all else code point by code point; so too scripts that write no spaces, each with its marks. The
 * parts put together are the text.
 */
final class Words {

  // Between two letters or digits: 1,234.5, 12:30, U.S, don't.
  private static final String JOINS = "'’.,:٫٬";

  private Words() {}

  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = end(text, start);
      words.add(text.substring(start, end));
      start = end;
    }
    return words;
  }

  private static int end(String text, int start) {
    int first = text.codePointAt(start);
    int at = start + Character.charCount(first);
    if (UCharacter.isUWhiteSpace(first)) {
      while (at < text.length() && UCharacter.isUWhiteSpace(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      return at;
    }
    at = afterMarks(text, at);
    if (!isWordLetter(first)) {
      return at;
    }
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      boolean joins =
          JOINS.indexOf(point) >= 0 && next < text.length() && isWordLetter(text.codePointAt(next));
      if (!joins && !isWordLetter(point)) {
        return at;
      }
      at = afterMarks(text, next);
    }
    return at;
  }

  // Marks, joiners and variation selectors belong to what stands before them.
  private static int afterMarks(String text, int from) {
    int at = from;
    while (at < text.length() && isMark(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean isMark(int point) {
    return switch (UCharacter.getType(point)) {
      case UCharacterCategory.NON_SPACING_MARK,
          UCharacterCategory.COMBINING_SPACING_MARK,
          UCharacterCategory.ENCLOSING_MARK,
          UCharacterCategory.FORMAT ->
          true;
      default -> false;
    };
  }

  private static boolean isWordLetter(int point) {
    return UCharacter.isLetterOrDigit(point) && !isUnspaced(point);
  }

  private static boolean isUnspaced(int point) {
    return switch (UScript.getScript(point)) {
      case UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.BOPOMOFO,
          UScript.THAI,
          UScript.LAO,
          UScript.KHMER,
          UScript.MYANMAR ->
          true;
      default -> false;
    };
  }
}
