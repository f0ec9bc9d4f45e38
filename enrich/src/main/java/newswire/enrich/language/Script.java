package newswire.enrich.language;

import com.ibm.icu.lang.UScript;

/** Scripts that tell languages apart; all others are one. */
enum Script {
  LATIN,
  CYRILLIC,
  ARABIC,
  HAN,
  KANA,
  HANGUL,
  DEVANAGARI,
  HEBREW,
  GREEK,
  ARMENIAN,
  GEORGIAN,
  THAI,
  LAO,
  KHMER,
  MYANMAR,
  BENGALI,
  TAMIL,
  TELUGU,
  KANNADA,
  MALAYALAM,
  GUJARATI,
  GURMUKHI,
  SINHALA,
  ETHIOPIC,
  OTHER;

  static Script of(int c) {
    return switch (UScript.getScript(c)) {
      case UScript.LATIN -> LATIN;
      case UScript.CYRILLIC -> CYRILLIC;
      case UScript.ARABIC -> ARABIC;
      case UScript.HAN -> HAN;
      case UScript.HIRAGANA, UScript.KATAKANA -> KANA;
      case UScript.HANGUL -> HANGUL;
      case UScript.DEVANAGARI -> DEVANAGARI;
      case UScript.HEBREW -> HEBREW;
      case UScript.GREEK -> GREEK;
      case UScript.ARMENIAN -> ARMENIAN;
      case UScript.GEORGIAN -> GEORGIAN;
      case UScript.THAI -> THAI;
      default -> southAsian(UScript.getScript(c));
    };
  }

  private static Script southAsian(int script) {
    return switch (script) {
      case UScript.LAO -> LAO;
      case UScript.KHMER -> KHMER;
      case UScript.MYANMAR -> MYANMAR;
      case UScript.BENGALI -> BENGALI;
      case UScript.TAMIL -> TAMIL;
      case UScript.TELUGU -> TELUGU;
      case UScript.KANNADA -> KANNADA;
      case UScript.MALAYALAM -> MALAYALAM;
      case UScript.GUJARATI -> GUJARATI;
      case UScript.GURMUKHI -> GURMUKHI;
      case UScript.SINHALA -> SINHALA;
      case UScript.ETHIOPIC -> ETHIOPIC;
      default -> OTHER;
    };
  }
}
