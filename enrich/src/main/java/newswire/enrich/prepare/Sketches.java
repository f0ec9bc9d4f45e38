package newswire.enrich.prepare;

import java.nio.charset.StandardCharsets;
import java.util.List;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Sketch;

/** Makes the sketch of an article: what relating needs, without the text. */
final class Sketches {

  /** Of all functions a sketch is made by. */
  static final int VERSION = 1;

  private static final int FEWEST_TOKENS = 8;

  private Sketches() {}

  static Sketch of(Article article) {
    List<String> tokens = Tokens.of(body(article));
    return Sketch.newBuilder()
        .setArticleId(article.getId())
        .setContentHash(article.getContentHash())
        .setSite(article.getSite())
        .setSourceName(article.getSourceName())
        .setEffective(article.getEffective())
        .setFirstSeen(article.getFirstSeen())
        .setLanguage(article.getLanguage().getTag())
        .setTitle(article.getTitle())
        .setTokens(tokens.size())
        .setBodyHash(hash(tokens))
        .setSketchVersion(VERSION)
        .build();
  }

  /** The text without its standfirst, which every outlet writes anew above the same report. */
  private static String body(Article article) {
    String standfirst = article.getSummary() + "\n";
    return article.getText().startsWith(standfirst)
        ? article.getText().substring(standfirst.length())
        : article.getText();
  }

  /** SHA-256 over the tokens separated by spaces; empty for too few to tell a copy by. */
  static String hash(List<String> tokens) {
    return tokens.size() < FEWEST_TOKENS
        ? ""
        : ArticleId.sha256(String.join(" ", tokens).getBytes(StandardCharsets.UTF_8));
  }
}
