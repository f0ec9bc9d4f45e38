package newswire.enrich.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.jsoup.select.NodeFilter;

/**
 * Tells which elements of a page are around the article, not of it: by element name, and by the
 * words in class and id, unless that would take away much of the text.
 */
final class Boilerplate {

  /** An element with more than this share of the text is not what its class says. */
  private static final double MUCH = 0.4;

  private static final int LONGEST = 600;
  private static final Pattern DISPLAY_NONE =
      Pattern.compile("display\\s*:\\s*none", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD_END = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Set<String> NEVER =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "canvas",
          "iframe",
          "object",
          "embed",
          "video",
          "audio",
          "button",
          "input",
          "select",
          "textarea",
          "nav",
          "dialog",
          "map",
          "head",
          "option",
          "amp-ad");
  private static final Set<String> SELDOM =
      Set.of("aside", "footer", "menu", "figure", "figcaption", "table", "label");
  private static final Set<String> WORDS = readWords();

  /** Comment sections and consent dialogs, which can outweigh the article. */
  private static final Pattern NOTICE =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:(?:onetrust|ot-sdk|didomi|usercentrics|sp_message|qc-cmp)[\\w-]*|cookie-?(?:banner|notice|consent|policy|law)?|ccpa|gdpr"
              + "|cmp-?(?:box|container|wrapper)|disqus_thread|disqus"
              + "|comments?-?(?:list|section|area|container|wrapper)|comments)(?:$|[\\s_])");

  private static final Set<String> OUTER = Set.of("html", "body", "article", "main");

  private final Set<Element> skipped = Collections.newSetFromMap(new IdentityHashMap<>());

  private Boilerplate() {}

  /** Whether the element never holds text of an article. */
  static boolean isNever(Element element) {
    return NEVER.contains(element.normalName())
        || (element.isBlock()
            && !OUTER.contains(element.normalName())
            && NOTICE.matcher(element.id() + " " + element.className()).find());
  }

  private static boolean isAround(Element element) {
    if (element.normalName().equals("figure") && element.selectFirst("blockquote") != null) {
      return false;
    }
    if (isInline(element)) {
      return isHidden(element);
    }
    return SELDOM.contains(element.normalName()) || namesItself(element);
  }

  /** The elements below {@code container} to leave out. */
  static Boilerplate below(Element container, Weight weight) {
    Map<String, Integer> lost = new HashMap<>();
    Map<Element, String> around = new IdentityHashMap<>();
    double much = weight.of(container) * MUCH;
    NodeFilter walk =
        (node, depth) -> {
          if (!(node instanceof Element element) || element == container) {
            return NodeFilter.FilterResult.CONTINUE;
          }
          if (isNever(element)) {
            return NodeFilter.FilterResult.SKIP_ENTIRELY;
          }
          if (isAround(element) && weight.of(element) <= much) {
            String look = element.normalName() + " " + element.className();
            lost.merge(look, weight.of(element), Integer::sum);
            around.put(element, look);
            // What is kept after all is looked into; what is not may be walked in vain.
          }
          return NodeFilter.FilterResult.CONTINUE;
        };
    container.filter(walk);
    Boilerplate boilerplate = new Boilerplate();
    around.forEach(
        (element, look) -> {
          if (lost.getOrDefault(look, 0) <= much) {
            boilerplate.skipped.add(element);
          }
        });
    return boilerplate;
  }

  boolean contains(Element element) {
    return isNever(element) || skipped.contains(element);
  }

  private static boolean namesItself(Element element) {
    if (OUTER.contains(element.normalName())) {
      return false;
    }
    if (isHidden(element) || element.attr("role").equals("navigation")) {
      return true;
    }
    if (Container.namesBody(element)) {
      return false;
    }
    List<String> words = words(element);
    // What is behind a pay wall is the article.
    if (words.contains("content") || element.normalName().equals("p")) {
      words.removeIf(word -> word.equals("paywall") || word.equals("piano"));
    }
    for (int i = 0; i < words.size(); i++) {
      boolean pair = i > 0 && WORDS.contains(words.get(i - 1) + " " + words.get(i));
      if (pair || WORDS.contains(words.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** A link or a mark within a sentence: its class says how it looks. */
  private static boolean isInline(Element element) {
    return !element.isBlock() && (isWords(element.previousSibling()) && isWords(element.nextSibling()));
  }

  private static boolean isWords(@Nullable Node node) {
    return node instanceof TextNode text && !text.isBlank();
  }

  private static boolean isHidden(Element element) {
    // With a colon among the classes, it is hidden on some screens only.
    boolean named = element.hasClass("hidden") || element.hasClass("is-hidden");
    return (named && element.className().indexOf(':') < 0)
        || element.hasAttr("hidden") || DISPLAY_NONE.matcher(element.attr("style")).find();
  }

  private static List<String> words(Element element) {
    List<String> words = new ArrayList<>();
    String names = element.className() + " " + element.id();
    if (names.length() > LONGEST) {
      return words;
    }
    for (String name : names.split("\\s+", -1)) {
      // A colon makes it a condition of a style sheet, such as print:hidden.
      if (name.indexOf(':') < 0) {
        WORD_END
            .splitAsStream(name)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .forEach(words::add);
      }
    }
    return words;
  }

  private static Set<String> readWords() {
    try (InputStream in = Boilerplate.class.getResourceAsStream("around.txt")) {
      if (in == null) {
        throw new IllegalStateException("around.txt is missing from the class path");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("around.txt cannot be read", e);
    }
  }
}
