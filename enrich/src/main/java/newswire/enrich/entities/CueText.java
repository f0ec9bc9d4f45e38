package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text as words between spaces, with what the cue words say of each, what the linker found there
 * and what stands after it. Made in one pass; immutable.
 */
final class CueText {

  /** What stands after a word. */
  enum Gap {
    SPACE,
    COMMA,
    END
  }

  /** In folded letters, of a word whose dot does not end a sentence: an initial, or Dr. */
  private static final int LONGEST_SHORTENED = 4;

  private static final int WIDEST = 3;

  /**
   * A word, with the cue that begins there.
   *
   * @param start offset of its first UTF-16 unit
   * @param end offset after its last
   * @param fold of all its letters
   * @param bare where it begins without the particles that the cue does not have
   * @param span words of the cue; 0 if there is none
   * @param cues what the cue says
   * @param own what the word alone says
   * @param hit what the linker found there
   */
  record Word(
      int start,
      int end,
      String fold,
      int bare,
      int span,
      Set<Cue> cues,
      Set<Cue> own,
      boolean isLetters,
      NameIndex.@Nullable Found hit) {}

  private final String text;
  private final String language;
  private final Tokens tokens;
  private final CueWords cues;
  private final byte script;

  /** Tokens that begin words, and the end of all. */
  private final List<Integer> firsts = new ArrayList<>();

  private final List<String> folds = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();

  /** Words that a cue of several has another use for. */
  private final BitSet taken = new BitSet();

  CueText(String text, String language, byte script, List<NameIndex.Found> hits) {
    this.text = text;
    this.language = language;
    this.tokens = Tokens.of(text);
    this.cues = CueWords.of(language);
    this.script = script;
    split();
    int next = 0;
    for (int w = 0; w < folds.size(); w++) {
      while (next < hits.size() && hits.get(next).end() <= start(w)) {
        next++;
      }
      boolean found = next < hits.size() && hits.get(next).start() < end(w);
      Word word = word(w, found ? hits.get(next) : null);
      words.add(word);
      if (word.span() > 1 && !Cue.IN_NAMES.containsAll(word.cues())) {
        taken.set(w, w + word.span());
      }
    }
  }

  int size() {
    return words.size();
  }

  Word word(int w) {
    return words.get(w);
  }

  /** What stands after a word; before the first one the text ends. */
  Gap after(int w) {
    return w < 0 || w >= gaps.size() ? Gap.END : gaps.get(w);
  }

  /** Whether a word is part of the same phrase as the one before. */
  boolean follows(int w) {
    return w > 0 && w < size() && after(w - 1) == Gap.SPACE;
  }

  boolean is(int w, Cue cue) {
    return w >= 0 && w < size() && words.get(w).cues().contains(cue);
  }

  /** Whether a word may be part of a name: letters that no cue has another use for. */
  boolean isName(int w) {
    Word word = words.get(w);
    return word.isLetters()
        && !taken.get(w)
        && Cue.IN_NAMES.containsAll(word.own())
        && Cue.IN_NAMES.containsAll(word.cues());
  }

  private void split() {
    int at = 0;
    while (at < tokens.size()) {
      firsts.add(at);
      StringBuilder fold = new StringBuilder(tokens.fold(at));
      while (at + 1 < tokens.size() && isJoined(at)) {
        fold.append(tokens.fold(++at));
      }
      folds.add(fold.toString());
      gaps.add(gap(at, fold.length()));
      at++;
    }
    firsts.add(at);
  }

  private int start(int w) {
    return tokens.start(firsts.get(w));
  }

  private int end(int w) {
    return tokens.end(firsts.get(w + 1) - 1);
  }

  /** Whether two tokens are one word: a dash, an apostrophe, a geresh or nothing between them. */
  private boolean isJoined(int token) {
    int marks = 0;
    for (int i = tokens.end(token); i < tokens.start(token + 1); i++) {
      char c = text.charAt(i);
      if (Letters.kind(c) != Letters.UNSEEN) {
        boolean quote = c == '"' || c == '״' || c == '׳';
        boolean mark = c == '\'' || c == '’' || Character.getType(c) == Character.DASH_PUNCTUATION;
        if (!mark && !(quote && tokens.kind(token) == Letters.HEBREW) || marks++ > 0) {
          return false;
        }
      }
    }
    return true;
  }

  private Gap gap(int token, int letters) {
    if (token + 1 == tokens.size()) {
      return Gap.END;
    }
    int from = tokens.end(token);
    int to = tokens.start(token + 1);
    boolean space = false;
    Gap gap = Gap.SPACE;
    int seen = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Letters.kind(c) != Letters.UNSEEN) {
        boolean first = seen++ == 0;
        if (Character.getType(c) == Character.SPACE_SEPARATOR) {
          space = true;
        } else if (first && (c == ',' || c == '،')) {
          gap = Gap.COMMA;
        } else if (!first || !isShortened(c, letters, token)) {
          return Gap.END;
        }
      }
    }
    return space && seen <= WIDEST ? gap : Gap.END;
  }

  /** Whether a mark only says that the word before is shortened. */
  private boolean isShortened(char c, int letters, int token) {
    boolean consonants =
        tokens.kind(token) == Letters.ARABIC || tokens.kind(token) == Letters.HEBREW;
    return switch (c) {
      case '.' -> letters <= (consonants ? 1 : LONGEST_SHORTENED);
      case '\'', '׳' -> tokens.kind(token) == Letters.HEBREW && letters <= LONGEST_SHORTENED;
      default -> false;
    };
  }

  private Word word(int w, NameIndex.@Nullable Found hit) {
    boolean letters = true;
    for (int i = firsts.get(w); i < firsts.get(w + 1); i++) {
      letters &= tokens.kind(i) == script;
    }
    List<Form> forms = Form.of(tokens, firsts.get(w), language);
    Set<Cue> own = EnumSet.noneOf(Cue.class);
    int span = 0;
    int bare = start(w);
    Set<Cue> said = Set.of();
    for (Form form : forms) {
      String first = folds.get(w).substring(form.skipped());
      own.addAll(cues.get(first));
      for (int more = most(w, first); more > span; more--) {
        Set<Cue> found = cues.get(more == 1 ? first : writing(first, w, more));
        if (!found.isEmpty() && (form.skipped() == 0 || Collections.disjoint(found, Cue.BARE))) {
          span = more;
          bare = form.start(tokens, firsts.get(w));
          said = found;
        }
      }
    }
    if (cues.isVerb(text.substring(start(w), end(w)))) {
      own.add(Cue.VERB);
    }
    return new Word(start(w), end(w), folds.get(w), bare, span, said, own, letters, hit);
  }

  /** Words that an entry may have which begins with a word. */
  private int most(int w, String first) {
    int longest = cues.longest(first);
    int most = 1;
    while (most < longest && after(w + most - 1) == Gap.SPACE) {
      most++;
    }
    return most;
  }

  private String writing(String first, int w, int span) {
    return first + " " + String.join(" ", folds.subList(w + 1, w + span));
  }
}
