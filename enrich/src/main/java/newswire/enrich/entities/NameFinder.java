package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import newswire.enrich.tagger.Hint;
import newswire.enrich.tagger.NameTagger;
import newswire.enrich.tagger.Span;
import newswire.enrich.tagger.Tagger;
import newswire.schemas.avro.EntityType;
import org.jspecify.annotations.Nullable;

/** Finds all names of an article: linker, tagger and the surname rule together. Thread-safe. */
final class NameFinder {

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
    return new Names(inTitle, Surnames.added(text, inText, language));
  }

  private List<Naming> union(String text, String language, List<NameIndex.Found> hits) {
    List<Span> spans =
        given == null ? tagger.tag(text, language, hints(hits)) : given.tag(text, language);
    return Union.of(text, hits, spans, knows(language));
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
