package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A word of a text as it may stand in a gazetteer: as it is, or without the particles that Arabic
 * and Hebrew write to it.
 *
 * @param skipped letters that come before the name
 * @param article whether an article's alef, which "to the" has lost, is to be put before
 */
record Form(int skipped, boolean article) {

  static final Form WHOLE = new Form(0, false);
  static final List<Form> ONLY_WHOLE = List.of(WHOLE);

  private static final int SHORTEST_AFTER_PARTICLE = 3;

  /** In letters, of words compared by their consonants. */
  private static final int LONG = 6;

  /** In consonants. */
  private static final int SHORTEST_SKELETON = 4;

  /** Arabic writes particles to words; languages that only share its letters do not. */
  private static final Set<String> NO_PARTICLES = Set.of("fa", "ur", "ps", "ckb", "ug", "sd");

  /** The forms of a token in a text of a language, the whole word first. */
  static List<Form> of(Tokens tokens, int token, String language) {
    return NO_PARTICLES.contains(language) ? ONLY_WHOLE : of(tokens, token);
  }

  private static List<Form> of(Tokens tokens, int token) {
    byte kind = tokens.kind(token);
    if (kind == Letters.ARABIC) {
      return stripped(tokens, token, "وف", "بكل", true);
    }
    return kind == Letters.HEBREW ? stripped(tokens, token, "וש", "בלמכה", false) : ONLY_WHOLE;
  }

  private static List<Form> stripped(
      Tokens tokens, int token, String first, String second, boolean arabic) {
    char[] folded = tokens.folded();
    int from = tokens.from(token);
    int length = tokens.to(token) - from;
    int letters = length > 0 && first.indexOf(folded[from]) >= 0 ? 1 : 0;
    boolean more = letters < length && second.indexOf(folded[from + letters]) >= 0;
    if (letters == 0 && !more) {
      return ONLY_WHOLE;
    }
    List<Form> forms = new ArrayList<>(4);
    forms.add(WHOLE);
    if (letters == 1 && length - 1 >= SHORTEST_AFTER_PARTICLE) {
      forms.add(new Form(1, false));
    }
    if (more) {
      int rest = length - letters - 1;
      if (arabic
          && rest > 1
          && folded[from + letters] == 'ل'
          && folded[from + letters + 1] == 'ل') {
        forms.add(new Form(letters, true));
      }
      if (rest >= SHORTEST_AFTER_PARTICLE) {
        forms.add(new Form(letters + 1, false));
      }
    }
    return forms;
  }

  /** Where it begins in the text. */
  int start(Tokens tokens, int token) {
    int at = tokens.start(token);
    int seen = 0;
    while (skipped > 0 && at < tokens.end(token)) {
      if (Letters.kind(tokens.text().charAt(at)) >= Letters.DIGIT && seen++ == skipped) {
        return at;
      }
      at++;
    }
    return skipped > 0 ? tokens.start(token) : at;
  }

  /** A hash of all its letters. */
  long exact(Tokens tokens, int token) {
    return skipped == 0 && !article
        ? tokens.hash(token)
        : hash(tokens, tokens.from(token) + from(), tokens.to(token), false);
  }

  /** A hash without case ending. */
  long stem(Tokens tokens, int token, Endings endings) {
    int from = tokens.from(token) + from();
    int to = tokens.to(token);
    int end = endings.stem(tokens.folded(), from, to);
    return end == to ? exact(tokens, token) : hash(tokens, from, end, false);
  }

  /** A hash of the consonants of a long Arabic word, of all letters of others. */
  long skeleton(Tokens tokens, int token) {
    return isLong(tokens, token, 0)
        ? hash(tokens, tokens.from(token) + from(), tokens.to(token), true)
        : exact(tokens, token);
  }

  /**
   * Whether it is long enough to be compared by its consonants; the article does not count.
   *
   * @param more consonants than usual
   */
  boolean isLong(Tokens tokens, int token, int more) {
    char[] folded = tokens.folded();
    int from = tokens.from(token) + from();
    int to = tokens.to(token);
    if (!article && to - from > 2 && folded[from] == 'ا' && folded[from + 1] == 'ل') {
      from += 2;
    }
    if (tokens.kind(token) != Letters.ARABIC || to - from < LONG) {
      return false;
    }
    int consonants = 0;
    for (int i = from; i < to; i++) {
      consonants += isVowel(folded, i, to) ? 0 : 1;
    }
    return consonants >= SHORTEST_SKELETON + more;
  }

  /** Its letters. */
  String letters(Tokens tokens, int token) {
    String rest = tokens.fold(token).substring(from());
    return article ? "ال" + rest : rest;
  }

  // "to the": both lams are skipped, the article is put before.
  private int from() {
    return article ? skipped + 2 : skipped;
  }

  private long hash(Tokens tokens, int from, int to, boolean consonants) {
    char[] folded = tokens.folded();
    long hash = Hash.start();
    if (article) {
      hash = Hash.add(consonants ? hash : Hash.add(hash, 'ا'), 'ل');
    }
    for (int i = from; i < to; i++) {
      if (!consonants || !isVowel(folded, i, to)) {
        hash = Hash.add(hash, folded[i]);
      }
    }
    return Hash.end(hash);
  }

  /** Heh at the end is mostly a vowel's sign. */
  private static boolean isVowel(char[] folded, int at, int to) {
    char c = folded[at];
    return c == 'ا' || c == 'و' || c == 'ي' || c == 'ء' || c == 'ه' && at == to - 1;
  }
}
