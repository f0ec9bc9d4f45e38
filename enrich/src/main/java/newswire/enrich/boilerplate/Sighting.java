package newswire.enrich.boilerplate;

import java.util.Comparator;
import java.util.HexFormat;

/**
 * One article with a paragraph, in the order of time.
 *
 * @param effective milliseconds since 1970
 */
record Sighting(long effective, String id) implements Comparable<Sighting> {

  private static final Comparator<Sighting> ORDER =
      Comparator.comparingLong(Sighting::effective).thenComparing(Sighting::id);
  private static final int DIGITS = 16;

  static Sighting of(SiteArticle article) {
    return new Sighting(article.effective(), article.id());
  }

  /** Of what {@link #row} gave, from there on in a key. */
  static Sighting ofRow(String key, int from) {
    long effective = HexFormat.fromHexDigitsToLong(key, from, from + DIGITS) ^ Long.MIN_VALUE;
    return new Sighting(effective, key.substring(from + DIGITS));
  }

  /** Sorts as {@link #compareTo} does. */
  String row() {
    return sortable(effective) + id;
  }

  /** Sixteen digits that sort as the numbers do, negative ones included. */
  static String sortable(long number) {
    return HexFormat.of().toHexDigits(number ^ Long.MIN_VALUE);
  }

  @Override
  public int compareTo(Sighting other) {
    return ORDER.compare(this, other);
  }
}
