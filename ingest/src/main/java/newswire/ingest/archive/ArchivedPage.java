package newswire.ingest.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.avro.RawArticle;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Reads one record: an HTML page that was served as such becomes an article. */
final class ArchivedPage {

  /** Id and name of the source of archived pages. */
  static final String SOURCE = "warc";

  static final int LARGEST = 6 * 1024 * 1024;
  private static final int LONGEST_ADDRESS = 8_000;

  private ArchivedPage() {}

  /** Never fails for what is in the record, but for the archive ending within it. */
  static Archived read(WarcRecord record) {
    if (!(record instanceof WarcResponse response)) {
      return new Archived.Other();
    }
    String url = "";
    try {
      url = response.target();
      if (!url.startsWith("http")) {
        return new Archived.Other();
      }
      HttpResponse http = response.http();
      String type = http.headers().first("Content-Type").orElse("");
      if (http.status() / 100 != 2 || !type.toLowerCase(Locale.ROOT).contains("html")) {
        return new Archived.Other();
      }
      return page(url, response.date(), http, type);
    } catch (IOException | RuntimeException e) {
      // One page at fault must not stop the others; if it is the file's end, that is told as such.
      return new Archived.Refused(url, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private static Archived page(String url, Instant captured, HttpResponse http, String type)
      throws IOException {
    byte[] body = http.bodyDecoded().stream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      return new Archived.Refused(url, "larger than " + LARGEST + " bytes");
    }
    if (body.length == 0) {
      return new Archived.Refused(url, "the page is empty");
    }
    if (url.length() > LONGEST_ADDRESS || CanonicalUrl.parse(url).isEmpty()) {
      return new Archived.Refused(url, "not an HTTP address");
    }
    if (captured.isBefore(Instant.EPOCH)) {
      throw new DateTimeException("captured before 1970");
    }
    // The crawler's fetch is the fetch: an old page never outranks one that was seen later.
    Instant time = Instant.ofEpochMilli(captured.toEpochMilli());
    return new Archived.Page(
        RawArticle.newBuilder()
            .setSourceId(SOURCE)
            .setSourceName(SOURCE)
            .setUrl(url)
            .setFetched(time)
            .setCaptured(time)
            .setHttpStatus(http.status())
            .setContentType(type)
            .setBody(ByteBuffer.wrap(body))
            .build());
  }
}
