package newswire.text.diff;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;

/** Makes of the shortest edits those that a person would name. */
final class Phrases {

  /** Words in common between two changes that are then one; scripts without spaces: letters. */
  private static final int MOST_JOINED = 5;

  private static final int FURTHEST = 200;

  private static final int NOWHERE = 0;
  private static final int WORD = 1;
  private static final int SENTENCE = 2;
  private static final int PARAGRAPH = 3;

  private final List<String> old;
  private final List<String> now;

  private Phrases(List<String> old, List<String> now) {
    this.old = old;
    this.now = now;
  }

  static List<Edit> of(List<String> old, List<String> now, List<Edit> edits) {
    Phrases phrases = new Phrases(old, now);
    return phrases.joined(phrases.slid(edits));
  }

  /**
   * What is only added or only cut may begin elsewhere with the same result, as in "the [dog ran.
   * The] cat sat": best where a paragraph or a sentence does.
   */
  private List<Edit> slid(List<Edit> edits) {
    List<Edit> slid = new ArrayList<>();
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      int least = i == 0 ? 0 : slid.get(i - 1).to() + 1;
      int most = i + 1 == edits.size() ? now.size() : edits.get(i + 1).from() - 1;
      if (edit.oldFrom() == edit.oldTo()) {
        slid.add(
            edit.moved(shift(now, edit.from(), edit.to(), edit.from() - least, most - edit.to())));
      } else if (edit.from() == edit.to()) {
        slid.add(
            edit.moved(
                shift(old, edit.oldFrom(), edit.oldTo(), edit.from() - least, most - edit.to())));
      } else {
        slid.add(edit);
      }
    }
    return slid;
  }

  /** How far words {@code from} to {@code to} are best moved; to the left is negative. */
  private static int shift(List<String> words, int from, int to, int mostLeft, int mostRight) {
    int left = 0;
    while (left < Math.min(mostLeft, FURTHEST)
        && words.get(from - left - 1).equals(words.get(to - left - 1))) {
      left++;
    }
    int right = 0;
    while (right < Math.min(mostRight, FURTHEST)
        && words.get(from + right).equals(words.get(to + right))) {
      right++;
    }
    int best = 0;
    for (int shift = -left; shift <= right; shift++) {
      if (boundary(words, from + shift) > boundary(words, from + best)) {
        best = shift;
      }
    }
    return best;
  }

  private static int boundary(List<String> words, int at) {
    if (at == 0 || words.get(at - 1).indexOf('\n') >= 0) {
      return PARAGRAPH;
    }
    boolean spaced = isBlank(words.get(at - 1));
    if (endsSentence(words, spaced ? at - 2 : at - 1)
        && !(at < words.size() && isBlank(words.get(at)))) {
      return SENTENCE;
    }
    return spaced ? WORD : NOWHERE;
  }

  private static boolean endsSentence(List<String> words, int at) {
    return at >= 0 && UCharacter.hasBinaryProperty(words.get(at).codePointAt(0), UProperty.S_TERM);
  }

  /** Changes with little between them are one: less than either of them, and but a few words. */
  private List<Edit> joined(List<Edit> edits) {
    List<Edit> joined = new ArrayList<>();
    for (Edit edit : edits) {
      int last = joined.size() - 1;
      if (last >= 0 && isOne(joined.get(last), edit)) {
        joined.set(last, joined.get(last).upTo(edit));
      } else {
        joined.add(edit);
      }
    }
    return joined;
  }

  private boolean isOne(Edit edit, Edit next) {
    int between = 0;
    int words = 0;
    for (String word : now.subList(edit.to(), next.from())) {
      between += word.length();
      words += isBlank(word) ? 0 : 1;
      if (words > MOST_JOINED || word.indexOf('\n') >= 0) {
        return false;
      }
    }
    return words == 0 || (isAsLong(edit, between) && isAsLong(next, between));
  }

  private boolean isAsLong(Edit edit, int chars) {
    return isAsLong(old.subList(edit.oldFrom(), edit.oldTo()), chars)
        || isAsLong(now.subList(edit.from(), edit.to()), chars);
  }

  private static boolean isAsLong(List<String> words, int chars) {
    int length = 0;
    for (int i = 0; i < words.size() && length < chars; i++) {
      length += words.get(i).length();
    }
    return length >= chars;
  }

  private static boolean isBlank(String word) {
    return UCharacter.isUWhiteSpace(word.codePointAt(0));
  }
}
