package newswire.enrich.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * A paragraph, heading or item as a reader sees it.
 *
 * @param text one clean line
 * @param linked how many of its UTF-16 units are links
 * @param block the innermost block element that holds it
 */
record Passage(String text, int linked, Element block) {

  private static final int DENSITY = 3;
  private static final int LONGEST_LINE = 80;

  /** A date, or a time with something of a date. */
  private static final int DATE_DIGITS = 6;

  private static final Pattern SENTENCE = Pattern.compile("[.!?…。！？؟।]$");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  boolean isHeading() {
    return HEADINGS.contains(block.normalName());
  }

  boolean isItem() {
    return block.normalName().equals("li");
  }

  /** Whether it says when, and next to nothing else: a line under the headline. */
  boolean isTime() {
    if (text.length() > LONGEST_LINE) {
      return false;
    }
    Element time = block.selectFirst("time");
    String when = time == null ? "" : CleanText.line(time.text());
    if (!when.isEmpty() && text.contains(when)) {
      return text.length() <= 3 * when.length();
    }
    long digits = text.codePoints().filter(Character::isDigit).count();
    return digits >= DATE_DIGITS && digits * 4 >= text.length() && !SENTENCE.matcher(text).find();
  }

  /** Units that are no links. */
  int own() {
    return Math.max(0, text.length() - linked);
  }

  /** How much there is to read: a Han, kana or Hangul letter says as much as three of others. */
  int mass() {
    int dense = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      dense += c >= 0x3040 && c <= 0xD7A3 ? 1 : 0;
    }
    return dense * 3 > text.length() ? own() * DENSITY : own();
  }

  double linkShare() {
    return text.isEmpty() ? 0 : (double) linked / text.length();
  }

  /** All passages below {@code root}, in order, without the elements that {@code skipped} names. */
  static List<Passage> in(Element root, Predicate<Element> skipped) {
    Collector collector = new Collector(root);
    root.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof Element element && element != root && skipped.test(element)) {
              return FilterResult.SKIP_ENTIRELY;
            }
            collector.head(node);
            return FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            collector.tail(node);
            return FilterResult.CONTINUE;
          }
        });
    return collector.passages();
  }

  /** Takes the nodes of a walk, and cuts their text at block boundaries and doubled line breaks. */
  static final class Collector {

    private final List<Passage> passages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Element root;
    private Element block;
    private int links;
    private int linked;
    private boolean broken;

    /** For a walk that begins at {@code root}. */
    Collector(Element root) {
      this.root = root;
      this.block = root;
    }

    void head(Node node) {
      if (node instanceof TextNode words) {
        add(words);
      } else if (node instanceof Element element) {
        enter(element);
      }
    }

    void tail(Node node) {
      if (node instanceof Element element) {
        if (element.normalName().equals("a")) {
          links--;
        } else if (element.isBlock() && element != root) {
          flush();
          Element parent = element.parent();
          block = parent == null ? root : parent;
        }
      }
    }

    /** Once the walk has ended. */
    List<Passage> passages() {
      flush();
      return passages;
    }

    private void enter(Element element) {
      String name = element.normalName();
      if (name.equals("a")) {
        links++;
      } else if (name.equals("br")) {
        if (broken) {
          flush();
        }
        text.append(' ');
        broken = true;
      } else if (element.isBlock()) {
        flush();
        block = element;
      }
    }

    private void add(TextNode words) {
      if (words.isBlank()) {
        text.append(' ');
        return;
      }
      broken = false;
      String all = words.getWholeText();
      text.append(all);
      if (links > 0) {
        linked += all.strip().length();
      }
    }

    private void flush() {
      String line = isBlank(text) ? "" : CleanText.line(text.toString());
      if (!line.isEmpty()) {
        passages.add(new Passage(line, Math.min(linked, line.length()), block));
      }
      text.setLength(0);
      linked = 0;
      broken = false;
    }

    /** Most boundaries lie between elements, with spaces at most. */
    private static boolean isBlank(StringBuilder text) {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) > ' ') {
          return false;
        }
      }
      return true;
    }
  }
}
