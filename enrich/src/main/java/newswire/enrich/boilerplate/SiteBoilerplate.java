package newswire.enrich.boilerplate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueStore;
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
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final SortedKeys sightings;
  private final SortedKeys days;
  private final Function<String, @Nullable SiteArticle> articles;
  private long forgetBefore = Long.MIN_VALUE;
  private long forgottenBefore = Long.MIN_VALUE;

  SiteBoilerplate(
      SortedKeys sightings, SortedKeys days, Function<String, @Nullable SiteArticle> articles) {
    this.sightings = sightings;
    this.days = days;
    this.articles = articles;
  }

  /**
   * On the stores of a task.
   *
   * @param sightings (site and paragraph, effective, id) of every paragraph of every article
   * @param days (effective day, id) of every article
   * @param articles by id, as they were given last; not asked for the one that is being given
   */
  public static SiteBoilerplate of(
      KeyValueStore<String, String> sightings,
      KeyValueStore<String, String> days,
      Function<String, @Nullable SiteArticle> articles) {
    return new SiteBoilerplate(new StoreKeys(sightings), new StoreKeys(days), articles);
  }

  /**
   * In memory.
   *
   * @param articles by id, as they were given last; not asked for the one that is being given
   */
  public static SiteBoilerplate inMemory(Function<String, @Nullable SiteArticle> articles) {
    return new SiteBoilerplate(new MemoryKeys(), new MemoryKeys(), articles);
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
    SortedMap<String, Long> places = places(article);
    Families families = new Families(id -> id.equals(article.id()) ? article : articles.apply(id));
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
    Families earlier = new Families(id -> id.equals(after.id()) ? before : articles.apply(id));
    SortedMap<String, Long> places = places(after);
    SortedMap<String, SortedSet<Sighting>> doubtful = new TreeMap<>();
    Set<String> repeated = doubtful(Sighting.of(after), places, earlier, doubtful);
    SortedMap<String, Long> all = new TreeMap<>(places);
    if (before != null) {
      SortedMap<String, Long> lost = places(before);
      doubtful(Sighting.of(before), lost, earlier, doubtful);
      all.putAll(lost);
    }
    Map<String, Set<Sighting>> counted = counting(doubtful, earlier);
    move(before, after);
    Families later = new Families(id -> id.equals(after.id()) ? after : articles.apply(id));
    Map<String, Set<Sighting>> counting = counting(doubtful, later);
    SortedMap<String, Set<Long>> others = new TreeMap<>();
    doubtful.forEach(
        (place, sightings) -> {
          for (Sighting other : sightings) {
            boolean was = counted.getOrDefault(place, Set.of()).contains(other);
            if (was != counting.getOrDefault(place, Set.of()).contains(other)) {
              others.computeIfAbsent(other.id(), id -> new TreeSet<>()).add(all.get(place));
            }
          }
        });
    return new Change(of(after.effective(), places, repeated, later), others);
  }

  private Set<Long> of(
      long effective, SortedMap<String, Long> places, Set<String> asked, Families families) {
    Set<Long> boilerplate = new TreeSet<>();
    for (String place : asked) {
      if (counts(place, effective, families)) {
        boilerplate.add(places.get(place));
      }
    }
    return boilerplate;
  }

  private Map<String, Set<Sighting>> counting(
      SortedMap<String, SortedSet<Sighting>> sightings, Families families) {
    Map<String, Set<Sighting>> counting = new TreeMap<>();
    sightings.forEach(
        (place, others) -> {
          for (Sighting other : others) {
            if (counts(place, other.effective(), families)) {
              counting.computeIfAbsent(place, p -> new TreeSet<>()).add(other);
            }
          }
        });
    return counting;
  }

  private boolean counts(String place, long effective, Families families) {
    long window = WINDOW.toMillis();
    return hasThree(place, effective - window, effective + window, "", families);
  }

  /**
   * Collects those whose decision may hang on an article at this time.
   *
   * @return the places that other articles have around that time too
   */
  private Set<String> doubtful(
      Sighting article,
      SortedMap<String, Long> places,
      Families families,
      SortedMap<String, SortedSet<Sighting>> doubtful) {
    Set<String> repeated = new TreeSet<>();
    long now = article.effective();
    long from = now - WINDOW.toMillis();
    long to = now + WINDOW.toMillis();
    for (String place : places.keySet()) {
      if (others(place, from, to, article.id(), 1).isEmpty()) {
        continue;
      }
      repeated.add(place);
      SortedSet<Sighting> found = doubtful.computeIfAbsent(place, p -> new TreeSet<>());
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

  private boolean hasThree(String place, long from, long to, String but, Families families) {
    List<Sighting> few = others(place, from, to, but, FEW);
    return families.hasThree(few)
        || few.size() == FEW && families.hasThree(others(place, from, to, but, MOST_COMPARED));
  }

  /** The earliest within that time, both ends included, but for one article. */
  private List<Sighting> others(String place, long from, long to, String but, int most) {
    String last = place + Sighting.sortable(to + 1);
    List<Sighting> found = new ArrayList<>();
    for (String key : sightings.keys(place + Sighting.sortable(from), last, most + 1)) {
      Sighting sighting = Sighting.ofRow(key, place.length());
      if (found.size() < most && !sighting.id().equals(but)) {
        found.add(sighting);
      }
    }
    return found;
  }

  private void move(@Nullable SiteArticle before, SiteArticle after) {
    if (before != null) {
      String row = Sighting.of(before).row();
      places(before).keySet().forEach(place -> sightings.remove(place + row));
      days.remove(day(before));
    }
    SortedMap<String, Long> places = places(after);
    String row = Sighting.of(after).row();
    places.keySet().forEach(place -> sightings.add(place + row));
    if (!places.isEmpty()) {
      days.add(day(after));
      forgetBefore = Math.max(forgetBefore, after.day() - KEPT_DAYS);
    }
  }

  /** Drops at most {@code limit} articles that the horizon has passed. */
  public void forget(int limit) {
    if (forgetBefore <= forgottenBefore) {
      return;
    }
    List<String> old = days.keys("", Sighting.sortable(forgetBefore), limit);
    for (String day : old) {
      days.remove(day);
      @Nullable SiteArticle article = articles.apply(Sighting.ofRow(day, 0).id());
      if (article != null) {
        String row = Sighting.of(article).row();
        places(article).keySet().forEach(place -> sightings.remove(place + row));
      }
    }
    if (old.size() < limit) {
      forgottenBefore = forgetBefore;
    }
  }

  private static String day(SiteArticle article) {
    return Sighting.sortable(article.day()) + article.id();
  }

  /** Where the paragraphs are looked up, and their hashes. */
  private static SortedMap<String, Long> places(SiteArticle article) {
    SortedMap<String, Long> places = new TreeMap<>();
    if (article.site().isEmpty()) {
      return places;
    }
    long site = BASIS;
    for (int i = 0; i < article.site().length(); i++) {
      site = (site ^ article.site().charAt(i)) * PRIME;
    }
    for (long paragraph : article.paragraphs().hashes()) {
      places.put(HexFormat.of().toHexDigits(site * PRIME ^ paragraph), paragraph);
    }
    return places;
  }
}
