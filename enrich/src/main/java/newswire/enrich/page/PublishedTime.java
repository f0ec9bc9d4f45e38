package newswire.enrich.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import newswire.schemas.avro.Precision;
import newswire.text.ClaimedTime;

/** When a page says that it was published, and last changed. */
final class PublishedTime {

  private static final List<String> PUBLISHED =
      List.of(
          "article:published_time",
          "og:article:published_time",
          "og:published_time",
          "datePublished",
          "parsely-pub-date",
          "sailthru.date",
          "cXenseParse:recs:publishtime",
          "dcterms.created",
          "dcterms.date",
          "DC.date.issued",
          "dc.date",
          "pubdate",
          "publishdate",
          "publish-date",
          "publication_date",
          "date");
  private static final List<String> MODIFIED =
      List.of("article:modified_time", "og:updated_time", "dateModified", "dcterms.modified");
  private static final Duration ONE_DAY = Duration.ofHours(36);

  private PublishedTime() {}

  /**
   * The first claim; a later one that knows the instant counts if it is of the same day.
   *
   * @param address of the page
   * @param title the title element's
   */
  static Optional<ClaimedTime> published(
      Landmarks page, LinkedData data, String address, String title) {
    List<ClaimedTime> claimed =
        Stream.of(
                Stream.of(data.published()),
                PUBLISHED.stream().flatMap(page::metas),
                page.items("datePublished"),
                page.times.stream().map(time -> time.attr("datetime")))
            .flatMap(claims -> claims)
            .map(ClaimedTime::read)
            .filter(time -> time.precision() != Precision.UNKNOWN)
            .toList();
    if (claimed.isEmpty()) {
      return visible(page, address, title);
    }
    ClaimedTime first = claimed.get(0);
    return claimed.stream()
        .filter(time -> time.precision() == Precision.INSTANT && isNear(time, first))
        .findFirst()
        .or(() -> Optional.of(first));
  }

  private static boolean isNear(ClaimedTime one, ClaimedTime other) {
    Instant a = one.instant();
    Instant b = other.instant();
    return a != null && b != null && Duration.between(a, b).abs().compareTo(ONE_DAY) <= 0;
  }

  private static Optional<ClaimedTime> visible(Landmarks page, String address, String title) {
    return Stream.concat(
            Stream.concat(page.times.stream(), page.dates().stream())
                .limit(20)
                .filter(element -> element.closest("h2, h3, h4, a, li, aside") == null)
                .map(element -> VisibleTime.in(element.text())),
            Stream.of(VisibleTime.inPath(address), VisibleTime.in(tail(title))))
        .filter(time -> time.precision() != Precision.UNKNOWN)
        .findFirst();
  }

  /** What follows the last bar of a title: some outlets put the date there. */
  private static String tail(String title) {
    return title.substring(title.lastIndexOf('|') + 1);
  }

  static Optional<Instant> modified(Landmarks page, LinkedData data) {
    return Stream.of(
            Stream.of(data.modified()),
            MODIFIED.stream().flatMap(page::metas),
            page.items("dateModified"))
        .flatMap(claims -> claims)
        .map(ClaimedTime::read)
        .filter(time -> time.precision() == Precision.INSTANT)
        .findFirst()
        .flatMap(time -> Optional.ofNullable(time.instant()));
  }
}
