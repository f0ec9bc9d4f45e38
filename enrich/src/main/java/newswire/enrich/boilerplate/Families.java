package newswire.enrich.boilerplate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newswire.enrich.rows.Member;
import org.jspecify.annotations.Nullable;

/** Tells different reports from editions of one; remembers what it was asked. */
final class Families {

  private record Pair(String one, String other) {}

  private final SiteArticles articles;
  private final Map<Pair, Boolean> known = new HashMap<>();

  /**
   * Of the articles as they are as long as this is used.
   *
   * @param articles by id; null for one that is gone
   */
  Families(SiteArticles articles) {
    this.articles = articles;
  }

  /** Whether three of these are three different reports. */
  boolean hasThree(List<Member> sightings) {
    for (int i = 0; i + 2 < sightings.size(); i++) {
      for (int j = i + 1; j + 1 < sightings.size(); j++) {
        if (areTwo(sightings.get(i), sightings.get(j)) && hasThird(sightings, i, j)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean hasThird(List<Member> sightings, int i, int j) {
    for (Member third : sightings.subList(j + 1, sightings.size())) {
      if (areTwo(sightings.get(i), third) && areTwo(sightings.get(j), third)) {
        return true;
      }
    }
    return false;
  }

  private boolean areTwo(Member one, Member other) {
    boolean ordered = one.id().compareTo(other.id()) < 0;
    Pair pair = ordered ? new Pair(one.id(), other.id()) : new Pair(other.id(), one.id());
    @Nullable Boolean before = known.get(pair);
    if (before == null) {
      @Nullable SiteArticle first = articles.get(pair.one());
      @Nullable SiteArticle second = articles.get(pair.other());
      before =
          first != null && second != null && !first.paragraphs().isOneReport(second.paragraphs());
      known.put(pair, before);
    }
    return before;
  }
}
