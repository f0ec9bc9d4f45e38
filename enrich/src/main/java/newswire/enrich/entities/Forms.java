package newswire.enrich.entities;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a word is compared by.
 *
 * @param from how many UTF-16 units of the word come before the name (particles written to it)
 * @param exact folded form
 * @param stem without case ending; equals {@code exact} where there is none
 * @param skeleton consonants of a long Arabic word, else empty
 */
record Forms(int from, String exact, String stem, String skeleton) {

  private static final int LONG = 6;

  /** In consonants, the article's lam not counted. */
  private static final int SHORTEST_SKELETON = 4;

  private static final int SHORTEST_AFTER_PARTICLE = 3;

  /** Of a word that stands in a gazetteer. */
  static Forms ofName(Word word, Endings endings) {
    return forms(0, fold(word), word.family(), endings);
  }

  /** All words of a name folded: two names with the same writing cannot be told apart. */
  static String writing(String name) {
    return Word.in(name).stream().map(Forms::fold).collect(Collectors.joining(" "));
  }

  /** Of a word that stands in a text: as it is, then without the particles written to it. */
  static List<Forms> ofText(Word word, Endings endings) {
    List<Forms> all = new ArrayList<>(2);
    String folded = fold(word);
    all.add(forms(0, folded, word.family(), endings));
    if (word.family() == Word.Family.ARABIC || word.family() == Word.Family.HEBREW) {
      addWithoutParticles(word, folded, endings, all);
    }
    return all;
  }

  private static void addWithoutParticles(
      Word word, String folded, Endings endings, List<Forms> all) {
    boolean arabic = word.family() == Word.Family.ARABIC;
    String first = arabic ? "وف" : "וש";
    String second = arabic ? "بكل" : "בלמכה";
    int letters = 0;
    if (first.indexOf(folded.charAt(0)) >= 0) {
      letters = 1;
      add(word, folded, letters, endings, all);
    }
    if (letters < folded.length() && second.indexOf(folded.charAt(letters)) >= 0) {
      // "to the" is written lam, lam: the article has lost its alef.
      if (arabic && folded.startsWith("لل", letters)) {
        String name = "ال" + folded.substring(letters + 2);
        all.add(forms(unitsBefore(word, letters), name, word.family(), endings));
      }
      add(word, folded, letters + 1, endings, all);
    }
  }

  private static void add(Word word, String folded, int letters, Endings endings, List<Forms> all) {
    if (folded.length() - letters >= SHORTEST_AFTER_PARTICLE) {
      String rest = folded.substring(letters);
      all.add(forms(unitsBefore(word, letters), rest, word.family(), endings));
    }
  }

  /** Where the letter after so many letters begins, marks and joiners not counted. */
  private static int unitsBefore(Word word, int letters) {
    int seen = 0;
    for (int i = 0; i < word.text().length(); i++) {
      if (isBase(word.text().charAt(i)) && seen++ == letters) {
        return i;
      }
    }
    return 0;
  }

  private static boolean isBase(char c) {
    return Character.isLetter(c) && c != 0x0640;
  }

  private static Forms forms(int from, String folded, Word.Family family, Endings endings) {
    if (family != Word.Family.ARABIC) {
      return new Forms(from, folded, endings.stem(folded), "");
    }
    String skeleton = folded.length() < LONG ? "" : folded.replaceAll("[اويء]", "");
    return new Forms(from, folded, folded, skeleton.length() < SHORTEST_SKELETON ? "" : skeleton);
  }

  private static String fold(Word word) {
    return switch (word.family()) {
      case ARABIC -> foldArabic(word.text());
      case CASED -> foldCased(word.text());
      default -> foldOther(word.text());
    };
  }

  /** Alef, yeh, kaf and heh of all spellings alike; no short vowels, tatweel or joiners. */
  private static String foldArabic(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isBase(c)) {
        out.append(
            switch (c) {
              case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
              case 'ى', 'ی', 'ئ', 'ې', 'ۍ' -> 'ي';
              case 'ؤ' -> 'و';
              case 'ک', 'ڪ' -> 'ك';
              case 'ة', 'ہ', 'ھ', 'ە', 'ۀ', 'ۃ' -> 'ه';
              default -> c;
            });
      }
    }
    return out.toString();
  }

  /** Lower case, without accents. */
  static String foldCased(String text) {
    String decomposed = Normalizer.normalize(UCharacter.foldCase(text, true), Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (c == 'ı') {
        out.append('i');
      } else if (Character.isLetter(c) || c == 0x0306 && followsShortI(decomposed, i)) {
        out.append(c);
      } else if (Character.isSurrogate(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Cyrillic short i is a letter of its own, not an accented one. */
  private static boolean followsShortI(String text, int at) {
    return at > 0 && text.charAt(at - 1) == 'и';
  }

  private static String foldOther(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> !Word.isUnseen(c))
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
