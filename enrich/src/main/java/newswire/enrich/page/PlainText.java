package newswire.enrich.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import newswire.text.DecodedText;
import newswire.text.PageLimits;

/** Reads a plain-text article: each line is a paragraph. */
final class PlainText {

  private PlainText() {}

  /** A file: its first line is the headline. */
  static Reading file(byte[] bytes, String contentType) {
    return read(bytes, contentType, lines -> lines.remove(0));
  }

  /** A text whose headline, if it has one, is known from elsewhere. */
  static Reading text(byte[] bytes, String contentType, String headline) {
    return read(bytes, contentType, lines -> headline);
  }

  private static Reading read(
      byte[] bytes, String contentType, Function<List<String>, String> headlineOf) {
    if (bytes.length > PageLimits.LARGEST) {
      return Reading.failed(HtmlPage.TOO_LARGE);
    }
    String text = CleanText.lines(DecodedText.of(bytes, contentType).text());
    if (text.isEmpty()) {
      return Reading.failed("the file holds no text");
    }
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String headline = headlineOf.apply(lines);
    lines.removeIf(headline::equals);
    return Reading.of(headline, "", String.join("\n", lines), "plain-text");
  }
}
