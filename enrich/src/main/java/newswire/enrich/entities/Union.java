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

  private Union() {}

  /** All names, in the order of the text, none overlapping. */
  static List<Naming> of(String text, List<NameIndex.Found> hits, List<Span> spans) {
    List<Naming> all = new ArrayList<>();
    List<Span> kept = new ArrayList<>();
    for (Span span : spans) {
      boolean wins = true;
      for (NameIndex.Found hit : hits) {
        if (hit.start() < span.end() && hit.end() > span.start()) {
          wins &= outweighs(text, span, hit);
        }
      }
      if (wins) {
        kept.add(span);
      }
    }
    for (NameIndex.Found hit : hits) {
      if (kept.stream().noneMatch(s -> s.start() < hit.end() && s.end() > hit.start())) {
        all.add(Naming.linked(hit));
      }
    }
    for (Span span : kept) {
      all.add(
          new Naming(
              span.start(), span.end(), span.type(), null, span.confidence(), Naming.TAGGER));
    }
    all.sort(Comparator.comparingInt(Naming::start));
    return all;
  }

  private static boolean outweighs(String text, Span span, NameIndex.Found hit) {
    boolean within = span.start() <= hit.start() && span.end() >= hit.end();
    if (within && isLonger(text, span, hit)) {
      return span.confidence() >= LONGER;
    }
    boolean otherType = !hit.isDemonym() && span.type() != hit.entry().type();
    return otherType && !hit.unambiguous() && span.confidence() >= OTHER_TYPE;
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
      gap |= kind < Letters.DIGIT || kind == Letters.UNSPACED;
    }
    return letter && gap;
  }
}
