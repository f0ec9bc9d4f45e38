package newswire.enrich.tagger;

import java.util.HashSet;
import java.util.Set;

/**
 * Runs of words with capitals in a text of a cased script, over words that stand within names (the
 * University of the Arts). Reused; not thread-safe.
 */
final class Runs {

  /** A run is cut after so many tokens. */
  static final int LONGEST = 16;

  private static final Set<Integer> LINKS = words("of the and & de for la du van von del");

  private static final int MOST_LINKS = 2;

  private int[] from = new int[512];
  private int[] to = new int[512];

  private static Set<Integer> words(String text) {
    Tokens tokens = new Tokens();
    WordFacts facts = new WordFacts();
    tokens.read(text);
    facts.read(text, tokens);
    Set<Integer> words = new HashSet<>();
    for (int i = 0; i < tokens.count; i++) {
      words.add(facts.get(i, WordFacts.WORD));
    }
    return words;
  }

  void read(Tokens tokens, WordFacts facts) {
    int count = tokens.count;
    if (from.length < count) {
      from = new int[count * 2];
      to = new int[count * 2];
    }
    int first = 0;
    while (first < count) {
      int end = isCapital(first, facts) ? end(first, tokens, facts) : first;
      for (int i = first; i < Math.max(end, first + 1); i++) {
        from[i] = first;
        to[i] = end;
      }
      first = Math.max(end, first + 1);
    }
  }

  private static int end(int first, Tokens tokens, WordFacts facts) {
    int end = first + 1;
    int links = 0;
    int most = Math.min(tokens.count, first + LONGEST);
    for (int i = end; i < most && !tokens.opens[i]; i++) {
      if (isCapital(i, facts)) {
        end = i + 1;
        links = 0;
      } else if (++links > MOST_LINKS || !LINKS.contains(facts.get(i, WordFacts.WORD))) {
        break;
      }
    }
    return end;
  }

  private static boolean isCapital(int token, WordFacts facts) {
    int kase = facts.caseOf(token);
    return kase >= WordFacts.CAPITALISED && kase <= WordFacts.MIXED || kase == WordFacts.INITIAL;
  }

  /** Whether the token is in a run. */
  boolean has(int token) {
    return to[token] > token;
  }

  /** The first token of the run. */
  int from(int token) {
    return from[token];
  }

  /** The token after the last of the run. */
  int to(int token) {
    return to[token];
  }
}
