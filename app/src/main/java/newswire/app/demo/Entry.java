package newswire.app.demo;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** An article as its outlet lists it: text, address and times. */
record Entry(Outlet outlet, ArticleText text, URI url, URI canonical, Instant epoch) {

  /** The same entry after the outlet has corrected its text. */
  Entry corrected(ArticleText correction) {
    return new Entry(outlet, correction, url, canonical, epoch);
  }

  String language() {
    return text.language().orElse(outlet.language());
  }

  /** An identifier that, unlike the URL, does not depend on the port. */
  String id() {
    return outlet.id() + "-" + text.slug();
  }

  OffsetDateTime published() {
    return epoch.minus(text.age()).atOffset(outlet.zone());
  }

  OffsetDateTime updated() {
    return epoch.minus(text.correctedAge()).atOffset(outlet.zone());
  }

  static String rfc3339(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }

  static String rfc822(OffsetDateTime time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time);
  }
}
