package newswire.enrich.entities;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of languages that are written without spaces, found by the longest match at each code
 * point. A katakana name has to be all of its run, and a Thai one ends where a syllable ends.
 */
final class UnspacedIndex {

  private static final double CONFIDENCE = 0.9;

  private final Map<String, @Nullable Entry> names = new HashMap<>();
  private int longest;

  /** Adds a name unless it is known already; without an entry it only keeps others away. */
  void add(String name, @Nullable Entry entry) {
    names.putIfAbsent(name, entry);
    longest = Math.max(longest, name.length());
  }

  List<NameIndex.Found> find(String text) {
    List<NameIndex.Found> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = endOfName(text, at);
      if (end > at) {
        Entry entry = names.get(text.substring(at, end));
        found.add(new NameIndex.Found(at, end, entry, CONFIDENCE));
        at = end;
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return found;
  }

  private int endOfName(String text, int start) {
    if (Word.Family.of(text.codePointAt(start)) != Word.Family.UNSPACED) {
      return start;
    }
    for (int end = Math.min(text.length(), start + longest); end > start + 1; end--) {
      if (names.containsKey(text.substring(start, end)) && isWhole(text, start, end)) {
        return end;
      }
    }
    return start;
  }

  private static boolean isWhole(String text, int start, int end) {
    boolean cutBefore = start > 0 && isKatakana(text.codePointBefore(start));
    if (cutBefore && isKatakana(text.codePointAt(start))) {
      return false;
    }
    if (end == text.length()) {
      return true;
    }
    int next = text.codePointAt(end);
    return !(isKatakana(next) && isKatakana(text.codePointBefore(end))) && !continues(next);
  }

  private static boolean isKatakana(int c) {
    return c == 0x30FC || UScript.getScript(c) == UScript.KATAKANA;
  }

  /** Marks, and the Thai and Lao vowels that are written after their consonant. */
  private static boolean continues(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || (c >= 0x0E30 && c <= 0x0E33)
        || (c >= 0x0EB0 && c <= 0x0EB3);
  }
}
