package newswire.app;

import java.util.List;
import java.util.Locale;
import newswire.schemas.avro.Version;
import newswire.text.diff.TextDiff;

/**
 * What one text has that an earlier one has not, and the reverse.
 *
 * @param added number of words that only the later one has
 * @param cut number of words that only the earlier one has
 * @param passages where they differ, in order
 * @param complete whether those are all
 */
record Difference(int added, int cut, List<Passage> passages, boolean complete) {

  private static final int QUOTED = 80;

  /**
   * One place.
   *
   * @param part {@code text} or {@code title}
   * @param position code points of the later one's part before it
   */
  record Passage(String part, int position, String removed, String added) {

    /** On one line, long words shortened. */
    String line() {
      return part
          + " "
          + position
          + ": "
          + (removed.isEmpty() ? "" : "cut " + quoted(removed))
          + (removed.isEmpty() || added.isEmpty() ? "" : ", ")
          + (added.isEmpty() ? "" : "added " + quoted(added));
    }

    private static String quoted(String words) {
      return "“" + Sheet.quoted(words.strip(), QUOTED) + "”";
    }
  }

  /** Between two texts. */
  static Difference between(String before, String after) {
    return of(
        TextDiff.of(before, after).stream()
            .map(c -> new Passage("text", c.position(), c.removed(), c.added()))
            .toList(),
        true);
  }

  /** Between a version and the one before it, as far as that is known. */
  static Difference of(Version version) {
    return of(
        version.getChanges().stream()
            .map(
                c ->
                    new Passage(
                        c.getPart().name().toLowerCase(Locale.ROOT),
                        c.getPosition(),
                        c.getRemoved(),
                        c.getAdded()))
            .toList(),
        !version.getChangesCut());
  }

  private static Difference of(List<Passage> passages, boolean complete) {
    return new Difference(
        passages.stream().mapToInt(p -> TextDiff.words(p.added())).sum(),
        passages.stream().mapToInt(p -> TextDiff.words(p.removed())).sum(),
        passages,
        complete);
  }

  /** In a few words. */
  String summary() {
    if (passages.isEmpty()) {
      return complete ? "the same text" : "what differs is not known any more";
    }
    return added
        + (added == 1 ? " word added, " : " words added, ")
        + cut
        + " cut"
        + (complete ? "" : ", and more");
  }

  /** The first places, one a line. */
  List<String> lines(int most) {
    return passages.stream().limit(most).map(Passage::line).toList();
  }
}
