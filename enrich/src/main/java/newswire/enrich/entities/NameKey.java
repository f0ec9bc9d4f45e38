package newswire.enrich.entities;

import com.ibm.icu.lang.UScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One key for one name in Latin, Arabic, Cyrillic, Greek, Hebrew and Devanagari letters: the
 * consonants of each word as {@link NameSounds} hears them, whether it begins with a vowel and
 * whether it ends in {@code a}. Short words also keep the kind of their last inner vowel, as far as
 * every script writes it, so that John is not Jane.
 *
 * <p>A name with less than three consonants, and one in a script that is not read, is its own key.
 */
final class NameKey {

  private static final int FEWEST = 3;
  private static final int SHORT_WORD = 3;
  private static final char VIRAMA = 0x094D;
  private static final String CONSONANTS = "BFDTKGHLMNRSX";

  /** The Arabic article before a name, as other alphabets write it. */
  private static final Set<String> ARTICLES =
      Set.of(
          "al", "el", "ul", "as", "es", "ash", "esh", "ar", "er", "an", "en", "ad", "ed", "at",
          "et", "az", "ez", "аль", "эль", "ал", "ас", "эс", "аш", "ар", "ан", "ад", "ат", "аз",
          "אל", "ال", "αλ", "ελ");

  private NameKey() {}

  /**
   * The key of a name.
   *
   * @param language tag of the language of the text it stands in; {@code und} is read as English
   * @return upper-case sounds, words separated by a space; the folded name if it has none
   */
  static String of(String name, String language) {
    List<String> words = words(name);
    List<String> keys = new ArrayList<>(words.size());
    int consonants = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean article = i + 1 < words.size() && ARTICLES.contains(word);
      @Nullable String key = article ? "" : key(word, language);
      if (key == null) {
        return String.join(" ", words);
      }
      if (!key.isEmpty()) {
        keys.add(key);
      }
      consonants += (int) key.chars().filter(c -> CONSONANTS.indexOf(c) >= 0).count();
    }
    return consonants < FEWEST ? String.join(" ", words) : String.join(" ", keys);
  }

  private static @Nullable String key(String word, String language) {
    NameSounds sounds = NameSounds.of(UScript.getScript(word.codePointAt(0)), language);
    if (sounds == null) {
      return null;
    }
    return skeleton(sounds.read(prepared(word)));
  }

  /** Without the article written to an Arabic name, and with its last letter as it is heard. */
  private static String prepared(String word) {
    String bare = word;
    if (bare.startsWith("ال") && bare.length() > 4) {
      bare = bare.substring(2);
    }
    int last = bare.length() - 1;
    if (last > 0 && "هہה".indexOf(bare.charAt(last)) >= 0) {
      return bare.substring(0, last) + (bare.charAt(last) == 'ה' ? 'א' : 'ا');
    }
    if (bare.endsWith("ah")) {
      return bare.substring(0, last);
    }
    if (last > 1 && bare.charAt(last - 1) == VIRAMA) {
      return bare + 'ा';
    }
    if (bare.endsWith("μπ")) {
      return bare.substring(0, last - 1) + "μππ";
    }
    // Vladimir: a vav that begins a Hebrew name is a consonant.
    return bare.charAt(0) == 'ו' && !bare.startsWith("וו") ? "ו" + bare : bare;
  }

  private static String skeleton(String sounds) {
    StringBuilder out = new StringBuilder();
    char before = 0;
    int last = -1;
    for (int i = 0; i < sounds.length(); i++) {
      char c = sounds.charAt(i);
      if (Character.isUpperCase(c) && c != before) {
        out.append(c);
        last = i;
      }
      before = c;
    }
    if (out.length() > 1 && out.length() <= SHORT_WORD && last > 0) {
      char vowel = sounds.charAt(last - 1);
      if (vowel == 'o' || vowel == 'i') {
        out.insert(out.length() - 1, vowel);
      }
    }
    if (!sounds.isEmpty() && !Character.isUpperCase(sounds.charAt(0))) {
      out.insert(0, 'A');
    }
    return sounds.endsWith("a") ? out.append('a').toString() : out.toString();
  }

  /** Folded: lower case without accents, Arabic without vowel marks and tatweel. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String folded =
        Normalizer.normalize(
            Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
            Normalizer.Form.NFC);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c) && c != 0x0640) {
        word.append(unaccented(c));
      } else if (isJoiner(c) && word.length() > 0) {
        word.append(c == 0x05F3 ? '\'' : c);
      } else if (separates(c) && word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }

  /** Letters of their own stay; others lose their accents. */
  private static String unaccented(char c) {
    if ("йїўşçż".indexOf(c) >= 0 || c >= 0x0590 && c < 0x1E00) {
      return String.valueOf(c);
    }
    return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).substring(0, 1);
  }

  /** Marks that make another letter: geresh, and what is written below or after a Devanagari. */
  private static boolean isJoiner(char c) {
    return c == '\'' || c == 0x05F3 || (c >= 0x0900 && c <= 0x097F);
  }

  private static boolean separates(char c) {
    int type = Character.getType(c);
    return type != Character.FORMAT && type != Character.NON_SPACING_MARK && c != 0x0640;
  }
}
