package newswire.enrich.entities;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private static final String METHOD = "gazetteer";

  /** A headline gives less to judge by than a text. */
  private static final double TITLE_ONLY = 0.9;

  private final EntityLinker linker = new EntityLinker();

  @Override
  public Article apply(Article article) {
    String language = article.getLanguage().getTag();
    Map<Entry, List<Mention>> mentions = new LinkedHashMap<>();
    Map<Entry, Double> confidence = new LinkedHashMap<>();
    CodePoints offsets = new CodePoints(article.getText());
    for (NameIndex.Found place : linker.find(article.getText(), language)) {
      Entry entry = Objects.requireNonNull(place.entry());
      mentions.computeIfAbsent(entry, any -> new ArrayList<>()).add(offsets.mention(place));
      confidence.merge(entry, place.confidence(), Math::max);
    }
    for (NameIndex.Found place : linker.find(article.getTitle(), language)) {
      Entry entry = Objects.requireNonNull(place.entry());
      mentions.computeIfAbsent(entry, any -> new ArrayList<>());
      confidence.putIfAbsent(entry, place.confidence() * TITLE_ONLY);
    }
    List<Entity> entities = new ArrayList<>();
    mentions.forEach(
        (entry, places) ->
            entities.add(
                Entity.newBuilder()
                    .setId(entry.id())
                    .setType(entry.type())
                    .setName(entry.name())
                    .setMentions(places)
                    .setConfidence(Objects.requireNonNull(confidence.get(entry)))
                    .setMethod(METHOD)
                    .build()));
    return Article.newBuilder(article).setEntities(entities).build();
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
          text.substring(place.start(), place.end()), start, end, place.confidence(), METHOD);
    }

    private int count(int to) {
      points += text.codePointCount(units, to);
      units = to;
      return points;
    }
  }
}
