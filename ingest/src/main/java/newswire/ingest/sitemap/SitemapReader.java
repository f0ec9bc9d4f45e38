package newswire.ingest.sitemap;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import newswire.ingest.feed.FeedReader;
import newswire.ingest.feed.UnreadableFeed;
import newswire.schemas.TrustedRecords;
import newswire.text.DecodedText;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads sitemaps and indexes of them, with what Google's news and image extensions add; also those
 * that are lists of addresses or feeds, which the protocol allows. Malformed XML is read as far as
 * it goes.
 */
public final class SitemapReader {

  static {
    TrustedRecords.register();
  }

  static final int LARGEST = 50 * 1024 * 1024;
  static final int DEEPEST = 64;

  private SitemapReader() {}

  /**
   * Reads a sitemap, zipped or not; a pure function.
   *
   * @param contentType value of the HTTP header, if there was one
   * @param baseUrl where it lies
   * @throws UnreadableSitemap if the body is no sitemap; nothing else is ever thrown
   */
  public static Sitemap read(byte[] body, @Nullable String contentType, String baseUrl)
      throws UnreadableSitemap {
    byte[] plain = unzipped(body);
    if (plain.length > LARGEST) {
      throw new UnreadableSitemap("it is larger than " + LARGEST + " bytes");
    }
    try {
      String text = DecodedText.of(plain, contentType).text().strip();
      return text.startsWith("<") ? xml(text, plain, baseUrl) : list(text);
    } catch (RuntimeException | StackOverflowError e) {
      // The libraries beneath were not made for hostile input.
      throw new UnreadableSitemap(
          "the parser failed on it (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private static byte[] unzipped(byte[] body) throws UnreadableSitemap {
    boolean zipped = body.length > 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
    if (!zipped) {
      return body;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readNBytes(LARGEST + 1);
    } catch (EOFException e) {
      throw new UnreadableSitemap("its gzip is cut off", e);
    } catch (IOException e) {
      throw new UnreadableSitemap("its gzip is damaged", e);
    }
  }

  private static Sitemap xml(String text, byte[] body, String baseUrl) throws UnreadableSitemap {
    Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault).setMaxDepth(DEEPEST + 8);
    Document document = parser.parseInput(text, baseUrl);
    Urls urls = new Urls(baseUrl);
    document.filter(urls::visit);
    if (urls.isTooDeep()) {
      throw new UnreadableSitemap("its elements are nested more than " + DEEPEST + " deep");
    }
    return urls.isSitemap() ? urls.sitemap() : feed(body, baseUrl);
  }

  private static Sitemap feed(byte[] body, String baseUrl) throws UnreadableSitemap {
    try {
      return new Sitemap(FeedReader.read(body, null, baseUrl).entries(), List.of());
    } catch (UnreadableFeed e) {
      throw new UnreadableSitemap("it has no urlset or sitemapindex", e);
    }
  }

  /** One address a line. */
  private static Sitemap list(String text) throws UnreadableSitemap {
    List<String> addresses =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .limit(Sitemap.MOST_ENTRIES)
            .toList();
    if (addresses.isEmpty()) {
      throw new UnreadableSitemap("it is empty");
    }
    if (addresses.stream().anyMatch(line -> HttpUrl.parse(line) == null)) {
      throw new UnreadableSitemap("it is neither XML nor a list of addresses");
    }
    return new Sitemap(addresses.stream().map(Urls::bare).toList(), List.of());
  }
}
