package newswire.enrich.entities;

/**
 * How phrases of a language are built, as far as the rules of names by cues ask.
 *
 * @param titled words of a name without a known given one that are believed between an office and
 *     who acts; none where the verb may have its object before it
 * @param postpositions whether a word after the noun marks its phrase's end, so that a longer name
 *     may be believed
 * @param construct whether nouns of a name are written one after the other, the last with the
 *     article, and verbs may follow at once
 * @param genitive ending of a word that only says whose the next one is; empty if there is none
 */
record CueGrammar(int titled, boolean postpositions, boolean construct, String genitive) {

  static CueGrammar of(String language) {
    return switch (language) {
      case "hi" -> new CueGrammar(3, true, false, "");
      case "ur" -> new CueGrammar(1, true, false, "");
      case "bn" -> new CueGrammar(0, true, false, "র");
      case "he" -> new CueGrammar(1, false, true, "");
      default -> new CueGrammar(0, false, false, "");
    };
  }
}
