package newswire.enrich.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * What class and id say of an element. Each pair of names is read once for a page, which repeats
 * the same few hundred; not safe for several threads.
 */
final class Looks {

  private static final int LONGEST = 600;
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
  private static final Set<String> WORDS = readWords();

  /** Comment sections and consent dialogs, which can outweigh the article. */
  private static final Pattern NOTICE =
      Pattern.compile(
          "(?:^|[\\s_-])(?:(?:onetrust|ot-sdk|didomi|usercentrics|sp_message|qc-cmp)[\\w-]*|cookie-?(?:banner|notice|consent|policy|law)?|ccpa|gdpr"
              + "|cmp-?(?:box|container|wrapper)|disqus_thread|disqus"
              + "|comments?-?(?:list|section|area|container|wrapper)|comments)(?:$|[\\s_])");

  private static final Pattern BODY_NAME =
      Pattern.compile(
          "(?:^|[-_])(?:article|story|post|entry|news|page|content|detail|single|node)"
              + "(?:__|--|[-_])?(?:main|full|inner)?[-_]?"
              + "(?:body|content|text|texte|texto|copy|paragraphs?|detail|html|description)(?:$|[-_])"
              + "|(?:^|[-_])(?:body|rich|main)[-_]?(?:text|copy|content)(?:$|[-_])"
              + "|^(?:wysiwyg|paragraphs|articletext|storytext|prose)$");
  private static final Pattern CONTENT_NAME =
      Pattern.compile(
          "(?:^|[-_])(?:article|story|content|post|text|texte|entry|main|body)(?:$|[-_])");

  private static final Pattern DATE = Pattern.compile("date|datum|fecha|tarih|publish");
  private static final Set<String> OUTER = Set.of("html", "body", "article", "main");
  // What a name says, as bits of a set.
  private static final int BODY = 1;
  private static final int CONTENT = 1 << 1;
  private static final int NOTED = 1 << 2;
  private static final int AROUND = 1 << 3;
  private static final int WALL = 1 << 4;
  private static final int CONTENT_WORD = 1 << 5;
  private static final int BYLINE = 1 << 6;
  private static final int DATED = 1 << 7;

  private static final int MOST_KEPT = 20_000;
  private static final int LONGEST_KEPT = 60;

  /** Readings of single names, which the pages of an outlet share. */
  private static final Map<String, Integer> KEPT = new ConcurrentHashMap<>();

  private final Map<String, Integer> known = new HashMap<>();

  /** Whether the element never holds text of an article. */
  boolean isNever(Element element) {
    return NEVER.contains(element.normalName())
        || (says(element, NOTED) && element.isBlock() && !isOuter(element));
  }

  static boolean isOuter(Element element) {
    return OUTER.contains(element.normalName());
  }

  /** Whether the names say that it is the body of an article. */
  boolean namesBody(Element element) {
    return says(element, BODY) && canHoldText(element);
  }

  boolean namesContent(Element element) {
    return says(element, CONTENT) && canHoldText(element);
  }

  /** Whether two elements share a name that says so. */
  boolean shareBodyName(Element one, Element other) {
    return says(one, BODY)
        && says(other, BODY)
        && one.classNames().stream()
            .filter(name -> (of(name) & BODY) != 0)
            .anyMatch(other::hasClass);
  }

  boolean namesAround(Element element) {
    // What is behind a pay wall is the article.
    return says(element, AROUND)
        || (says(element, WALL)
            && !says(element, CONTENT_WORD)
            && !element.normalName().equals("p"));
  }

  boolean namesByline(Element element) {
    return says(element, BYLINE);
  }

  boolean namesDate(Element element) {
    return says(element, DATED);
  }

  private static boolean canHoldText(Element element) {
    return element.isBlock() || element.normalName().contains("-");
  }

  private boolean says(Element element, int what) {
    return element.attributesSize() > 0
        && ((of(element.className()) | of(element.id())) & what) != 0;
  }

  /** What one or several names say. */
  private int of(String names) {
    if (names.isEmpty()) {
      return 0;
    }
    Integer look = known.get(names);
    if (look == null) {
      look = names.length() > LONGEST ? 0 : read(names);
      known.put(names, look);
    }
    return look;
  }

  private int read(String names) {
    int look = 0;
    int start = 0;
    for (int at = 0; at <= names.length(); at++) {
      if (at == names.length() || names.charAt(at) <= ' ') {
        if (at > start) {
          look |=
              start == 0 && at == names.length() ? readOne(names) : of(names.substring(start, at));
        }
        start = at + 1;
      }
    }
    return look;
  }

  private static int readOne(String name) {
    Integer kept = KEPT.get(name);
    if (kept != null) {
      return kept;
    }
    int look = readAfresh(name);
    if (name.length() <= LONGEST_KEPT && KEPT.size() < MOST_KEPT) {
      KEPT.put(name, look);
    }
    return look;
  }

  private static int readAfresh(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    List<String> words = words(name);
    int look = isAround(words) ? AROUND : 0;
    look |= words.contains("paywall") || words.contains("piano") ? WALL : 0;
    look |= words.contains("content") ? CONTENT_WORD : 0;
    look |= BODY_NAME.matcher(lower).find() ? BODY : 0;
    look |= CONTENT_NAME.matcher(lower).find() ? CONTENT : 0;
    look |= NOTICE.matcher(lower).find() ? NOTED : 0;
    boolean byline =
        lower.contains("author") || lower.contains("byline") || lower.contains("autor");
    look |= byline ? BYLINE : 0;
    return look | (DATE.matcher(lower).find() ? DATED : 0);
  }

  private static boolean isAround(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      boolean pair = i > 0 && WORDS.contains(words.get(i - 1) + " " + words.get(i));
      if (pair || WORDS.contains(words.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Cut at what is no letter, and where small letters end and a capital follows. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    // A colon makes it a condition of a style sheet, such as print:hidden.
    if (name.indexOf(':') >= 0) {
      return words;
    }
    int start = 0;
    for (int at = 0; at <= name.length(); at++) {
      boolean letter = at < name.length() && Character.isLetter(name.charAt(at));
      boolean hump =
          letter
              && at > start
              && Character.isUpperCase(name.charAt(at))
              && Character.isLowerCase(name.charAt(at - 1));
      if (!letter || hump) {
        if (at > start) {
          words.add(name.substring(start, at).toLowerCase(Locale.ROOT));
        }
        start = letter ? at : at + 1;
      }
    }
    return words;
  }

  private static Set<String> readWords() {
    try (InputStream in = Looks.class.getResourceAsStream("around.txt")) {
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
