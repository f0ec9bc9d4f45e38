package newswire.text.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** Finds which words of two texts correspond, in bounded time. */
final class Alignment {

  /**
   * Words, or paragraphs, of both texts together: the time that a shortest edit script takes grows
   * with their square if nothing corresponds.
   */
  static final int MOST = 4_000;

  private final List<String> old;
  private final List<String> now;
  private final List<Edit> edits = new ArrayList<>();

  private Alignment(List<String> old, List<String> now) {
    this.old = old;
    this.now = now;
  }

  /** Edits in order, no two of which touch. */
  static List<Edit> of(List<String> old, List<String> now) {
    Alignment alignment = new Alignment(old, now);
    Edit middle = alignment.trimmed(new Edit(0, old.size(), 0, now.size()));
    if (size(middle) > MOST) {
      alignment.paragraphs(middle);
    } else {
      alignment.words(middle);
    }
    return alignment.edits;
  }

  private void paragraphs(Edit middle) {
    List<Integer> oldStarts = starts(old, middle.oldFrom(), middle.oldTo());
    List<Integer> starts = starts(now, middle.from(), middle.to());
    Edit all = new Edit(0, oldStarts.size() - 1, 0, starts.size() - 1);
    if (size(all) > MOST) {
      add(middle);
      return;
    }
    for (Edit edit : shortest(texts(old, oldStarts), texts(now, starts))) {
      Edit words =
          new Edit(
              oldStarts.get(edit.oldFrom()),
              oldStarts.get(edit.oldTo()),
              starts.get(edit.from()),
              starts.get(edit.to()));
      words(trimmed(words));
    }
  }

  private void words(Edit part) {
    if (size(part) > MOST || part.oldFrom() == part.oldTo() || part.from() == part.to()) {
      add(part);
      return;
    }
    List<String> oldPart = old.subList(part.oldFrom(), part.oldTo());
    List<String> newPart = now.subList(part.from(), part.to());
    for (Edit edit : shortest(oldPart, newPart)) {
      add(
          new Edit(
              part.oldFrom() + edit.oldFrom(),
              part.oldFrom() + edit.oldTo(),
              part.from() + edit.from(),
              part.from() + edit.to()));
    }
  }

  private void add(Edit edit) {
    if (edit.oldFrom() != edit.oldTo() || edit.from() != edit.to()) {
      append(edits, edit);
    }
  }

  // The script of the library may cut and add in one place by two deltas.
  private static void append(List<Edit> edits, Edit edit) {
    int last = edits.size() - 1;
    if (last >= 0
        && edits.get(last).oldTo() == edit.oldFrom()
        && edits.get(last).to() == edit.from()) {
      edits.set(last, edits.get(last).upTo(edit));
    } else {
      edits.add(edit);
    }
  }

  private static List<Edit> shortest(List<String> old, List<String> now) {
    List<Edit> edits = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
      int oldFrom = delta.getSource().getPosition();
      int from = delta.getTarget().getPosition();
      append(
          edits,
          new Edit(
              oldFrom, oldFrom + delta.getSource().size(), from, from + delta.getTarget().size()));
    }
    return edits;
  }

  private Edit trimmed(Edit part) {
    int most = Math.min(part.oldTo() - part.oldFrom(), part.to() - part.from());
    int start = 0;
    while (start < most && old.get(part.oldFrom() + start).equals(now.get(part.from() + start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && old.get(part.oldTo() - 1 - end).equals(now.get(part.to() - 1 - end))) {
      end++;
    }
    return new Edit(
        part.oldFrom() + start, part.oldTo() - end, part.from() + start, part.to() - end);
  }

  /** Where paragraphs begin, and where the last one ends. */
  private static List<Integer> starts(List<String> words, int from, int to) {
    List<Integer> starts = new ArrayList<>();
    starts.add(from);
    for (int i = from + 1; i < to; i++) {
      if (words.get(i - 1).indexOf('\n') >= 0) {
        starts.add(i);
      }
    }
    if (to > from) {
      starts.add(to);
    }
    return starts;
  }

  private static List<String> texts(List<String> words, List<Integer> starts) {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i < starts.size(); i++) {
      texts.add(String.join("", words.subList(starts.get(i - 1), starts.get(i))));
    }
    return texts;
  }

  private static int size(Edit edit) {
    return edit.oldTo() - edit.oldFrom() + edit.to() - edit.from();
  }
}
