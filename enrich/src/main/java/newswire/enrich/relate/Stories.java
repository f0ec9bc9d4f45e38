package newswire.enrich.relate;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;
import org.jspecify.annotations.Nullable;

/** Makes the record of a story from its articles; for now, a story is a family of copies. */
final class Stories {

  /** So that a text printed everywhere does not make a record too large to send. */
  static final int LISTED = 500;

  private Stories() {}

  /**
   * The story with these articles.
   *
   * @param sketches of its articles that are in the index, earliest first, not empty
   * @param earlier its articles that have left the index by age, with the record they were last in;
   *     null if there are none
   */
  static Story of(String id, List<Sketch> sketches, @Nullable Earlier earlier) {
    Story base = earlier == null ? started(id, sketches.get(0)) : earlier.record();
    List<String> old = earlier == null ? List.of() : earlier.articles();
    List<String> articles =
        Stream.concat(old.stream(), sketches.stream().map(Sketch::getArticleId)).toList();
    return Story.newBuilder(base)
        .setFirstSeen(extreme(base.getFirstSeen(), sketches, false))
        .setLastSeen(extreme(base.getLastSeen(), sketches, true))
        .setSize(articles.size())
        .setArticles(articles.subList(0, Math.min(LISTED, articles.size())))
        .setSources(
            sorted(base.getSources(), sketches.stream().map(Sketch::getSourceName).toList()))
        .setLanguages(
            sorted(base.getLanguages(), sketches.stream().map(Sketch::getLanguage).toList()))
        .setAliases(sorted(articles.subList(1, Math.min(LISTED, articles.size())), List.of()))
        .build();
  }

  /** Articles of a story that are known from its last record only. */
  record Earlier(Story record, List<String> articles) {}

  private static Story started(String id, Sketch root) {
    return Story.newBuilder()
        .setId(id)
        .setHeadline(root.getTitle())
        .setLanguage(root.getLanguage())
        .setEffective(root.getEffective())
        .setFirstSeen(root.getFirstSeen())
        .setLastSeen(root.getFirstSeen())
        .build();
  }

  private static Instant extreme(Instant start, List<Sketch> sketches, boolean latest) {
    Stream<Instant> times =
        Stream.concat(Stream.of(start), sketches.stream().map(Sketch::getFirstSeen));
    return times.reduce((a, b) -> a.isBefore(b) == latest ? b : a).orElse(start);
  }

  private static List<String> sorted(Collection<String> some, Collection<String> more) {
    SortedSet<String> all = new TreeSet<>(some);
    all.addAll(more);
    all.remove("");
    return List.copyOf(all);
  }
}
