package newswire.enrich.relate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.StoryArticle;

/** The articles of a story that are no copies. */
final class Timeline {

  private Timeline() {}

  static List<StoryArticle> of(
      List<StoryArticle> before, List<StoryLine> lines, Predicate<String> killed) {
    Map<String, StoryArticle.Builder> byId = new LinkedHashMap<>();
    for (StoryArticle one : before) {
      StoryArticle.Builder article = StoryArticle.newBuilder(one);
      if (killed.test(one.getId())) {
        article.setTitle("").setTerms(List.of()).setEntities(List.of());
      }
      byId.put(one.getId(), article);
    }
    lines.stream()
        .filter(StoryLine::isReport)
        .forEach(line -> byId.put(line.member().id(), article(line)));
    for (StoryLine line : lines) {
      StoryArticle.Builder original = byId.get(line.relation().getFamily());
      if (!line.isReport() && original != null) {
        original.setCopies(original.getCopies() + 1);
      }
    }
    List<StoryArticle> all = byId.values().stream().map(StoryArticle.Builder::build).toList();
    int half = Stories.HALF_A_TIMELINE;
    if (all.size() <= 2 * half) {
      return all;
    }
    List<StoryArticle> ends = new ArrayList<>(all.subList(0, half));
    ends.addAll(all.subList(all.size() - half, all.size()));
    return ends;
  }

  private static StoryArticle.Builder article(StoryLine line) {
    Sketch article = line.article();
    Relation relation = line.relation();
    return StoryArticle.newBuilder()
        .setId(line.member().id())
        .setTitle(line.title())
        .setSourceName(article.getSourceName())
        .setSite(article.getSite())
        .setLanguage(article.getLanguage())
        .setEffective(Instant.ofEpochMilli(line.member().effective()))
        .setFirstSeen(article.getFirstSeen())
        .setParent(relation.getStoryParent().orElse(null))
        .setScore(relation.getStoryScore())
        .setTerms(relation.getStoryTerms())
        .setEntities(relation.getStoryEntities());
  }
}
