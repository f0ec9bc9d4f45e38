package newswire.enrich.boilerplate;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import newswire.enrich.rows.Member;
import newswire.enrich.rows.Row;
import newswire.enrich.rows.Rows;
import newswire.enrich.sketch.Hashes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Decides which paragraphs of an article are boilerplate: those that three different reports of its
 * site have, all within {@link #WINDOW} of it. Editions of one report count as one.
 *
 * <p>That is a definition on sets, so that the order of arrival does not matter: each change of an
 * article says for which others the decision has changed by it. Three different reports, once
 * there, are not undone by a fourth, so these are few: of a paragraph that many have, those around
 * which it is rare.
 *
 * <p>What is older than {@link #HORIZON} and the window before it is forgotten, and not decided
 * again. For one thread.
 */
public final class SiteBoilerplate {

  static final Duration WINDOW = Duration.ofDays(14);
  static final Duration HORIZON = Duration.ofDays(30);

  /** Of the articles with one paragraph around one time, the earliest are looked at. */
  static final int MOST_COMPARED = 50;

  // Where a paragraph is common, these suffice.
  private static final int FEW = 6;

  private static final long KEPT_DAYS = HORIZON.plus(WINDOW).toDays() + 1;

  private final Rows<byte[]> sightings;
  private final Rows<byte[]> times;
  private final SiteArticles articles;
  private long forgetBefore = Long.MIN_VALUE;
  private long forgottenBefore = Long.MIN_VALUE;

  /**
   * On these tables.
   *
   * @param sightings (site and paragraph, effective, id) of every paragraph of every article
   * @param times (effective, id) of every article
   * @param articles by id, as they were given last; not asked for the one that is being given
   */
  public SiteBoilerplate(Rows<byte[]> sightings, Rows<byte[]> times, SiteArticles articles) {
    this.sightings = sightings;
    this.times = times;
    this.articles = articles;
  }

  /**
   * What follows from a change.
   *
   * @param own the boilerplate of the changed article
   * @param others of which other articles the decision has changed, and on which paragraphs
   */
  public record Change(Set<Long> own, SortedMap<String, Set<Long>> others) {}

  /** Of an article as it was given last: the hashes of its paragraphs that are boilerplate. */
  public Set<Long> of(SiteArticle article) {
    SortedMap<Long, Long> places = places(article);
    Families families = new Families(id -> id.equals(article.id()) ? article : articles.get(id));
    return of(article.effective(), places, places.keySet(), families);
  }

  /**
   * Takes an article in, or its next version.
   *
   * @param before as it was given last; null for one that is new
   */
  public Change replace(@Nullable SiteArticle before, SiteArticle after) {
    if (after.equals(before)) {
      return new Change(of(after), new TreeMap<>());
    }
    Families earlier = new Families(id -> id.equals(after.id()) ? before : articles.get(id));
    SortedMap<Long, Long> places = places(after);
    SortedMap<Long, SortedSet<Member>> doubtful = new TreeMap<>();
    Set<Long> repeated = doubtful(member(after), places, earlier, doubtful);
    SortedMap<Long, Long> all = new TreeMap<>(places);
    if (before != null) {
      SortedMap<Long, Long> lost = places(before);
      doubtful(member(before), lost, earlier, doubtful);
      all.putAll(lost);
    }
    Map<Long, Set<Member>> counted = counting(doubtful, earlier);
    move(before, after);
    Families later = new Families(id -> id.equals(after.id()) ? after : articles.get(id));
    Map<Long, Set<Member>> counting = counting(doubtful, later);
    SortedMap<String, Set<Long>> others = new TreeMap<>();
    doubtful.forEach(
        (place, sightings) -> {
          for (Member other : sightings) {
            boolean was = counted.getOrDefault(place, Set.of()).contains(other);
            if (was != counting.getOrDefault(place, Set.of()).contains(other)) {
              others.computeIfAbsent(other.id(), id -> new TreeSet<>()).add(all.get(place));
            }
          }
        });
    return new Change(of(after.effective(), places, repeated, later), others);
  }

  private Set<Long> of(
      long effective, SortedMap<Long, Long> places, Set<Long> asked, Families families) {
    Set<Long> boilerplate = new TreeSet<>();
    for (Long place : asked) {
      if (counts(place, effective, families)) {
        boilerplate.add(places.get(place));
      }
    }
    return boilerplate;
  }

  private Map<Long, Set<Member>> counting(
      SortedMap<Long, SortedSet<Member>> sightings, Families families) {
    Map<Long, Set<Member>> counting = new TreeMap<>();
    sightings.forEach(
        (place, others) -> {
          for (Member other : others) {
            if (counts(place, other.effective(), families)) {
              counting.computeIfAbsent(place, p -> new TreeSet<>()).add(other);
            }
          }
        });
    return counting;
  }

  private boolean counts(Long place, long effective, Families families) {
    long window = WINDOW.toMillis();
    return hasThree(place, effective - window, effective + window, "", families);
  }

  /**
   * Collects those whose decision may hang on an article at this time.
   *
   * @return the places that other articles have around that time too
   */
  private Set<Long> doubtful(
      Member article,
      SortedMap<Long, Long> places,
      Families families,
      SortedMap<Long, SortedSet<Member>> doubtful) {
    Set<Long> repeated = new TreeSet<>();
    long now = article.effective();
    long from = now - WINDOW.toMillis();
    long to = now + WINDOW.toMillis();
    for (Long place : places.keySet()) {
      if (others(place, from, to, article.id(), 1).isEmpty()) {
        continue;
      }
      repeated.add(place);
      SortedSet<Member> found = doubtful.computeIfAbsent(place, p -> new TreeSet<>());
      // Whoever lies on that side has all that lies there within its own window.
      if (!hasThree(place, from, now, article.id(), families)) {
        found.addAll(others(place, from, now, article.id(), MOST_COMPARED));
      }
      if (!hasThree(place, now, to, article.id(), families)) {
        found.addAll(others(place, now, to, article.id(), MOST_COMPARED));
      }
    }
    return repeated;
  }

  private boolean hasThree(Long place, long from, long to, String but, Families families) {
    List<Member> few = others(place, from, to, but, FEW);
    return families.hasThree(few)
        || few.size() == FEW && families.hasThree(others(place, from, to, but, MOST_COMPARED));
  }

  /** The earliest within that time, both ends included, but for one article. */
  private List<Member> others(Long place, long from, long to, String but, int most) {
    byte[] prefix = prefix(place);
    List<Member> found = new ArrayList<>();
    for (Bytes row : sightings.keys(Row.of(prefix, from), Row.of(prefix, to + 1), most + 1)) {
      Member sighting = Row.member(row, prefix.length);
      if (found.size() < most && !sighting.id().equals(but)) {
        found.add(sighting);
      }
    }
    return found;
  }

  private void move(@Nullable SiteArticle before, SiteArticle after) {
    if (before != null) {
      remove(before);
    }
    SortedMap<Long, Long> places = places(after);
    if (places.isEmpty()) {
      return;
    }
    Member member = member(after);
    places.keySet().forEach(place -> sightings.put(Row.of(prefix(place), member), Row.NOTHING));
    times.put(Row.of(Row.NOTHING, member), Row.NOTHING);
    forgetBefore = Math.max(forgetBefore, member.day() - KEPT_DAYS);
  }

  private void remove(SiteArticle article) {
    Member member = member(article);
    places(article).keySet().forEach(place -> sightings.delete(Row.of(prefix(place), member)));
    times.delete(Row.of(Row.NOTHING, member));
  }

  /** Drops at most {@code limit} articles that the horizon has passed. */
  public void forget(int limit) {
    if (forgetBefore <= forgottenBefore) {
      return;
    }
    Bytes end = Row.of(Row.NOTHING, forgetBefore * Member.DAY.toMillis());
    List<Bytes> old = times.keys(Row.FIRST, end, limit);
    for (Bytes row : old) {
      times.delete(row);
      @Nullable SiteArticle article = articles.get(Row.member(row, 0).id());
      if (article != null) {
        remove(article);
      }
    }
    if (old.size() < limit) {
      forgottenBefore = forgetBefore;
    }
  }

  private static Member member(SiteArticle article) {
    return new Member(article.effective(), article.id());
  }

  private static byte[] prefix(long place) {
    return ByteBuffer.allocate(Long.BYTES).putLong(place).array();
  }

  /** Where the paragraphs are looked up, and their hashes. */
  private static SortedMap<Long, Long> places(SiteArticle article) {
    SortedMap<Long, Long> places = new TreeMap<>();
    if (article.site().isEmpty()) {
      return places;
    }
    long site = Hashes.of(article.site());
    for (long paragraph : article.paragraphs().hashes()) {
      places.put(site ^ paragraph, paragraph);
    }
    return places;
  }
}
