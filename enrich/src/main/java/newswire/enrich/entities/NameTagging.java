package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import newswire.enrich.tagger.Hint;
import newswire.enrich.tagger.Span;
import newswire.enrich.tagger.Tagger;
import newswire.enrich.tagger.TaggerTraining;
import newswire.schemas.avro.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Names as {@link EntityStage} finds them, for training and measuring: places only, without
 * entities. Thread-safe.
 */
public final class NameTagging {

  private static final Set<EntityType> TAGGED =
      Set.of(EntityType.PERSON, EntityType.PLACE, EntityType.ORGANISATION);

  private final EntityLinker linker = new EntityLinker();

  /** What the tagger is told in training: hits of the linker that it will be used with. */
  public Hint.Finder hints() {
    return (text, language) -> NameFinder.hints(linker.find(text, language));
  }

  /**
   * Linker, tagger and rules together, as the pipeline runs them. Corpora tag what a text names,
   * not what it means: where both find a name, its bounds and type are the tagger's reading, and
   * where the tagger knows the language, a hit that it takes for no name is a link alone.
   *
   * @param tagger with which models
   */
  public TaggerTraining.Names names(Tagger tagger) {
    NameFinder finder = new NameFinder(linker, tagger);
    return (text, language) -> {
      boolean known = finder.knows(language);
      List<Span> spans = new ArrayList<>();
      int end = 0;
      for (Naming name : finder.find("", text, language, UserNames.NONE).text()) {
        Span span = span(name, known);
        if (span != null && span.start() >= end) {
          spans.add(span);
          end = span.end();
        }
      }
      return spans;
    };
  }

  private static @Nullable Span span(Naming name, boolean known) {
    if (known || name.read() != null) {
      return name.read();
    }
    return name.isDemonym() || !TAGGED.contains(name.type())
        ? null
        : new Span(name.start(), name.end(), name.type(), name.confidence());
  }
}
