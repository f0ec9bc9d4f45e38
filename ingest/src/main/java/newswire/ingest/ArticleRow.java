package newswire.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import newswire.ingest.wire.UnreadableWire;
import newswire.ingest.wire.WireReader;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;
import newswire.text.ClaimedTime;
import okhttp3.HttpUrl;

/**
 * Rows of JSON: {@code {id?, url?, source?, title?, text?|html?, published?, fetched?, lang?}}, all
 * of them strings; a row may also be ninjs. Fields not named here are ignored.
 */
public final class ArticleRow {

  static {
    TrustedRecords.register();
  }

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true)
          .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
          .configure(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION, false);

  private static final int LONGEST_ID = 2_000;
  private static final int LONGEST_NAME = 200;
  private static final Duration AHEAD = Duration.ofDays(1);

  private final JsonNode row;

  private ArticleRow(JsonNode row) {
    this.row = row;
  }

  /**
   * Reads one row.
   *
   * @param line UTF-8, without line feed
   * @param place for messages, such as {@code news.jsonl:7}
   * @param now when it was fetched, if the row does not say
   */
  public static FileItem read(byte[] line, String place, Instant now) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      JsonNode row = JSON.readTree(text);
      if (!row.isObject()) {
        throw new BadRow("not a JSON object");
      }
      return new FileItem.Read(
          place,
          WireReader.recognises(row)
              ? WireReader.read(row, line, now)
              : new ArticleRow(row).article(now));
    } catch (CharacterCodingException e) {
      return new FileItem.Refused(place, "not UTF-8", line);
    } catch (JsonProcessingException e) {
      String reason = "not valid JSON: " + firstLine(e.getOriginalMessage());
      return new FileItem.Refused(place, reason, line);
    } catch (BadRow | UnreadableWire e) {
      return new FileItem.Refused(place, String.valueOf(e.getMessage()), line);
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private RawArticle article(Instant now) throws BadRow {
    boolean html = row.hasNonNull("html");
    if (html && row.hasNonNull("text")) {
      throw new BadRow("fields text and html: only one of them may be given");
    }
    String body = text(html ? "html" : "text");
    String title = text("title");
    String url = url();
    if (body.isBlank() && title.isBlank()) {
      throw new BadRow("it has neither text nor html nor title");
    }
    String source = text("source", LONGEST_NAME).strip();
    FeedEntry entry = entry(title, url);
    return RawArticle.newBuilder()
        .setSourceId(source.isEmpty() ? ArticleFiles.FILE : SourceId.ofName(source))
        .setSourceName(source.isEmpty() ? ArticleFiles.FILE : source)
        .setItemId(entry.getGuid())
        .setUrl(url)
        .setFetched(fetched(now))
        .setContentType(
            body.isEmpty() ? "" : (html ? "text/html" : "text/plain") + ";charset=UTF-8")
        .setBody(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)))
        .setEntry(entry)
        .build();
  }

  private FeedEntry entry(String title, String url) throws BadRow {
    String published = text("published", LONGEST_NAME);
    ClaimedTime time = ClaimedTime.read(published);
    return FeedEntry.newBuilder()
        .setGuid(text("id", LONGEST_ID))
        .setLink(url)
        .setTitle(title.replaceAll("\\s+", " ").strip())
        .setPublishedText(published)
        .setPublished(time.instant())
        .setPublishedPrecision(time.precision())
        .setLanguage(text("lang", LONGEST_NAME))
        .build();
  }

  private String url() throws BadRow {
    String url = text("url").strip();
    if (!url.isEmpty() && (HttpUrl.parse(url) == null || CanonicalUrl.parse(url).isEmpty())) {
      throw new BadRow("field url: not an HTTP address");
    }
    return url;
  }

  private Instant fetched(Instant now) throws BadRow {
    String text = text("fetched");
    if (text.isEmpty()) {
      return now;
    }
    Instant fetched = ClaimedTime.read(text).instant();
    if (fetched == null) {
      throw new BadRow("field fetched: not a time");
    }
    // A time to come would be the horizon of all that is compared with it.
    if (fetched.isAfter(now.plus(AHEAD))) {
      throw new BadRow("field fetched: more than a day in the future");
    }
    return fetched;
  }

  private String text(String field, int longest) throws BadRow {
    String text = text(field);
    if (text.length() > longest) {
      throw new BadRow("field " + field + ": longer than " + longest + " characters");
    }
    return text;
  }

  private String text(String field) throws BadRow {
    JsonNode value = row.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      String type = value.getNodeType().name().toLowerCase(Locale.ROOT);
      throw new BadRow("field " + field + ": expected a string, found " + type);
    }
    return value.textValue();
  }

  private static final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;

    BadRow(String reason) {
      super(reason);
    }
  }
}
