package newswire.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Letters that failed alike. */
record LetterGroup(Likeness likeness, List<Letter> letters) {

  /** What the letters of a group have in common. */
  record Likeness(String stage, String cause, String source, String schema) {}

  /** The groups, the largest first, then the one with the latest letter. */
  static List<LetterGroup> of(List<Letter> letters) {
    Map<Likeness, List<Letter>> groups = new LinkedHashMap<>();
    for (Letter letter : letters) {
      Likeness likeness =
          new Likeness(
              letter.head().getStage(),
              letter.cause().text(),
              letter.content().source(),
              letter.content().schema());
      groups.computeIfAbsent(likeness, k -> new ArrayList<>()).add(letter);
    }
    return groups.entrySet().stream()
        .map(group -> new LetterGroup(group.getKey(), group.getValue()))
        .sorted(
            Comparator.comparing((LetterGroup group) -> -group.letters().size())
                .thenComparing(LetterGroup::last, Comparator.reverseOrder())
                .thenComparing(group -> group.likeness().toString()))
        .toList();
  }

  /** When the first of them was written. */
  Instant first() {
    return letters.stream().map(letter -> letter.at().time()).min(Instant::compareTo).orElseThrow();
  }

  /** When the last of them was written. */
  Instant last() {
    return letters.stream().map(letter -> letter.at().time()).max(Instant::compareTo).orElseThrow();
  }
}
