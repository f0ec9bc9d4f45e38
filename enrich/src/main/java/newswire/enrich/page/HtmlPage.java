package newswire.enrich.page;

import java.util.Arrays;
import newswire.text.DecodedText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads an HTML page within limits; beyond them, only what its head says. */
final class HtmlPage {

  /** In bytes. */
  static final int LARGEST = 5_000_000;

  static final String TOO_LARGE = "the page is over 5 MB";
  private static final int HEAD = 100_000;
  private static final int DEEPEST = 512;
  private static final int MOST_NODES = 200_000;

  private HtmlPage() {}

  static Reading read(byte[] bytes, String contentType, String address) {
    if (bytes.length > LARGEST) {
      return headOnly(bytes, contentType, address, TOO_LARGE);
    }
    Document page = parse(DecodedText.of(bytes, contentType).text(), address);
    Landmarks marks = Landmarks.of(page, MOST_NODES);
    if (marks.depth() > DEEPEST) {
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
    byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD));
    Document head = parse(DecodedText.of(start, type).text(), address);
    PageFacts facts = FactsReader.read(head, Landmarks.of(head, MOST_NODES));
    return new Reading(facts.title(), facts.summary(), "", "none", status, facts);
  }

  private static Document parse(String html, String address) {
    return Jsoup.parse(html, address, Parser.htmlParser().setMaxDepth(DEEPEST + 1));
  }
}
