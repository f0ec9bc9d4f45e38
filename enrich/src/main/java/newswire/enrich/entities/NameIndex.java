package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of some languages, found in texts word by word; the longest match wins. */
final class NameIndex {

  private static final double EXACT = 0.95;
  private static final double STEM = 0.85;
  private static final double SKELETON = 0.8;
  private static final int WIDEST_GAP = 3;

  /** What may stand between two words of one name. */
  private static final Pattern GAP =
      Pattern.compile("[\\p{Zs}\\p{Cf}\\p{Pd}.'’ʼ`&·・﹒/]*(?:\\n(?!\\n))?");

  /** A place in a text, in UTF-16 units; without an entry it only keeps others away. */
  record Found(int start, int end, @Nullable Entry entry, double confidence) {}

  private record Part(Forms forms, Word word) {}

  private record Known(List<Part> parts, @Nullable Entry entry) {}

  private record Match(Known known, int from, int words, double confidence) {}

  private static final Comparator<Match> BY_LENGTH =
      Comparator.comparingInt(Match::words).thenComparingDouble(Match::confidence);

  private final Endings endings;
  private final Map<String, List<Known>> byExact = new HashMap<>();
  private final Map<String, List<Known>> byStem = new HashMap<>();
  private final Map<String, List<Known>> bySkeleton = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  NameIndex(Endings endings) {
    this.endings = endings;
  }

  /**
   * Adds a name unless the same writing is known already.
   *
   * @param inflected whether it is a name of the text's own language, whose endings and vowels may
   *     change
   */
  void add(String name, @Nullable Entry entry, boolean inflected) {
    List<Part> parts = new ArrayList<>();
    for (Word word : Word.in(name)) {
      parts.add(new Part(Forms.ofName(word, endings), word));
    }
    if (parts.isEmpty() || !known.add(Forms.writing(name))) {
      return;
    }
    Known added = new Known(parts, entry);
    Forms first = parts.get(0).forms();
    byExact.computeIfAbsent(first.exact(), any -> new ArrayList<>()).add(added);
    if (inflected) {
      byStem.computeIfAbsent(first.stem(), any -> new ArrayList<>()).add(added);
      if (!first.skeleton().isEmpty()) {
        bySkeleton.computeIfAbsent(first.skeleton(), any -> new ArrayList<>()).add(added);
      }
    }
  }

  /** All names in a text, in order, none within another. */
  List<Found> find(String text, List<Word> words) {
    List<Found> found = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Optional<Match> match = longest(text, words, at);
      if (match.isPresent()) {
        Match best = match.get();
        Word first = words.get(at);
        Word last = words.get(at + best.words() - 1);
        found.add(
            new Found(
                first.start() + best.from(), last.end(), best.known().entry(), best.confidence()));
        at += best.words();
      } else {
        at++;
      }
    }
    return found;
  }

  private Optional<Match> longest(String text, List<Word> words, int at) {
    Match best = null;
    for (Forms forms : Forms.ofText(words.get(at), endings)) {
      best = better(best, match(byExact.get(forms.exact()), forms, text, words, at));
      best = better(best, match(byStem.get(forms.stem()), forms, text, words, at));
      if (!forms.skeleton().isEmpty()) {
        best = better(best, match(bySkeleton.get(forms.skeleton()), forms, text, words, at));
      }
    }
    return Optional.ofNullable(best);
  }

  private static @Nullable Match better(@Nullable Match one, @Nullable Match other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return BY_LENGTH.compare(other, one) > 0 ? other : one;
  }

  /** The best of {@code names}; none if two that are equally good mean different things. */
  private @Nullable Match match(
      @Nullable List<Known> names, Forms first, String text, List<Word> words, int at) {
    Match best = null;
    boolean torn = false;
    for (Known name : names == null ? List.<Known>of() : names) {
      double confidence = confidence(name, first, text, words, at);
      if (confidence > 0) {
        Match match = new Match(name, first.from(), name.parts().size(), confidence);
        int order = best == null ? 1 : BY_LENGTH.compare(match, best);
        if (best == null || order > 0) {
          best = match;
          torn = false;
        } else if (order == 0) {
          torn |= !Objects.equals(best.known().entry(), name.entry());
        }
      }
    }
    return torn ? null : best;
  }

  private double confidence(Known name, Forms first, String text, List<Word> words, int at) {
    int size = name.parts().size();
    if (at + size > words.size() || !isWritten(name.parts().get(0), words.get(at))) {
      return 0;
    }
    double least = compare(name.parts().get(0).forms(), first);
    for (int i = 1; i < size && least > 0; i++) {
      Word word = words.get(at + i);
      Part part = name.parts().get(i);
      boolean follows = isGap(text, words.get(at + i - 1).end(), word.start());
      if (!follows || !isWritten(part, word)) {
        return 0;
      }
      least = Math.min(least, compare(part.forms(), Forms.ofText(word, endings).get(0)));
    }
    return least;
  }

  private static boolean isGap(String text, int from, int to) {
    return to - from <= WIDEST_GAP && GAP.matcher(text.substring(from, to)).matches();
  }

  /** A capital stays a capital, and an abbreviation in capitals is one throughout. */
  private static boolean isWritten(Part part, Word word) {
    if (part.word().family() != word.family()) {
      return false;
    }
    if (word.family() != Word.Family.CASED) {
      return true;
    }
    String name = part.word().text();
    if (name.length() > 1 && isUpper(name)) {
      return word.text().startsWith(name);
    }
    return !startsUpper(name) || startsUpper(word.text());
  }

  private static boolean startsUpper(String text) {
    int c = text.codePointAt(0);
    return Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  private static boolean isUpper(String text) {
    return text.codePoints().allMatch(c -> Character.isUpperCase(c) || !Character.isLetter(c));
  }

  private static double compare(Forms name, Forms text) {
    if (name.exact().equals(text.exact())) {
      return EXACT;
    }
    if (name.stem().equals(text.stem())) {
      return STEM;
    }
    boolean alike =
        !name.skeleton().isEmpty()
            && name.skeleton().equals(text.skeleton())
            && name.exact().charAt(0) == text.exact().charAt(0)
            && Math.abs(name.exact().length() - text.exact().length()) <= 2;
    return alike ? SKELETON : 0;
  }
}
