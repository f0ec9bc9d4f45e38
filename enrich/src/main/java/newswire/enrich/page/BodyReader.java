package newswire.enrich.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the text of an article in its page. */
final class BodyReader {

  private static final double MOSTLY_LINKS = 0.5;
  private static final double ITEM_LINKS = 0.3;

  /** JSON-LD is taken when the page shows less than this share of it. */
  private static final double MOST = 0.5;

  private static final int WHOLE_FROM = 300;
  private static final int LITTLE = 200;
  private static final int LONGEST_LABEL = 40;
  private static final int PARAGRAPH = 200;

  /** Passages that a long one is compared with: what a hostile page can ask for has an end. */
  private static final int MOST_COMPARED = 200;

  private BodyReader() {}

  static Body read(Document page, PageFacts facts, Landmarks marks) {
    Element root = page.body();
    Weight weight = Weight.of(marks.passages());
    Body seen =
        Container.of(root, weight, marks, facts.title())
            .map(c -> seen(root, c, weight, marks, facts))
            .orElse(Body.NONE);
    if (facts.body().length() >= WHOLE_FROM
        && seen.text().length() < facts.body().length() * MOST) {
      return new Body("json-ld", seen.standfirst(), facts.body());
    }
    if (seen.text().length() < LITTLE) {
      return ScriptState.text(marks.scripts)
          .map(text -> new Body("script", seen.standfirst(), text))
          .orElse(seen);
    }
    return seen;
  }

  private static Body seen(
      Element root, Container found, Weight weight, Landmarks marks, PageFacts facts) {
    Boilerplate around = Boilerplate.below(found.element(), weight);
    List<Passage> passages = kept(Passage.in(found.element(), around::contains), facts.title());
    Optional<Passage> standfirst =
        Standfirst.find(start(root, found.element(), marks.headings), weight, facts);
    List<String> lines = passages.stream().map(Passage::text).collect(Collectors.toList());
    standfirst
        .map(Passage::text)
        .filter(text -> !holds(lines, text))
        .ifPresent(t -> lines.add(0, t));
    return new Body(
        found.rule(), standfirst.map(Passage::text).orElse(""), String.join("\n", lines));
  }

  /** The smallest element around the container that also holds a top heading. */
  private static Element start(Element root, Element container, List<Element> headings) {
    Set<Element> above = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element heading : headings) {
      Element element = heading;
      while (element != null && above.add(element)) {
        element = element.parent();
      }
    }
    Element element = container;
    while (element != root && !above.contains(element)) {
      Element parent = element.parent();
      if (parent == null) {
        return root;
      }
      element = parent;
    }
    return element;
  }

  /** Whether a passage says all over again what several before it said, as a copy in one piece. */
  private static boolean isWhole(String text, List<Passage> before) {
    if (text.length() < WHOLE_FROM) {
      return false;
    }
    int repeated =
        before.stream()
            .map(Passage::text)
            .filter(said -> said.length() > LONGEST_LABEL && said.length() < text.length())
            .limit(MOST_COMPARED)
            .filter(text::contains)
            .mapToInt(String::length)
            .sum();
    return repeated > text.length() * MOST;
  }

  private static boolean isHeadline(Passage passage, String title) {
    return passage.block().normalName().equals("h1") || Headline.same(passage.text(), title);
  }

  private static boolean holds(List<String> lines, String text) {
    if (lines.contains(text)) {
      return true;
    }
    String wanted = CleanText.skeleton(text);
    return lines.stream().anyMatch(line -> CleanText.skeleton(line).contains(wanted));
  }

  private static List<Passage> kept(List<Passage> all, String title) {
    List<Passage> kept = new ArrayList<>();
    // A label above the headline, such as the section, is not text.
    boolean headed = all.stream().anyMatch(passage -> isHeadline(passage, title));
    Set<String> seen = new HashSet<>();
    for (Passage passage : all) {
      boolean linked = passage.linkShare() > (passage.isItem() ? ITEM_LINKS : MOSTLY_LINKS);
      boolean titled = isHeadline(passage, title);
      boolean label = headed && !titled && passage.text().length() <= LONGEST_LABEL;
      headed &= !titled;
      // The same long paragraph twice is a pull quote, or a copy for another screen width.
      boolean again = !seen.add(passage.text()) && passage.text().length() > 40;
      boolean opening = kept.stream().noneMatch(p -> p.text().length() >= PARAGRAPH);
      boolean line = opening && passage.isTime();
      if (!linked && !titled && !label && !again && !line && !isWhole(passage.text(), kept)) {
        kept.add(passage);
      }
    }
    while (!kept.isEmpty() && kept.get(kept.size() - 1).isHeading()) {
      kept.remove(kept.size() - 1);
    }
    return kept;
  }
}
