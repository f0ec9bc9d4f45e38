package newswire.enrich.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.SketchEntity;
import newswire.schemas.avro.Term;

/** What an article reports: its heaviest terms and most salient entities. */
public final class StoryFeatures {

  /** Of the functions and tables that terms and entities are made by. */
  public static final int VERSION = 1;

  /** Before the key of a name that no gazetteer knows. */
  static final String UNKNOWN = "~";

  static final int MOST_TERMS = 40;
  static final int MOST_ENTITIES = 12;

  private static final int TITLE = 2;
  private static final double THOUSAND = 1000;

  private record Weighted(String term, double weight) {}

  private static final Comparator<Weighted> HEAVIEST =
      Comparator.comparingDouble(Weighted::weight).reversed().thenComparing(Weighted::term);
  private static final Comparator<SketchEntity> MOST_SALIENT =
      Comparator.comparingInt(SketchEntity::getWeight)
          .reversed()
          .thenComparing(SketchEntity::getId);

  private StoryFeatures() {}

  /** Writes the terms of headline and text, the entities and {@link #VERSION}. */
  public static Sketch.Builder addTo(Article article, Sketch.Builder sketch) {
    return sketch.setTerms(terms(article)).setEntities(entities(article)).setStoryVersion(VERSION);
  }

  private static List<Term> terms(Article article) {
    Map<String, int[]> counts = new HashMap<>();
    Stems.of(article.getTitle(), stem -> counts.computeIfAbsent(stem, s -> new int[1])[0] += TITLE);
    Stems.of(article.getText(), stem -> counts.computeIfAbsent(stem, s -> new int[1])[0]++);
    Frequencies frequencies = Frequencies.of(article.getLanguage().getTag());
    List<Weighted> all = new ArrayList<>(counts.size());
    counts.forEach(
        (stem, count) ->
            all.add(new Weighted(stem, (1 + StrictMath.log(count[0])) * frequencies.rarity(stem))));
    all.sort(HEAVIEST);
    double squares = 0;
    for (Weighted one : all) {
      squares += one.weight() * one.weight();
    }
    double length = Math.sqrt(squares);
    List<Term> terms = new ArrayList<>(MOST_TERMS);
    for (Weighted one : all.subList(0, Math.min(MOST_TERMS, all.size()))) {
      int share = (int) Math.round(THOUSAND * one.weight() / length);
      if (share > 0) {
        terms.add(new Term(one.term(), share));
      }
    }
    return terms;
  }

  private static List<SketchEntity> entities(Article article) {
    Map<String, SketchEntity> byId = new TreeMap<>();
    for (Entity entity : article.getEntities()) {
      String id = entity.getId().orElse(UNKNOWN + entity.getKey());
      int weight = (int) Math.round(THOUSAND * entity.getSalience());
      SketchEntity one = new SketchEntity(id, entity.getName(), weight);
      if (!id.equals(UNKNOWN)) {
        byId.merge(id, one, (a, b) -> a.getWeight() >= b.getWeight() ? a : b);
      }
    }
    return byId.values().stream().sorted(MOST_SALIENT).limit(MOST_ENTITIES).toList();
  }
}
