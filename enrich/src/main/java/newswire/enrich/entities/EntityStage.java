package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newswire.enrich.Stage;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.Mention;

/**
 * Adds the countries, cities and organisations named in an article's text, in the order of their
 * first mention; one that only the title names follows without mentions.
 *
 * <p>Safe for use by several threads; names are loaded when a language first comes up.
 */
public final class EntityStage implements Stage {

  /** A headline gives less to judge by than a text. */
  private static final double TITLE_ONLY = 0.9;

  private final EntityLinker linker = new EntityLinker();
  private final UserGazetteer users;

  /** With the names that ship alone. */
  public EntityStage() {
    this(new UserGazetteer());
  }

  /**
   * With names of users beside those that ship.
   *
   * @param users which may change at any time; an article is linked by one version of it
   */
  public EntityStage(UserGazetteer users) {
    this.users = users;
  }

  @Override
  public Article apply(Article article) {
    UserNames names = users.names();
    EntityLinker.Mentions found =
        linker.find(article.getTitle(), article.getText(), article.getLanguage().getTag(), names);
    Map<Entry, List<Mention>> mentions = new LinkedHashMap<>();
    Map<Entry, NameIndex.Found> best = new LinkedHashMap<>();
    CodePoints offsets = new CodePoints(article.getText());
    for (NameIndex.Found place : found.text()) {
      mentions.computeIfAbsent(place.entry(), any -> new ArrayList<>()).add(offsets.mention(place));
      best.merge(place.entry(), place, EntityStage::surer);
    }
    for (NameIndex.Found place : found.title()) {
      if (!mentions.containsKey(place.entry())) {
        best.merge(place.entry(), inTitleOnly(place), EntityStage::surer);
      }
    }
    List<Entity> entities = new ArrayList<>();
    best.forEach(
        (entry, place) -> entities.add(entity(place, mentions.getOrDefault(entry, List.of()))));
    return Article.newBuilder(article)
        .setEntities(entities)
        .setGazetteer(linker.version() + names.version())
        .build();
  }

  /** A name outweighs an adjective. */
  private static NameIndex.Found surer(NameIndex.Found one, NameIndex.Found other) {
    return other.confidence() > one.confidence() ? other : one;
  }

  private static NameIndex.Found inTitleOnly(NameIndex.Found place) {
    return new NameIndex.Found(
        place.start(),
        place.end(),
        place.entry(),
        place.confidence() * TITLE_ONLY,
        place.method(),
        place.unambiguous());
  }

  private static Entity entity(NameIndex.Found best, List<Mention> mentions) {
    Entry entry = best.entry();
    return Entity.newBuilder()
        .setId(entry.id())
        .setType(entry.type())
        .setName(entry.name())
        .setMentions(mentions)
        .setConfidence(best.confidence())
        .setMethod(best.method())
        .setQid(entry.qid())
        .build();
  }

  @Override
  public String name() {
    return "entities";
  }

  /** Turns places in UTF-16 units into code-point offsets, going through the text once. */
  private static final class CodePoints {

    private final String text;
    private int units;
    private int points;

    CodePoints(String text) {
      this.text = text;
    }

    Mention mention(NameIndex.Found place) {
      int start = count(place.start());
      int end = count(place.end());
      return new Mention(
          text.substring(place.start(), place.end()),
          start,
          end,
          place.confidence(),
          place.method());
    }

    private int count(int to) {
      points += text.codePointCount(units, to);
      units = to;
      return points;
    }
  }
}
