package newswire.enrich.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;

/** Raw articles for the tests of this package. */
final class Raws {

  static final String URL = "https://www.example.org/news/1.html";

  static {
    TrustedRecords.register();
  }

  private Raws() {}

  static RawArticle.Builder html(String html) {
    return of(html, "text/html; charset=utf-8").setUrl(URL);
  }

  static RawArticle.Builder of(String body, String type) {
    return bytes(body.getBytes(UTF_8), type);
  }

  static RawArticle.Builder bytes(byte[] body, String type) {
    return RawArticle.newBuilder().setBody(ByteBuffer.wrap(body)).setContentType(type);
  }

  static FeedEntry.Builder entry() {
    return FeedEntry.newBuilder();
  }

  static Article read(RawArticle.Builder raw) {
    return new PageReader().read(raw.build());
  }

  /** A page as outlets build them: text in an article among navigation, promotion and comments. */
  static String page(String lang, String title, String... paragraphs) {
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html><html lang='").append(lang).append("'><head><title>");
    html.append(title).append(" | Outlet</title>");
    html.append("<meta property='og:site_name' content='Outlet'></head><body>");
    html.append("<nav><ul><li><a href='/'>Home</a></li></ul></nav><article><h1>").append(title);
    html.append("</h1><div class='share-buttons'>Share this</div><div class='article-body'>");
    for (String paragraph : paragraphs) {
      html.append("<p>").append(paragraph).append("</p>");
    }
    html.append(
        "<div class='related'><p><a href='/2'>Another story of the day</a></p></div></div>");
    html.append("</article><section id='comments'><p>What a long and foolish comment this is, ");
    html.append("and it goes on for a while longer.</p></section></body></html>");
    return html.toString();
  }
}
