package newswire.enrich.language;

import java.util.List;
import newswire.enrich.Confidence;
import newswire.enrich.Stage;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.LanguageScore;

/**
 * Sets an article's language by its title and text together, and the shares of languages where its
 * paragraphs are in several. Confidences and shares have four decimals.
 */
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
    List<LanguageScore> shares = MixedText.shares(detector, article.getText(), language);
    return Article.newBuilder(article)
        .setLanguage(
            new Language(
                language.getTag(),
                Confidence.rounded(language.getConfidence()),
                rounded(language.getAlternatives()),
                rounded(shares)))
        .build();
  }

  private static List<LanguageScore> rounded(List<LanguageScore> scores) {
    return scores.stream()
        .map(s -> new LanguageScore(s.getTag(), Confidence.rounded(s.getConfidence())))
        .toList();
  }

  @Override
  public String name() {
    return "language";
  }
}
