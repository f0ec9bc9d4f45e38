package newswire.ingest.feed;

import java.util.Locale;
import newswire.text.DecodedText;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, and JSON Feed. Malformed XML is read as far as it
 * goes.
 */
public final class FeedReader {

  static final int LARGEST = 16 * 1024 * 1024;
  private static final int SNIFFED = 1_000;

  private FeedReader() {}

  /**
   * Reads a feed; a pure function.
   *
   * @param contentType value of the HTTP header, if there was one
   * @param baseUrl what relative links are relative to
   * @throws UnreadableFeed if the body is not a feed; nothing else is ever thrown
   */
  public static Feed read(byte[] body, @Nullable String contentType, String baseUrl)
      throws UnreadableFeed {
    return parse(body, contentType, baseUrl).feed();
  }

  /** All that it says, also what has no place in our records. */
  static ParsedFeed parse(byte[] body, @Nullable String contentType, String baseUrl)
      throws UnreadableFeed {
    if (body.length > LARGEST) {
      throw new UnreadableFeed("it is larger than " + LARGEST + " bytes");
    }
    try {
      return read(Mojibake.withoutControls(DecodedText.of(body, contentType).text()), baseUrl);
    } catch (RuntimeException | StackOverflowError e) {
      // The libraries beneath were not made for hostile input; one bad feed must not stop others.
      throw new UnreadableFeed("the parser failed on it (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private static ParsedFeed read(String text, String baseUrl) throws UnreadableFeed {
    int start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    if (start == text.length()) {
      throw new UnreadableFeed("it is empty");
    }
    String trimmed = text.substring(start);
    if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
      return JsonFeed.read(trimmed, baseUrl);
    }
    String beginning =
        trimmed.substring(0, Math.min(SNIFFED, trimmed.length())).toLowerCase(Locale.ROOT);
    if (beginning.startsWith("<!doctype html") || beginning.startsWith("<html")) {
      throw new UnreadableFeed("it is an HTML page, not a feed");
    }
    return XmlFeed.read(trimmed, baseUrl);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\uFEFF' || c == 0;
  }
}
