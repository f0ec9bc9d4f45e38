package newswire.enrich.tagger;

import java.util.List;

/** The gazetteer's hits as one number for each token. */
final class Hints {

  static final int NONE = 0;

  /** Of what lies outside the text. */
  static final int OUTSIDE = 31;

  /** Types that are not ours, such as treaties. */
  private static final int OTHER = 7;

  private static final int UNSURE = 16;

  private Hints() {}

  /**
   * For each token 0, or the tag B or I of the hit's type, greater by 16 if it is ambiguous.
   *
   * @param hits in the order of the text, none within another
   */
  static byte[] of(List<Hint> hits, Tokens tokens) {
    byte[] hints = new byte[tokens.count];
    int token = 0;
    for (Hint hit : hits) {
      while (token < tokens.count && tokens.end[token] <= hit.start()) {
        token++;
      }
      int tag = Tags.begin(hit.type());
      int hint = (tag == Tags.O ? OTHER : tag) + (hit.sure() ? 0 : UNSURE);
      for (int i = token; i < tokens.count && tokens.start[i] < hit.end(); i++) {
        hints[i] = (byte) (i == token ? hint : hint + 1);
      }
    }
    return hints;
  }

  /** Whether the hint is of the first token of a hit. */
  static boolean isBegin(int hint) {
    return (hint & 1) == 1;
  }
}
