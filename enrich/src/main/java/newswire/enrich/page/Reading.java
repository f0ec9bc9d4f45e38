package newswire.enrich.page;

import java.util.List;
import java.util.Optional;

/**
 * What one way of reading gave.
 *
 * @param rule the rule that found the text
 * @param status {@code ok}, or why the text is not the whole article
 * @param facts the page's claims
 */
record Reading(
    String title, String summary, String text, String rule, String status, PageFacts facts) {

  private static final PageFacts NO_FACTS =
      new PageFacts("", "", List.of(), List.of(), Optional.empty(), "", "", "");

  static Reading of(String title, String summary, String text, String rule) {
    return new Reading(title, summary, text, rule, "ok", NO_FACTS);
  }

  static Reading failed(String status) {
    return new Reading("", "", "", "none", status, NO_FACTS);
  }

  Reading with(String title, String summary, String text, String rule, String status) {
    return new Reading(title, summary, text, rule, status, facts);
  }
}
