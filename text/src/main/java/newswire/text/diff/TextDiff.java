package newswire.text.diff;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;

/**
 * What was cut and added between two texts: words rather than letters, phrases rather than words,
 * and always exact: the changes turn the one text into the other.
 *
 * <p>The method: both texts as words, what they begin and end with alike left out, a shortest edit
 * script over the rest (Myers, <i>An O(ND) Difference Algorithm and Its Variations</i>, 1986), then
 * what a reader takes for one change joined to one. Long texts that differ in many places are
 * compared paragraph by paragraph, and in what is too long even then the middle counts as changed
 * as a whole; so the work is bounded by the length of the texts, and the result does not depend on
 * a clock.
 */
public final class TextDiff {

  /**
   * One place of the later text.
   *
   * @param position code points of the later text before it
   * @param removed what the earlier text has there; empty if nothing
   * @param added what the later text has there; empty if nothing
   */
  public record Change(int position, String removed, String added) {}

  private TextDiff() {}

  /** The changes from one text to the other, in the order of the text; none if they are equal. */
  public static List<Change> of(String before, String after) {
    if (before.equals(after)) {
      return List.of();
    }
    List<String> old = Words.of(before);
    List<String> now = Words.of(after);
    List<Change> changes = new ArrayList<>();
    int position = 0;
    int at = 0;
    for (Edit edit : Phrases.of(old, now, Alignment.of(old, now))) {
      position += length(now.subList(at, edit.from()));
      at = edit.from();
      changes.add(new Change(position, edit.removed(old), edit.added(now)));
    }
    return List.copyOf(changes);
  }

  /** The words and numbers of a text; in scripts that write no spaces, its letters. */
  public static int words(String text) {
    int words = 0;
    for (String word : Words.of(text)) {
      words += UCharacter.isLetterOrDigit(word.codePointAt(0)) ? 1 : 0;
    }
    return words;
  }

  private static int length(List<String> words) {
    int length = 0;
    for (String word : words) {
      length += word.codePointCount(0, word.length());
    }
    return length;
  }
}
