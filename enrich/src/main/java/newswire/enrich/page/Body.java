package newswire.enrich.page;

/**
 * The text of an article and where it came from.
 *
 * @param rule the rule that found it
 * @param standfirst one line, empty if there is none
 * @param text paragraphs by line, the standfirst included
 */
record Body(String rule, String standfirst, String text) {

  static final Body NONE = new Body("none", "", "");

  boolean isEmpty() {
    return text.isEmpty();
  }
}
