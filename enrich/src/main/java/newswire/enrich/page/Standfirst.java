package newswire.enrich.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The paragraph between headline and text: by its class, or because the page's own description
 * repeats it.
 */
final class Standfirst {

  private static final int SHORTEST = 30;
  private static final int LONGEST = 900;
  private static final int TOP = 12;
  private static final double LINKS = 0.4;
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:^|[-_])(?:standfirst|sub-?(?:title|headline|heading|head|titulo)|lead|lede|dek|deck"
              + "|chapo|chapeau|intro(?:duction)?|summary|excerpt|vorspann|abstract|sapo|ingress"
              + "|entradilla|bajada|copete|sommario|catenaccio|perex|manchet|description|spot"
              + "|preamble|teaser-?text|strap-?line|headline-?text|anriss|leadtext)(?:$|[-_])");

  private Standfirst() {}

  /**
   * In an element that holds headline and text.
   *
   * @param start that element
   */
  static Optional<Passage> find(Element start, Weight weight, PageFacts facts) {
    List<Passage> passages = weight.passagesIn(start).filter(Standfirst::fits).toList();
    String summary = cut(facts.summary());
    Optional<Passage> described =
        passages.stream().filter(p -> isDescribed(p, summary)).findFirst();
    return described.or(
        () -> passages.stream().limit(TOP).filter(p -> isNamed(p, start)).findFirst());
  }

  private static boolean fits(Passage passage) {
    return passage.text().length() >= SHORTEST
        && passage.text().length() <= LONGEST
        && passage.linkShare() < LINKS
        && !passage.block().normalName().equals("h1");
  }

  private static String cut(String description) {
    return description.replaceAll("\\s*(?:\\.\\.\\.|…)$", "");
  }

  private static boolean isDescribed(Passage passage, String description) {
    return description.length() >= SHORTEST
        && (Headline.begins(passage.text(), description)
            || Headline.begins(description, passage.text()));
  }

  private static boolean isNamed(Passage passage, Element start) {
    Element element = passage.block();
    for (int up = 0; up < 3 && element != null && element != start; up++) {
      if (element.attr("itemprop").equals("description")
          || element.classNames().stream().anyMatch(name -> NAME.matcher(name).find())) {
        return true;
      }
      element = element.parent();
    }
    return false;
  }
}
