package newswire.enrich.page;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** How much running text each element of a page holds, links and scraps left out. */
final class Weight {

  private static final int SCRAP = 25;
  private static final double LINKS = 0.5;

  private final Map<Element, Integer> units = new IdentityHashMap<>();

  private Weight() {}

  static Weight below(Element root) {
    Weight weight = new Weight();
    for (Passage passage : Passage.in(root, Boilerplate::isNever)) {
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

  /** In letters of an alphabet. */
  int of(Element element) {
    return units.getOrDefault(element, 0);
  }
}
