package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import newswire.enrich.tagger.Span;
import newswire.schemas.avro.EntityType;

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
   * @param method what found the spans
   * @param known whether the tagger has a model of the language, so that its silence says something
   */
  static List<Naming> of(
      String text, List<NameIndex.Found> hits, List<Span> spans, String method, boolean known) {
    List<Naming> all = new ArrayList<>();
    List<Span> kept = new ArrayList<>();
    int next = 0;
    for (Span span : spans) {
      next = firstAfter(next, hits.size(), i -> hits.get(i).end() <= span.start());
      boolean wins = true;
      for (int i = next; i < hits.size() && overlap(span, hits.get(i)); i++) {
        wins &= outweighs(text, span, hits.get(i));
      }
      if (wins) {
        kept.add(span);
        all.add(Naming.unlinked(span, method));
      }
    }
    addHits(hits, spans, kept, known, all);
    all.sort(Comparator.comparingInt(Naming::start));
    return all;
  }

  private static void addHits(
      List<NameIndex.Found> hits,
      List<Span> spans,
      List<Span> kept,
      boolean known,
      List<Naming> all) {
    int nextKept = 0;
    int nextSpan = 0;
    for (NameIndex.Found hit : hits) {
      nextKept = firstAfter(nextKept, kept.size(), i -> kept.get(i).end() <= hit.start());
      nextSpan = firstAfter(nextSpan, spans.size(), i -> spans.get(i).end() <= hit.start());
      if (nextKept == kept.size() || !overlap(kept.get(nextKept), hit)) {
        boolean isRead = nextSpan < spans.size() && overlap(spans.get(nextSpan), hit);
        boolean doubted = known && !isRead && !hit.isDemonym();
        Span read = isRead ? spans.get(nextSpan) : null;
        all.add(Naming.linked(hit, read, doubted ? UNCONFIRMED : 1));
      }
    }
  }

  /** The first from {@code at} on that is not wholly before. */
  private static int firstAfter(int at, int size, IntPredicate before) {
    int next = at;
    while (next < size && before.test(next)) {
      next++;
    }
    return next;
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

  /**
   * Whether the span has more words than the hit. Particles and endings do not count, and neither
   * what a person's would take from the next word without a space: a full name ends where it does.
   */
  private static boolean isLonger(String text, Span span, NameIndex.Found hit) {
    boolean ends =
        hit.entry().type() == EntityType.PERSON
            && span.type() == EntityType.PERSON
            && hit.end() < span.end()
            && Letters.kind(text.charAt(hit.end())) == Letters.UNSPACED;
    return hasWord(text, span.start(), hit.start())
        || !ends && hasWord(text, hit.end(), span.end());
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
