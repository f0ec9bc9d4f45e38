package newswire.enrich.relate;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import newswire.enrich.rows.Member;
import newswire.schemas.avro.RelatedStory;
import newswire.schemas.avro.SketchEntity;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.StoryArticle;
import newswire.schemas.avro.StoryEntity;
import org.jspecify.annotations.Nullable;

/** Makes the record of a story from its articles. */
final class Stories {

  /** So that a text printed everywhere does not make a record too large to send. */
  static final int LISTED = 500;

  /** Of a longer timeline so many of the first and as many of the last are told. */
  static final int HALF_A_TIMELINE = 50;

  static final int ENTITIES = 20;
  static final int TERMS = 20;
  static final int RELATED = 20;

  private static final Comparator<StoryEntity> MOST_NAMED =
      Comparator.comparingInt(StoryEntity::getArticles)
          .reversed()
          .thenComparing(StoryEntity::getId);

  private Stories() {}

  /**
   * The story with these articles.
   *
   * @param remnant what is left of its articles that have left the index by age; null if there are
   *     none
   * @param lines of its articles that are in the index, earliest first; empty only with a remnant
   */
  static Story of(
      String id,
      @Nullable Story remnant,
      List<StoryLine> lines,
      List<RelatedStory> related,
      Predicate<String> killed) {
    Story base = remnant == null ? started(id, lines.get(0)) : remnant;
    List<String> articles =
        Stream.concat(base.getArticles().stream(), lines.stream().map(line -> line.member().id()))
            .limit(LISTED)
            .toList();
    List<StoryArticle> timeline = Timeline.of(base.getTimeline(), lines, killed);
    return Story.newBuilder(base)
        .setHeadline(headline(timeline, lines))
        .setFirstSeen(extreme(base.getFirstSeen(), lines, false))
        .setLastSeen(extreme(base.getLastSeen(), lines, true))
        .setSize(base.getSize() + lines.size())
        .setArticles(articles)
        .setSources(sorted(base.getSources(), lines.stream().map(l -> l.article().getSourceName())))
        .setLanguages(
            sorted(base.getLanguages(), lines.stream().map(l -> l.article().getLanguage())))
        .setAliases(articles.subList(1, articles.size()))
        .setEntities(entities(base.getEntities(), lines))
        .setTerms(terms(base.getTerms(), lines))
        .setTimeline(timeline)
        .setRelated(related(base.getRelated(), related))
        .build();
  }

  private static Story started(String id, StoryLine root) {
    Instant seen = root.article().getFirstSeen();
    return Story.newBuilder()
        .setId(id)
        .setLanguage(root.article().getLanguage())
        .setEffective(Instant.ofEpochMilli(root.member().effective()))
        .setFirstSeen(seen)
        .setLastSeen(seen)
        .setFirstPublisher(root.article().getSourceName())
        .build();
  }

  /** Of the earliest article, copies included, that is not killed. */
  private static String headline(List<StoryArticle> timeline, List<StoryLine> lines) {
    TreeMap<Member, String> titles = new TreeMap<>();
    timeline.forEach(
        one ->
            titles.put(new Member(one.getEffective().toEpochMilli(), one.getId()), one.getTitle()));
    lines.forEach(line -> titles.put(line.member(), line.title()));
    return titles.values().stream().filter(title -> !title.isEmpty()).findFirst().orElse("");
  }

  private static Instant extreme(Instant start, List<StoryLine> lines, boolean latest) {
    return Stream.concat(Stream.of(start), lines.stream().map(l -> l.article().getFirstSeen()))
        .reduce((a, b) -> a.isBefore(b) == latest ? b : a)
        .orElse(start);
  }

  private static List<String> sorted(Collection<String> some, Stream<String> more) {
    SortedSet<String> all = new TreeSet<>(some);
    more.forEach(all::add);
    all.remove("");
    return List.copyOf(all);
  }

  private static Stream<StoryLine> usable(List<StoryLine> lines) {
    return lines.stream().filter(line -> line.isReport() && !line.killed());
  }

  private static List<StoryEntity> entities(List<StoryEntity> before, List<StoryLine> lines) {
    Map<String, StoryEntity> byId = new TreeMap<>();
    before.forEach(entity -> byId.put(entity.getId(), entity));
    usable(lines)
        .forEach(
            line -> {
              for (SketchEntity one : line.article().getEntities()) {
                StoryEntity named = new StoryEntity(one.getId(), one.getName(), 1);
                byId.merge(one.getId(), named, Stories::together);
              }
            });
    return byId.values().stream().sorted(MOST_NAMED).limit(ENTITIES).toList();
  }

  private static StoryEntity together(StoryEntity one, StoryEntity other) {
    return new StoryEntity(one.getId(), one.getName(), one.getArticles() + other.getArticles());
  }

  /** Those of two reports or more, those in most first, then by weight. */
  private static List<String> terms(List<String> before, List<StoryLine> lines) {
    Map<String, TermCount> counts = new HashMap<>();
    usable(lines)
        .flatMap(line -> line.article().getTerms().stream())
        .forEach(
            term ->
                counts.merge(
                    term.getTerm(),
                    new TermCount(term.getTerm(), 1, term.getWeight()),
                    TermCount::plus));
    long fewest = usable(lines).count() > 1 ? 2 : 1;
    Stream<String> now =
        counts.values().stream()
            .filter(count -> count.articles() >= fewest)
            .sorted(TermCount.MOST)
            .map(TermCount::term);
    return Stream.concat(now, before.stream()).distinct().limit(TERMS).toList();
  }

  private record TermCount(String term, int articles, long weight) {

    static final Comparator<TermCount> MOST =
        Comparator.comparingInt(TermCount::articles)
            .thenComparingLong(TermCount::weight)
            .reversed()
            .thenComparing(TermCount::term);

    TermCount plus(TermCount other) {
      return new TermCount(term, articles + other.articles, weight + other.weight);
    }
  }

  private static List<RelatedStory> related(List<RelatedStory> before, List<RelatedStory> now) {
    Map<String, RelatedStory> byStory = new TreeMap<>();
    Stream.concat(now.stream(), before.stream())
        .sorted(Counterparts.CLOSEST)
        .forEach(related -> byStory.putIfAbsent(related.getStory(), related));
    return byStory.values().stream().sorted(Counterparts.CLOSEST).limit(RELATED).toList();
  }
}
