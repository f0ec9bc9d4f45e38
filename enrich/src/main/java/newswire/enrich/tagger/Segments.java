package newswire.enrich.tagger;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;

/**
 * The words that the tokens of a text without spaces make: by ICU's dictionary of Chinese and
 * Japanese, or by the spaces of Korean.
 */
final class Segments {

  private final BreakIterator breaks = BreakIterator.getWordInstance(ULocale.CHINESE);
  private int[] of = new int[512];
  private int[] hash = new int[512];
  private int[] from = new int[512];
  private int[] to = new int[512];
  private int count;
  private int within;
  private int before;

  /** The segment of a token. */
  int of(int token) {
    return of[token];
  }

  /** The segment as a whole; out of range is one of its own. */
  int hash(int segment) {
    return isOutside(segment) ? -5 : hash[segment];
  }

  /** Its first token. */
  int from(int segment) {
    return from[segment];
  }

  /** The token after its last. */
  int to(int segment) {
    return to[segment];
  }

  int size(int segment) {
    return isOutside(segment) ? 0 : to[segment] - from[segment];
  }

  private boolean isOutside(int segment) {
    return segment < 0 || segment >= count || to[segment] <= within || from[segment] >= before;
  }

  /** Makes all but a sentence's tokens be out of range. */
  void within(int first, int end) {
    within = first;
    before = end;
  }

  /** Words by ICU's dictionary. */
  void byDictionary(String text, Tokens tokens, WordFacts facts) {
    reset(tokens.count);
    breaks.setText(text);
    int token = 0;
    for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
      int first = token;
      while (token < tokens.count && tokens.end[token] <= at) {
        token++;
      }
      if (token > first) {
        add(first, token, facts);
      }
    }
    while (token < tokens.count) {
      add(token, ++token, facts);
    }
  }

  /** Words by white space and punctuation. */
  void bySpaces(Tokens tokens, WordFacts facts) {
    reset(tokens.count);
    int token = 0;
    while (token < tokens.count) {
      int first = token++;
      while (token < tokens.count && !isBreak(tokens, token)) {
        token++;
      }
      add(first, token, facts);
    }
  }

  /** Runs of characters of one kind. */
  void byKind(Tokens tokens, WordFacts facts) {
    reset(tokens.count);
    int token = 0;
    while (token < tokens.count) {
      int first = token++;
      while (token < tokens.count
          && tokens.kind[token] == tokens.kind[first]
          && !tokens.spaced[token]) {
        token++;
      }
      add(first, token, facts);
    }
  }

  private static boolean isBreak(Tokens tokens, int token) {
    return tokens.spaced[token]
        || tokens.kind[token] == Letters.PUNCT
        || tokens.kind[token - 1] == Letters.PUNCT;
  }

  private void reset(int tokens) {
    count = 0;
    within(0, tokens);
    if (of.length < tokens) {
      of = new int[tokens * 2];
      hash = new int[tokens * 2];
      from = new int[tokens * 2];
      to = new int[tokens * 2];
    }
  }

  private void add(int first, int end, WordFacts facts) {
    int h = 7;
    for (int i = first; i < end; i++) {
      h = h * 131 + facts.get(i, WordFacts.WORD);
    }
    Arrays.fill(of, first, end, count);
    hash[count] = h;
    from[count] = first;
    to[count++] = end;
  }
}
