package newswire.enrich.page;

import java.util.List;
import java.util.stream.Collectors;
import newswire.schemas.avro.FeedEntry;
import newswire.text.PageLimits;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Reads what a feed entry says of its article, whose markup may or may not be HTML. */
final class FeedText {

  static final String CONTENT = "feed-content";
  static final String SUMMARY = "feed-summary";
  private static final double LINKS = 0.6;

  private FeedText() {}

  static Reading read(FeedEntry entry) {
    String title = plain(entry.getTitle()).replace('\n', ' ');
    String summary = plain(entry.getSummary());
    String content = plain(entry.getContent());
    String line = summary.replace('\n', ' ');
    return content.length() > summary.length()
        ? Reading.of(title, line, without(title, content), CONTENT)
        : Reading.of(title, line, without(title, summary), summary.isEmpty() ? "none" : SUMMARY);
  }

  private static String without(String title, String text) {
    int end = text.indexOf('\n');
    return end > 0 && Headline.same(text.substring(0, end), title) ? text.substring(end + 1) : text;
  }

  private static String plain(String given) {
    if (given.length() > PageLimits.LARGEST) {
      return "";
    }
    if (given.indexOf('<') < 0 && given.indexOf('&') < 0) {
      return CleanText.lines(given);
    }
    Element body = Jsoup.parseBodyFragment(given).body();
    List<Passage> passages = Passage.in(body, Looks::isNever);
    return passages.stream()
        .filter(passage -> passage.linkShare() <= LINKS)
        .map(Passage::text)
        .collect(Collectors.joining("\n"));
  }
}
