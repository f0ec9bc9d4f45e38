package newswire.enrich.page;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** How much running text each element of a page holds, links and scraps left out. */
final class Weight {

  private static final int SCRAP = 25;
  private static final double LINKS = 0.5;

  private final Map<Element, Integer> units = new IdentityHashMap<>();

  private final List<Passage> passages;

  private Weight(List<Passage> passages) {
    this.passages = passages;
  }

  /**
   * Of all elements that hold one of {@code passages}.
   *
   * @param passages all of the page
   */
  static Weight of(List<Passage> passages) {
    Weight weight = new Weight(passages);
    for (Passage passage : passages) {
      if (passage.mass() >= SCRAP && passage.linkShare() < LINKS && !passage.isHeading()) {
        Element element = passage.block();
        while (element != null) {
          weight.units.merge(element, passage.mass(), Integer::sum);
          element = element.parent();
        }
      }
    }
    return weight;
  }

  /** All passages below the root that lie in {@code element}. */
  Stream<Passage> passagesIn(Element element) {
    return passages.stream().filter(passage -> isWithin(passage.block(), element));
  }

  private static boolean isWithin(Element inner, Element outer) {
    Element element = inner;
    while (element != null && element != outer) {
      element = element.parent();
    }
    return element == outer;
  }

  /** In letters of an alphabet. */
  int of(Element element) {
    return units.getOrDefault(element, 0);
  }
}
