package newswire.enrich.page;

import newswire.text.DecodedText;
import newswire.text.PageLimits;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads an HTML page within limits; beyond them, only what its head says. */
final class HtmlPage {

  static final String TOO_LARGE = "the page is over 5 MB";
  private static final int MOST_NODES = 200_000;

  private HtmlPage() {}

  static Reading read(byte[] bytes, String contentType, String address) {
    if (bytes.length > PageLimits.LARGEST) {
      return headOnly(bytes, contentType, address, TOO_LARGE);
    }
    Document page = parse(DecodedText.of(bytes, contentType).text(), address);
    Landmarks marks = Landmarks.of(page, MOST_NODES);
    if (marks.depth() > PageLimits.DEEPEST) {
      return headOnly(bytes, contentType, address, "the page is nested over 512 deep");
    }
    if (marks.nodes() > MOST_NODES) {
      return headOnly(bytes, contentType, address, "the page has over 200,000 nodes");
    }
    PageFacts facts = FactsReader.read(page, marks);
    Body body = BodyReader.read(page, facts, marks);
    String summary = body.standfirst().isEmpty() ? facts.summary() : body.standfirst();
    return new Reading(facts.title(), summary, body.text(), body.rule(), "ok", facts);
  }

  private static Reading headOnly(byte[] bytes, String type, String address, String status) {
    byte[] start = PageLimits.head(bytes);
    Document head = parse(DecodedText.of(start, type).text(), address);
    PageFacts facts = FactsReader.read(head, Landmarks.of(head, MOST_NODES));
    return new Reading(facts.title(), facts.summary(), "", "none", status, facts);
  }

  private static Document parse(String html, String address) {
    return Jsoup.parse(html, address, Parser.htmlParser().setMaxDepth(PageLimits.DEEPEST + 1));
  }
}
