package newswire.enrich.page;

import java.util.ArrayList;
import java.util.List;

/** Reads a plain-text article: its first line is the headline, each further line a paragraph. */
final class PlainText {

  private PlainText() {}

  /** {@code given}: the headline if it is known from elsewhere, else empty. */
  static Reading read(byte[] bytes, String contentType, String given) {
    if (bytes.length > HtmlPage.LARGEST) {
      return Reading.failed(HtmlPage.TOO_LARGE);
    }
    String text = CleanText.lines(PageDecoder.decode(bytes, contentType));
    if (text.isEmpty()) {
      return Reading.failed("the file holds no text");
    }
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String headline = given.isEmpty() ? lines.remove(0) : given;
    lines.removeIf(headline::equals);
    return Reading.of(headline, "", String.join("\n", lines), "plain-text");
  }
}
