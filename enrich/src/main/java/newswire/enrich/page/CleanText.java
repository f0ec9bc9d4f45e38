package newswire.enrich.page;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Text as it is stored: NFC, one kind of space, no control characters, joiners only in words. */
final class CleanText {

  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private CleanText() {}

  /** All of {@code text} as one line. */
  static String line(String text) {
    if (isClean(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    boolean simple = true;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int before = at;
      at += Character.charCount(c);
      boolean plain = isPlain(c);
      if (!plain && isSpace(c)) {
        gap = true;
      } else if (plain || keeps(text, c, before, at)) {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
        simple &= plain;
        out.appendCodePoint(c);
      }
    }
    // Nothing plain composes with anything plain.
    return simple ? out.toString() : NFC.normalize(out);
  }

  /** Whether it is one line of ASCII already, as most of what a page claims is. */
  private static boolean isClean(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7F || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ' || text.isEmpty();
  }

  /** Each line of {@code text} cleaned, the empty ones left out. */
  static String lines(String text) {
    return Arrays.stream(text.split("\\R", -1))
        .map(CleanText::line)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** The form in which two headlines or paragraphs are compared: letters and digits only. */
  static String skeleton(String text) {
    StringBuilder out = new StringBuilder(text.length());
    UCharacter.foldCase(text, true)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Letters, digits and signs of which nothing more need be asked: most of any text. */
  private static boolean isPlain(int c) {
    return (c > ' ' && c < 0x7F)
        || (c >= 0xC0 && c < 0x250)
        || (c >= 0x410 && c < 0x460)
        || (c >= 0x621 && c < 0x64B)
        || (c >= 0x3041 && c < 0x3097)
        || (c >= 0x4E00 && c < 0x9FA6)
        || (c >= 0xAC00 && c < 0xD7A4);
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  private static boolean keeps(String text, int c, int start, int end) {
    if (c == ZWNJ || c == ZWJ) {
      return start > 0
          && end < text.length()
          && joins(text.codePointBefore(start))
          && joins(text.codePointAt(end));
    }
    int type = Character.getType(c);
    if (isDirectionMark(c)) {
      // Between two letters it changes nothing that is seen, but it would cut the word in two.
      return !(start > 0
          && end < text.length()
          && Character.isLetter(text.codePointBefore(start))
          && Character.isLetter(text.codePointAt(end)));
    }
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED
        && (type != Character.FORMAT || isTag(c) || isSign(c))
        && c != 0xFFFD;
  }

  private static boolean isDirectionMark(int c) {
    return c == 0x200E || c == 0x200F || c == 0x061C;
  }

  /** Tag characters, which spell the flags of England, Scotland and Wales. */
  private static boolean isTag(int c) {
    return c >= 0xE0020 && c <= 0xE007F;
  }

  /** Visible signs that Unicode files under format characters, such as the Arabic number sign. */
  private static boolean isSign(int c) {
    return (c >= 0x0600 && c <= 0x0605) || c == 0x06DD || c == 0x070F || c == 0x08E2;
  }

  private static boolean joins(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.OTHER_SYMBOL
        || type == Character.MODIFIER_SYMBOL;
  }
}
