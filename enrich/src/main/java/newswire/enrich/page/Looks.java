package newswire.enrich.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads what class and id say of an element. */
final class Looks {

  private static final int LONGEST = 600;

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

  /** Words that a pattern cannot do without, and those that need no pattern. */
  private static final Vocabulary HINTS = hints();

  /** Not a look: the first of two words that tell only together. */
  private static final int FIRST_OF_TWO = 1 << 8;

  private static final int SECOND_OF_TWO = 1 << 9;

  /** The second by the first. */
  private static final Map<String, Set<String>> PAIRS = new HashMap<>();

  private static final Vocabulary WORDS = words();

  private static final int LONGEST_KEPT = 120;

  /** Slots of the readings kept: enough for a page, few enough for a processor's cache. */
  private static final int KEPT = 1 << 12;

  private record Reading(String names, int look) {}

  /**
   * What a page repeats, each reading in the slot of its hash, where the next one replaces it.
   * Threads may overwrite one another's: a reading is never wrong, only made again.
   */
  private static final @Nullable Reading[] READINGS = new Reading[KEPT];

  private Looks() {}

  /** What class and id of the element say together. */
  static Look of(Element element) {
    if (element.attributesSize() == 0) {
      return Look.of(0);
    }
    Attributes attributes = element.attributes();
    return Look.of(of(attributes.get("class")) | of(attributes.get("id")));
  }

  /** Whether the element never holds text of an article. */
  static boolean isNever(Element element) {
    return of(element).isNever(element);
  }

  /** Whether two elements share a name that says so. */
  static boolean shareBodyName(Element one, Element other) {
    return of(one).has(Look.BODY)
        && of(other).has(Look.BODY)
        && one.classNames().stream()
            .filter(name -> (readOne(name) & Look.BODY) != 0)
            .anyMatch(other::hasClass);
  }

  /** What one or several names say. */
  private static int of(String names) {
    if (names.isEmpty() || names.length() > LONGEST) {
      return 0;
    }
    int hash = names.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (KEPT - 1);
    Reading kept = READINGS[slot];
    if (kept != null && kept.names().equals(names)) {
      return kept.look();
    }
    int look = read(names);
    if (names.length() <= LONGEST_KEPT) {
      READINGS[slot] = new Reading(names, look);
    }
    return look;
  }

  private static int read(String names) {
    int look = 0;
    int start = 0;
    for (int at = 0; at <= names.length(); at++) {
      if (at == names.length() || names.charAt(at) <= ' ') {
        if (at > start) {
          look |= readOne(names.substring(start, at));
        }
        start = at + 1;
      }
    }
    return look;
  }

  private static int readOne(String name) {
    int hints = HINTS.within(name);
    int look = readWords(name) | (hints & (Look.BYLINE | Look.DATE));
    int patterns = hints & (Look.BODY | Look.CONTENT | Look.NOTICE);
    if (patterns == 0) {
      return look;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    look |= (hints & Look.BODY) != 0 && BODY_NAME.matcher(lower).find() ? Look.BODY : 0;
    look |= (hints & Look.CONTENT) != 0 && CONTENT_NAME.matcher(lower).find() ? Look.CONTENT : 0;
    look |= (hints & Look.NOTICE) != 0 && NOTICE.matcher(lower).find() ? Look.NOTICE : 0;
    return look;
  }

  /** Cut at what is no letter, and where small letters end and a capital follows. */
  private static int readWords(String name) {
    // A colon makes it a condition of a style sheet, such as print:hidden.
    if (name.indexOf(':') >= 0) {
      return 0;
    }
    int look = 0;
    String first = "";
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
          int said = WORDS.of(name, start, at);
          boolean pair = (said & SECOND_OF_TWO) != 0 && isPair(first, name.substring(start, at));
          look |= said | (pair ? Look.AROUND : 0);
          first = (said & FIRST_OF_TWO) == 0 ? "" : name.substring(start, at);
        }
        start = letter ? at : at + 1;
      }
    }
    return look & ~(FIRST_OF_TWO | SECOND_OF_TWO);
  }

  private static boolean isPair(String first, String second) {
    return PAIRS
        .getOrDefault(first.toLowerCase(Locale.ROOT), Set.of())
        .contains(second.toLowerCase(Locale.ROOT));
  }

  private static Vocabulary hints() {
    Map<String, Integer> hints = new HashMap<>();
    BiConsumer<Integer, String> add =
        (look, words) -> {
          for (String word : words.split(" ", -1)) {
            hints.merge(word, look, (one, other) -> one | other);
          }
        };
    add.accept(Look.BODY, "body content text copy paragraph detail html description wysiwyg prose");
    add.accept(Look.CONTENT, "article story content post text entry main body");
    add.accept(
        Look.NOTICE,
        "onetrust ot-sdk didomi usercentrics sp_message qc-cmp cookie ccpa gdpr cmp disqus comment");
    add.accept(Look.BYLINE, "author byline autor");
    add.accept(Look.DATE, "date datum fecha tarih publish");
    return new Vocabulary(hints);
  }

  private static Vocabulary words() {
    Map<String, Integer> words = new HashMap<>();
    words.put("paywall", Look.WALL);
    words.put("piano", Look.WALL);
    words.put("content", Look.CONTENT_WORD);
    for (String line : lines()) {
      String[] both = line.split(" ", 2);
      if (both.length > 1) {
        PAIRS.computeIfAbsent(both[0], any -> new HashSet<>()).add(both[1]);
        words.merge(both[0], FIRST_OF_TWO, (one, other) -> one | other);
        words.merge(both[1], SECOND_OF_TWO, (one, other) -> one | other);
      } else {
        words.merge(line, Look.AROUND, (one, other) -> one | other);
      }
    }
    return new Vocabulary(words);
  }

  private static List<String> lines() {
    try (InputStream in = Looks.class.getResourceAsStream("around.txt")) {
      if (in == null) {
        throw new IllegalStateException("around.txt is missing from the class path");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("around.txt cannot be read", e);
    }
  }
}
