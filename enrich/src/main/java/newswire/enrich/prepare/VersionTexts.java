package newswire.enrich.prepare;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newswire.schemas.avro.Article;

/**
 * What is kept of the texts of an article's versions, one record a content hash: title and text of
 * the greatest observation with it. The {@value #KEPT} greatest are kept, and of those longer than
 * {@value #LONGEST} bytes only that they were there.
 *
 * <p>Which records are kept depends on the set of observations alone: what is left out stays out
 * until it is observed again with a greater rank, and then it brings its text along.
 */
final class VersionTexts {

  static final int KEPT = 10;
  static final int LONGEST = 100_000;

  private static final Comparator<Article> ORDER =
      Comparator.comparing(Versions::current, Versions.RANK)
          .thenComparing(Article::getSourceId)
          .thenComparing(Article::getTitle)
          .thenComparing(Article::getText);

  /** Title and text of one version. */
  record Text(String title, String text) {

    static Text of(Article article) {
      return new Text(article.getTitle(), article.getText());
    }
  }

  private VersionTexts() {}

  /** The record of an article's own observation. */
  static Article of(Article article) {
    boolean tooLong =
        bytes(article.getTitle()) > LONGEST || bytes(article.getText()) > LONGEST;
    return Article.newBuilder()
        .setId(article.getId())
        .setContentHash(article.getContentHash())
        .setSourceId(article.getSourceId())
        .setVersions(List.of(Versions.current(article)))
        .setTitle(tooLong ? "" : article.getTitle())
        .setText(tooLong ? "" : article.getText())
        .build();
  }

  /** Of these records, those that are kept, by content hash. */
  static Map<String, Article> kept(Collection<Article> records) {
    Map<String, Article> greatest = new HashMap<>();
    for (Article each : records) {
      greatest.merge(
          each.getContentHash(), each, (one, other) -> ORDER.compare(one, other) >= 0 ? one : other);
    }
    Map<String, Article> kept = new LinkedHashMap<>();
    greatest.values().stream()
        .sorted(ORDER.reversed())
        .limit(KEPT)
        .forEach(each -> kept.put(each.getContentHash(), each));
    return kept;
  }

  /** Those whose text is known, by content hash. */
  static Map<String, Text> known(Collection<Article> records) {
    Map<String, Text> known = new HashMap<>();
    for (Article each : records) {
      if (!each.getTitle().isEmpty() || !each.getText().isEmpty()) {
        known.put(each.getContentHash(), Text.of(each));
      }
    }
    return known;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
