package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import newswire.enrich.tagger.Hint;
import newswire.enrich.tagger.Span;
import newswire.enrich.tagger.Tagger;
import newswire.enrich.tagger.TaggerTraining;
import newswire.schemas.avro.EntityType;

/**
 * Names as {@link EntityStage} finds them, for training and measuring: places only, without
 * entities. Thread-safe.
 */
public final class NameTagging {

  private final EntityLinker linker = new EntityLinker();

  /** What the tagger is told in training: hits of the linker that it will be used with. */
  public Hint.Finder hints() {
    return (text, language) -> NameFinder.hints(linker.find(text, language));
  }

  /**
   * Linker, tagger and rules together, as the pipeline runs them.
   *
   * @param tagger with which models
   */
  public TaggerTraining.Names names(Tagger tagger) {
    NameFinder finder = new NameFinder(linker, tagger);
    return (text, language) -> {
      List<Span> spans = new ArrayList<>();
      for (Naming name : finder.find("", text, language, UserNames.NONE).text()) {
        if (!name.isDemonym() && isTagged(name.type())) {
          spans.add(new Span(name.start(), name.end(), name.type(), name.confidence()));
        }
      }
      return spans;
    };
  }

  private static boolean isTagged(EntityType type) {
    return type == EntityType.PERSON
        || type == EntityType.PLACE
        || type == EntityType.ORGANISATION;
  }
}
