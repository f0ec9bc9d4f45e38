package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newswire.enrich.tagger.Hint;
import newswire.enrich.tagger.NameTagger;
import newswire.enrich.tagger.Span;
import newswire.enrich.tagger.Tagger;
import newswire.schemas.avro.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Finds all names of an article: linker, tagger, or rules where the tagger has no model, and the
 * surname rule together. Thread-safe.
 */
final class NameFinder {

  /** From here on the tagger's reading supports an ambiguous name. */
  private static final double SURE = 0.8;

  private final EntityLinker linker;
  private final Tagger tagger;
  private final @Nullable NameTagger given;

  NameFinder(EntityLinker linker, Tagger tagger) {
    this(linker, tagger, null);
  }

  /**
   * With another tagger in place of ours.
   *
   * @param given for all languages; null for ours
   */
  NameFinder(EntityLinker linker, Tagger tagger, @Nullable NameTagger given) {
    this.linker = linker;
    this.tagger = tagger;
    this.given = given;
  }

  /** Names in title and text, each in its order, none overlapping. */
  record Names(List<Naming> title, List<Naming> text) {}

  Names find(String title, String text, String language, UserNames user) {
    EntityLinker.Mentions hits = linker.find(title, text, language, user);
    List<Naming> inTitle = union(title, language, hits.title());
    List<Naming> inText = union(text, language, hits.text());
    if (isRuled(language)) {
      Repeats repeats = new Repeats(language);
      repeats.note(title, inTitle);
      repeats.note(text, inText);
      inTitle = repeats.added(title, inTitle);
      inText = repeats.added(text, inText);
    }
    return new Names(inTitle, Surnames.added(text, inText, language));
  }

  private List<Naming> union(String text, String language, EntityLinker.Places places) {
    List<NameIndex.Found> hits = places.found();
    boolean ruled = isRuled(language);
    List<Span> spans = ruled ? CueRules.find(text, language, hits) : tagged(text, language, hits);
    String method = ruled ? Naming.RULE : Naming.TAGGER;
    return Union.of(text, confirmed(places, spans), spans, method, knows(language));
  }

  private List<Span> tagged(String text, String language, List<NameIndex.Found> hits) {
    return given == null ? tagger.tag(text, language, hints(hits)) : given.tag(text, language);
  }

  /** With the ambiguous names that the tagger reads as what they would mean. */
  private static List<NameIndex.Found> confirmed(EntityLinker.Places places, List<Span> spans) {
    Map<Integer, Span> byStart = new HashMap<>();
    spans.forEach(span -> byStart.put(span.start(), span));
    List<NameIndex.Found> confirmed = new ArrayList<>();
    for (NameIndex.Found name : places.doubtful()) {
      @Nullable Span span = byStart.get(name.start());
      if (span != null && confirms(span, name)) {
        confirmed.add(name);
      }
    }
    confirmed.addAll(places.found());
    confirmed.sort(Comparator.comparingInt(NameIndex.Found::start));
    return confirmed;
  }

  private static boolean confirms(Span span, NameIndex.Found name) {
    // A surname alone is a person's, whoever it is.
    return span.end() == name.end()
        && span.type() == name.entry().type()
        && span.type() != EntityType.PERSON
        && span.confidence() >= SURE;
  }

  private boolean isRuled(String language) {
    return !knows(language) && CueRules.know(language);
  }

  boolean knows(String language) {
    return given != null || tagger.knows(language);
  }

  /** What the tagger is told of the linker's hits; adjectives and peoples are no names. */
  static List<Hint> hints(List<NameIndex.Found> hits) {
    List<Hint> hints = new ArrayList<>(hits.size());
    for (NameIndex.Found hit : hits) {
      EntityType type = hit.isDemonym() ? EntityType.UNKNOWN : hit.entry().type();
      hints.add(new Hint(hit.start(), hit.end(), type, hit.unambiguous()));
    }
    return hints;
  }
}
