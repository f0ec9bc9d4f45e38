package newswire.enrich.entities;

/**
 * How phrases of a language are built, as far as the rules of names by cues ask.
 *
 * @param postpositions whether a word after the noun marks its phrase's end, so that a longer name
 *     may be believed
 * @param construct whether nouns of a name are written one after the other, the last with the
 *     article, and verbs may follow at once
 * @param genitive ending of a word that only says whose the next one is; empty if there is none
 */
record CueGrammar(boolean postpositions, boolean construct, String genitive) {

  static CueGrammar of(String language) {
    return switch (language) {
      case "hi", "ur" -> new CueGrammar(true, false, "");
      case "bn" -> new CueGrammar(true, false, "র");
      case "he" -> new CueGrammar(false, true, "");
      default -> new CueGrammar(false, false, "");
    };
  }
}
