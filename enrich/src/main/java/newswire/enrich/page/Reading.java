package newswire.enrich.page;

/**
 * What one way of reading gave.
 *
 * @param rule the rule that found the text
 * @param status {@code ok}, or why the text is not the whole article
 * @param facts the page's claims
 */
record Reading(
    String title, String summary, String text, String rule, String status, PageFacts facts) {

  static Reading of(String title, String summary, String text, String rule) {
    return new Reading(title, summary, text, rule, "ok", PageFacts.NONE);
  }

  static Reading failed(String status) {
    return new Reading("", "", "", "none", status, PageFacts.NONE);
  }

  Reading with(String title, String summary, String text, String rule, String status) {
    return new Reading(title, summary, text, rule, status, facts);
  }
}
