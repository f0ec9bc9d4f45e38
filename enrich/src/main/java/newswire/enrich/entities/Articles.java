package newswire.enrich.entities;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The definite articles of a language, folded. */
final class Articles {

  private static final Articles NONE = new Articles("");
  private static final Map<String, Articles> BY_LANGUAGE = byLanguage();

  private final Set<String> words;

  private Articles(String words) {
    this.words = Set.of(words.split(" ", -1));
  }

  static Articles of(String language) {
    return BY_LANGUAGE.getOrDefault(language, NONE);
  }

  /** Whether the word before a token is one; never so in a language that has none. */
  boolean standsBefore(Tokens tokens, int token) {
    return token > 0 && Gaps.continues(tokens, token - 1) && words.contains(tokens.fold(token - 1));
  }

  private static Map<String, Articles> byLanguage() {
    Map<String, Articles> map = new HashMap<>();
    map.put("en", new Articles("the"));
    map.put("de", new Articles("der die das den dem des zur zum beim vom im am"));
    map.put("fr", new Articles("le la les l du des au aux"));
    map.put("es", new Articles("el la los las del al"));
    map.put("pt", new Articles("o a os as do da dos das no na nos nas ao pelo pela"));
    map.put(
        "it",
        new Articles(
            "il lo la i gli le l del dello della dei degli delle dell al allo alla dal dalla nel"
                + " nella sul sulla"));
    map.put("nl", new Articles("de het t"));
    map.put("hu", new Articles("a az"));
    map.put("el", new Articles("ο η το οι τα του της των τον την τους τις στο στη στην στον στα"));
    map.put("ca", new Articles("el la els les l del dels al als"));
    return map;
  }
}
