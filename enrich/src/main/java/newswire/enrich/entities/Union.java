package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import newswire.enrich.tagger.Span;

/**
 * Joins what linker and tagger find in one text. The linker wins where its name can only mean one
 * thing; a longer name of which its own is a part belongs to the tagger.
 */
final class Union {

  /** From here on the tagger's longer name outweighs the linker's part of it. */
  private static final double LONGER = 0.6;

  /** From here on the tagger's type outweighs an ambiguous name's. */
  private static final double OTHER_TYPE = 0.8;

  /** Of the confidence in a name that the tagger, knowing the language, takes for none. */
  private static final double UNCONFIRMED = 0.85;

  private Union() {}

  /**
   * All names, in the order of the text, none overlapping.
   *
   * @param known whether the tagger has a model of the language, so that its silence says something
   */
  static List<Naming> of(String text, List<NameIndex.Found> hits, List<Span> spans, boolean known) {
    List<Naming> all = new ArrayList<>();
    List<Span> kept = new ArrayList<>();
    for (Span span : spans) {
      if (hits.stream().allMatch(hit -> !overlap(span, hit) || outweighs(text, span, hit))) {
        kept.add(span);
        all.add(Naming.unlinked(span, Naming.TAGGER));
      }
    }
    for (NameIndex.Found hit : hits) {
      if (kept.stream().noneMatch(span -> overlap(span, hit))) {
        Span read = spans.stream().filter(span -> overlap(span, hit)).findFirst().orElse(null);
        boolean doubted = known && read == null && !hit.isDemonym();
        all.add(Naming.linked(hit, read, doubted ? UNCONFIRMED : 1));
      }
    }
    all.sort(Comparator.comparingInt(Naming::start));
    return all;
  }

  private static boolean overlap(Span span, NameIndex.Found hit) {
    return hit.start() < span.end() && hit.end() > span.start();
  }

  private static boolean outweighs(String text, Span span, NameIndex.Found hit) {
    boolean within = span.start() <= hit.start() && span.end() >= hit.end();
    if (within && isLonger(text, span, hit)) {
      return span.confidence() >= LONGER;
    }
    boolean otherType = !hit.isDemonym() && span.type() != hit.entry().type();
    // A country in another role, such as its team, is the country still.
    boolean open = !hit.unambiguous() && !hit.entry().isCountry();
    return otherType && open && span.confidence() >= OTHER_TYPE;
  }

  /** Whether the span has more words than the hit; particles and endings do not count. */
  private static boolean isLonger(String text, Span span, NameIndex.Found hit) {
    return hasWord(text, span.start(), hit.start()) || hasWord(text, hit.end(), span.end());
  }

  private static boolean hasWord(String text, int from, int to) {
    boolean letter = false;
    boolean gap = false;
    for (int i = from; i < to; i++) {
      byte kind = Letters.kind(text.charAt(i));
      letter |= kind >= Letters.DIGIT;
      gap |= kind == Letters.UNSPACED || kind == Letters.NONE && isGap(text, i);
    }
    return letter && gap;
  }

  /** White space, or a mark before a capital; an ending may come after a hyphen or apostrophe. */
  private static boolean isGap(String text, int at) {
    return Character.isWhitespace(text.charAt(at))
        || at + 1 < text.length() && Character.isUpperCase(text.charAt(at + 1));
  }
}
