package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newswire.enrich.Stage;
import newswire.enrich.tagger.NameTagger;
import newswire.enrich.tagger.Span;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.Mention;

/**
 * Adds to the entities of an article the names that a tagger finds in its text where none of those
 * is mentioned: without an id, one entity for each name and type. As safe for threads as the
 * tagger.
 */
public final class TaggedNames implements Stage {

  private static final String METHOD = "tagger";

  private final NameTagger tagger;

  /** With a tagger of the user's. */
  public TaggedNames(NameTagger tagger) {
    this.tagger = tagger;
  }

  private record Name(String text, EntityType type) {}

  @Override
  public Article apply(Article article) {
    String text = article.getText();
    Map<Name, List<Mention>> found = new LinkedHashMap<>();
    int units = 0;
    int points = 0;
    for (Span span : tagger.tag(text, article.getLanguage().getTag())) {
      points += text.codePointCount(units, span.start());
      units = span.start();
      String name = text.substring(span.start(), span.end());
      int end = points + name.codePointCount(0, name.length());
      if (isFree(article.getEntities(), points, end)) {
        found
            .computeIfAbsent(new Name(name, span.type()), any -> new ArrayList<>())
            .add(new Mention(name, points, end, span.confidence(), METHOD));
      }
    }
    List<Entity> entities = new ArrayList<>(article.getEntities());
    found.forEach((name, mentions) -> entities.add(entity(name, mentions)));
    return Article.newBuilder(article).setEntities(entities).build();
  }

  private static boolean isFree(List<Entity> linked, int start, int end) {
    return linked.stream()
        .flatMap(entity -> entity.getMentions().stream())
        .noneMatch(mention -> mention.getStart() < end && start < mention.getEnd());
  }

  private static Entity entity(Name name, List<Mention> mentions) {
    return Entity.newBuilder()
        .setType(name.type())
        .setName(name.text())
        .setMentions(mentions)
        .setConfidence(mentions.stream().mapToDouble(Mention::getConfidence).max().orElse(0))
        .setMethod(METHOD)
        .build();
  }

  @Override
  public String name() {
    return "names";
  }
}
