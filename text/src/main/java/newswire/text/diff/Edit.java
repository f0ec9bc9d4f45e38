package newswire.text.diff;

import java.util.List;

/** Words {@code oldFrom} to {@code oldTo} of the earlier text became {@code from} to {@code to}. */
record Edit(int oldFrom, int oldTo, int from, int to) {

  String removed(List<String> old) {
    return String.join("", old.subList(oldFrom, oldTo));
  }

  String added(List<String> now) {
    return String.join("", now.subList(from, to));
  }

  /** By so many words further on in both texts. */
  Edit moved(int words) {
    return new Edit(oldFrom + words, oldTo + words, from + words, to + words);
  }

  /** From where this one begins to where the other ends. */
  Edit upTo(Edit later) {
    return new Edit(oldFrom, later.oldTo, from, later.to);
  }
}
