package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newswire.enrich.tagger.Span;
import newswire.schemas.avro.EntityType;

/**
 * Persons called by the surname alone after their full name: finds such mentions that nothing else
 * found, and tells whether two names may be of one person.
 */
final class Surnames {

  private static final int SHORTEST = 4;
  private static final double CONFIDENCE = 0.7;

  /** Their common nouns have capitals too. */
  private static final Set<String> CAPITAL_NOUNS = Set.of("de", "lb");

  private Surnames() {}

  /** {@code names} and the bare surnames of {@code text} that follow a full name. */
  static List<Naming> added(String text, List<Naming> names, String language) {
    Set<Long> surnames = new HashSet<>();
    int first = Integer.MAX_VALUE;
    for (Naming name : names) {
      if (name.type() == EntityType.PERSON && !CAPITAL_NOUNS.contains(language)) {
        Tokens words = Tokens.of(text.substring(name.start(), name.end()));
        int last = words.size() - 1;
        if (last > 0 && isDistinct(words, last)) {
          surnames.add(words.hash(last));
          first = Math.min(first, name.end());
        }
      }
    }
    return surnames.isEmpty() ? names : added(text, names, surnames, first, language);
  }

  private static boolean isDistinct(Tokens words, int word) {
    byte kind = words.kind(word);
    boolean letters = kind != Letters.UNSPACED && kind != Letters.HANGUL && kind != Letters.DIGIT;
    return letters && words.to(word) - words.from(word) >= SHORTEST;
  }

  private static List<Naming> added(
      String text, List<Naming> names, Set<Long> surnames, int first, String language) {
    Endings endings = Endings.of(language);
    CueWords cues = CueWords.of(language);
    Tokens tokens = Tokens.of(text);
    List<Naming> all = new ArrayList<>(names);
    int next = 0;
    for (int i = 0; i < tokens.size(); i++) {
      while (next < names.size() && names.get(next).end() <= tokens.start(i)) {
        next++;
      }
      boolean taken = next < names.size() && names.get(next).start() < tokens.end(i);
      boolean cased = Letters.isCased(tokens.kind(i));
      if (!taken && tokens.start(i) >= first && (!cased || tokens.startsUpper(i))) {
        for (Form form : Form.of(tokens, i, language)) {
          boolean whole = surnames.contains(form.exact(tokens, i));
          if (whole || surnames.contains(form.stem(tokens, i, endings))) {
            if (Cue.IN_NAMES.containsAll(cues.get(tokens.fold(i)))) {
              all.add(person(form.start(tokens, i), tokens.end(i)));
            }
            break;
          }
        }
      }
    }
    all.sort(Comparator.comparingInt(Naming::start));
    return all;
  }

  private static Naming person(int start, int end) {
    return Naming.unlinked(new Span(start, end, EntityType.PERSON, CONFIDENCE), Naming.RULE);
  }

  /** Whether {@code bare} is the first or last word of the longer {@code full}, endings aside. */
  static boolean isPart(Tokens bare, Tokens full, String language) {
    if (bare.size() == 0 || bare.size() >= full.size()) {
      return false;
    }
    return matches(bare, full, full.size() - bare.size(), language)
        || matches(bare, full, 0, language);
  }

  /** Whether the two are the same words, endings aside. */
  static boolean isSame(Tokens one, Tokens other, String language) {
    return one.size() == other.size() && one.size() > 0 && matches(one, other, 0, language);
  }

  private static boolean matches(Tokens part, Tokens whole, int from, String language) {
    for (int i = 0; i < part.size(); i++) {
      if (!isAlike(part, i, whole, from + i, language)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlike(Tokens one, int i, Tokens other, int j, String language) {
    Endings endings = Endings.of(language);
    long whole = other.hash(j);
    long stem = Form.WHOLE.stem(other, j, endings);
    for (Form form : Form.of(one, i, language)) {
      long own = form.exact(one, i);
      long ownStem = form.stem(one, i, endings);
      if (own == whole || ownStem == whole || own == stem || ownStem == stem) {
        return true;
      }
    }
    return false;
  }
}
