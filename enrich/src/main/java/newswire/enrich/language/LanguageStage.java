package newswire.enrich.language;

import newswire.enrich.Stage;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Language;

/** Sets an article's language by its title and text together. */
public final class LanguageStage implements Stage {

  private final LanguageDetector detector;

  /** The detector may be shared. */
  public LanguageStage(LanguageDetector detector) {
    this.detector = detector;
  }

  @Override
  public Article apply(Article article) {
    String words = article.getTitle() + "\n" + article.getText();
    Language language = detector.detect(words, article.getDeclaredLanguage());
    return Article.newBuilder(article).setLanguage(language).build();
  }

  @Override
  public String name() {
    return "language";
  }
}
