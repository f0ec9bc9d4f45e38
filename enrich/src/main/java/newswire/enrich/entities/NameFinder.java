package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import newswire.enrich.tagger.Hint;
import newswire.enrich.tagger.Span;
import newswire.enrich.tagger.Tagger;
import newswire.schemas.avro.EntityType;

/** Finds all names of an article: linker, tagger and the surname rule together. Thread-safe. */
final class NameFinder {

  private final EntityLinker linker;
  private final Tagger tagger;

  NameFinder(EntityLinker linker, Tagger tagger) {
    this.linker = linker;
    this.tagger = tagger;
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
    List<Span> spans = tagger.tag(text, language, hints(hits));
    return Union.of(text, hits, spans, tagger.knows(language));
  }

  boolean knows(String language) {
    return tagger.knows(language);
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
