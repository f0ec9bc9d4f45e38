package newswire.enrich.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jsoup.nodes.Element;

/**
 * The element that holds an article's text: of the first rule that finds enough, the innermost of
 * those with about as much text as the best.
 *
 * @param rule name of the rule
 * @param element the element
 */
record Container(String rule, Element element) {

  private static final int ENOUGH = 200;

  /** The share of the page's running text that a rule has to find to be believed. */
  private static final double ENOUGH_SHARE = 0.25;

  private static final double AS_MUCH = 0.92;
  private static final double WITH_LITTLE_ELSE = 1.3;

  /**
   * A rule.
   *
   * @param named whether it asks for an attribute
   */
  private record Rule(String name, boolean named, BiPredicate<Element, Look> accepts) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "itemprop",
              true,
              (e, look) -> e.attributes().get("itemprop").contains("articleBody")),
          new Rule("body-class", true, (e, look) -> look.isBody(e)),
          new Rule("article", false, (e, look) -> e.normalName().equals("article")),
          new Rule(
              "main",
              false,
              (e, look) ->
                  e.normalName().equals("main")
                      || (e.attributesSize() > 0 && e.attributes().get("role").equals("main"))),
          new Rule("content-class", true, (e, look) -> look.isContent(e)));

  /** The elements that a rule accepts, by rule. */
  static final class Candidates {

    private final List<List<Element>> found = new ArrayList<>();

    Candidates() {
      RULES.forEach(rule -> found.add(new ArrayList<>()));
    }

    void add(Element element, boolean named, Look look) {
      for (int i = 0; i < RULES.size(); i++) {
        Rule rule = RULES.get(i);
        if ((named || !rule.named()) && rule.accepts().test(element, look)) {
          found.get(i).add(element);
        }
      }
    }
  }

  /** Empty if the page has no running text. */
  static Optional<Container> of(Element body, Weight weight, Landmarks marks, String title) {
    Element scope = scope(body, marks.headings, title);
    int needed = Math.max(ENOUGH, (int) (weight.of(body) * ENOUGH_SHARE));
    for (int i = 0; i < RULES.size(); i++) {
      List<Element> found = withParents(marks.candidates.found.get(i));
      Optional<Element> best = best(found, scope, weight);
      if (best.isPresent() && weight.of(best.get()) >= needed) {
        return Optional.of(new Container(RULES.get(i).name(), best.get()));
      }
    }
    return weight.of(body) == 0
        ? Optional.empty()
        : Optional.of(new Container("densest", densest(body, weight)));
  }

  /** The article whose heading is the title, where a page holds several. */
  private static Element scope(Element body, List<Element> headings, String title) {
    for (Element h1 : headings) {
      Element article = h1.closest("article");
      if (article != null && Headline.same(CleanText.line(h1.text()), title)) {
        return article;
      }
    }
    return body;
  }

  /** A body cut into several elements of one name is held by their parent. */
  private static List<Element> withParents(List<Element> found) {
    Map<Element, Integer> children = new IdentityHashMap<>();
    List<Element> all = new ArrayList<>(found);
    for (Element element : found) {
      Element parent = element.parent();
      if (parent != null && children.merge(parent, 1, Integer::sum) == 2) {
        all.add(parent);
      }
    }
    return all;
  }

  private static Optional<Element> best(List<Element> found, Element scope, Weight weight) {
    List<Element> near =
        found.stream().filter(e -> isWithin(e, scope) && weight.of(e) >= ENOUGH).toList();
    List<Element> all = near.isEmpty() ? found : near;
    int most = all.stream().mapToInt(weight::of).max().orElse(0);
    return all.stream()
        .filter(element -> weight.of(element) >= most * AS_MUCH)
        .reduce((one, other) -> isWithin(other, one) ? other : one)
        .map(element -> joined(element, all, weight));
  }

  /** With its siblings of the same kind, if they make up most of what holds them all. */
  private static Element joined(Element best, List<Element> found, Weight weight) {
    List<Element> alike = found.stream().filter(e -> isAlike(e, best)).toList();
    int sum = 0;
    Element around = best;
    for (Element element : alike) {
      if (element == best || !isWithin(element, best)) {
        sum += weight.of(element);
        while (!isWithin(element, around) && around.parent() != null) {
          around = around.parent();
        }
      }
    }
    return sum > weight.of(best) && weight.of(around) <= sum * WITH_LITTLE_ELSE ? around : best;
  }

  /** Of the same kind: the name that made it a candidate, or all names. */
  private static boolean isAlike(Element one, Element other) {
    return one.classNames().equals(other.classNames()) || Looks.shareBodyName(one, other);
  }

  private static boolean isWithin(Element inner, Element outer) {
    Element element = inner;
    while (element != null && element != outer) {
      element = element.parent();
    }
    return element == outer;
  }

  /** Descends from the body as long as one child holds most of the text. */
  private static Element densest(Element body, Weight weight) {
    Element element = body;
    while (true) {
      Element heaviest = element;
      int most = (int) (weight.of(element) * 0.6);
      for (Element child : element.children()) {
        if (weight.of(child) > most) {
          heaviest = child;
          most = weight.of(child);
        }
      }
      if (heaviest == element || heaviest.normalName().equals("p")) {
        return element;
      }
      element = heaviest;
    }
  }
}
