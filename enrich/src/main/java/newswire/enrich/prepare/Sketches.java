package newswire.enrich.prepare;

import java.util.List;
import newswire.enrich.sketch.Fingerprint;
import newswire.enrich.story.StoryFeatures;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Sketch;

/** Makes the sketch of an article: what relating needs, without the text. */
public final class Sketches {

  private Sketches() {}

  public static Sketch of(Article article) {
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

  /** The text without its standfirst, which every outlet writes anew above the same report. */
  private static String body(Article article) {
    String standfirst = article.getSummary() + "\n";
    return article.getText().startsWith(standfirst)
        ? article.getText().substring(standfirst.length())
        : article.getText();
  }
}
