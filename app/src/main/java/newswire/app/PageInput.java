package newswire.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.RawArticle;

/**
 * A page to be read, as a file, a row of JSON or bytes give it.
 *
 * @param id how the user calls it
 * @param raw its bytes and address
 */
record PageInput(String id, RawArticle raw) {

  static {
    TrustedRecords.register();
  }

  /** More than the reader looks at: it says itself that a page is too large. */
  static final int LARGEST = 6 * 1024 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  /** No page could be had; the message is one clause. */
  static final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String id;

    private Unusable(String id, String message) {
      super(message);
      this.id = id;
    }

    /** The id of the row; its place where it names none. */
    String id() {
      return id;
    }
  }

  /** A page on disk, which may be gzipped. */
  static PageInput file(String id, String name, String url) throws Unusable {
    try {
      return of(id, Files.readAllBytes(Path.of(name)), type(name), url);
    } catch (IOException | InvalidPathException e) {
      throw new Unusable(id, "cannot read " + name + ": " + e.getClass().getSimpleName());
    }
  }

  /** A page in memory, which may be gzipped. */
  static PageInput of(String id, byte[] body, String contentType, String url) throws IOException {
    byte[] plain = isGzip(body) ? unzipped(body) : body;
    return new PageInput(
        id,
        RawArticle.newBuilder()
            .setUrl(url)
            .setContentType(contentType)
            .setBody(ByteBuffer.wrap(plain))
            .build());
  }

  /**
   * A row {@code {id, file | html, url?}}.
   *
   * @param place stands for an id that the row does not give
   */
  static PageInput row(String line, String place) throws Unusable {
    JsonNode row;
    try {
      row = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new Unusable(place, "the row is not JSON");
    }
    if (row == null || !row.isObject()) {
      throw new Unusable(place, "the row is not a JSON object");
    }
    String id = row.path("id").asText(place);
    String url = row.path("url").asText("");
    if (row.path("html").isTextual()) {
      byte[] body = row.path("html").textValue().getBytes(StandardCharsets.UTF_8);
      return html(id, body, url);
    }
    if (row.path("file").isTextual()) {
      return file(id, row.path("file").textValue(), url);
    }
    throw new Unusable(id, "the row has neither file nor html");
  }

  private static PageInput html(String id, byte[] body, String url) throws Unusable {
    try {
      return of(id, body, "text/html; charset=utf-8", url);
    } catch (IOException e) {
      throw new Unusable(id, "html cannot be read");
    }
  }

  private static String type(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (plain.endsWith(".txt")) {
      return "text/plain";
    }
    return plain.matches(".*\\.x?html?") ? "text/html" : "";
  }

  private static boolean isGzip(byte[] body) {
    return body.length > 2 && (body[0] & 0xFF) == GZIP_FIRST && (body[1] & 0xFF) == GZIP_SECOND;
  }

  private static byte[] unzipped(byte[] body) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readNBytes(LARGEST);
    }
  }
}
