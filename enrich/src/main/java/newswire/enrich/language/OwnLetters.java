package newswire.enrich.language;

import java.util.Optional;

/**
 * Letters that tell the languages in Arabic script apart: those that the model has not learned, and
 * Arabic itself in short texts.
 */
final class OwnLetters {

  private static final String UYGHUR = "ۇۈۋڭ";
  private static final String SORANI = "ێڵڕ";
  private static final String BOTH = "ۆە";
  private static final char DOTLESS_YEH = 'ى';
  private static final double SHARE = 0.08;
  private static final int LAST_ARABIC = 0x0670;
  private static final int LAST_OF_BLOCK = 0x06FF;
  private static final double OTHERS = 0.14;
  private static final int MOST = 20;

  private OwnLetters() {}

  static Optional<Tongue> of(String text) {
    int letters = (int) text.codePoints().filter(Character::isLetter).count();
    long uyghur = count(text, UYGHUR) + innerDotlessYeh(text);
    long sorani = count(text, SORANI);
    if (uyghur + sorani == 0 || uyghur + sorani + count(text, BOTH) < letters * SHARE) {
      return Optional.empty();
    }
    return Optional.of(uyghur >= sorani ? Tongue.UG : Tongue.CKB);
  }

  /**
   * How much likelier Arabic is for having none of the letters that the others add, or write
   * otherwise (yeh, kaf, heh): each letter of theirs is one in about seven.
   */
  static double favourOfArabic(String text) {
    boolean foreign = text.codePoints().anyMatch(c -> c > LAST_ARABIC && c <= LAST_OF_BLOCK);
    long letters = text.codePoints().filter(Character::isLetter).limit(MOST).count();
    return foreign ? 1 : StrictMath.pow(1 / (1 - OTHERS), letters);
  }

  private static long count(String text, String letters) {
    return text.codePoints().filter(c -> letters.indexOf(c) >= 0).count();
  }

  /** Elsewhere it stands at the end of words only. */
  private static long innerDotlessYeh(String text) {
    long count = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      if (text.charAt(i) == DOTLESS_YEH && Character.isLetter(text.charAt(i + 1))) {
        count++;
      }
    }
    return count;
  }
}
