package newswire.enrich.prepare;

import java.util.List;
import java.util.Set;
import newswire.enrich.sketch.Fingerprint;
import newswire.enrich.sketch.Paragraphs;
import newswire.enrich.story.StoryFeatures;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Sketch;

/**
 * Makes the sketch of an article: what relating needs, without the text and without what its site
 * repeats.
 */
public final class Sketches {

  private Sketches() {}

  /** Of an article whose site is not known. */
  public static Sketch of(Article article) {
    return of(article, Set.of());
  }

  /**
   * Of an article without its boilerplate.
   *
   * @param boilerplate hashes of paragraphs, of {@link #paragraphs}
   */
  static Sketch of(Article article, Set<Long> boilerplate) {
    return drawn(boilerplate.isEmpty() ? article : own(article, boilerplate));
  }

  // What is said by offsets, such as mentions, still means the whole text.
  private static Article own(Article article, Set<Long> boilerplate) {
    String body = body(article);
    int start = article.getText().length() - body.length();
    String text = article.getText().substring(0, start) + Paragraphs.without(body, boilerplate);
    return Article.newBuilder(article).setText(text).build();
  }

  private static Sketch drawn(Article article) {
    Sketch.Builder sketch =
        Fingerprint.of(article.getTitle(), List.of(body(article))).addTo(Sketch.newBuilder());
    return StoryFeatures.addTo(article, sketch)
        .setArticleId(article.getId())
        .setContentHash(article.getContentHash())
        .setSite(article.getSite())
        .setSourceName(article.getSourceName())
        .setEffective(article.getEffective())
        .setFirstSeen(article.getFirstSeen())
        .setLanguage(article.getLanguage().getTag())
        .setTitle(article.getTitle())
        .build();
  }

  /** Those that a sketch is made of. */
  static Paragraphs paragraphs(Article article) {
    return Paragraphs.of(body(article));
  }

  /** The text without its standfirst, which every outlet writes anew above the same report. */
  private static String body(Article article) {
    String standfirst = article.getSummary() + "\n";
    return article.getText().startsWith(standfirst)
        ? article.getText().substring(standfirst.length())
        : article.getText();
  }
}
