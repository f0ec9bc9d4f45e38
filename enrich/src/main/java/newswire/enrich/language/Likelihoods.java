package newswire.enrich.language;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How likely each language of a script is by what is known without the project's own training: the
 * n-gram model of OpenNLP, how much news there is in a language, and the words and letters that set
 * relatives apart. Safe for use by several threads.
 */
final class Likelihoods {

  /** The model has learned Serbian in Cyrillic only, and takes the Latin one for Croatian. */
  private static final double SERBIAN_AS_CROATIAN = StrictMath.log(0.6);

  private static final int CROATIAN = Tongue.in(Script.LATIN).indexOf(Tongue.HR);
  private static final int SERBIAN = Tongue.in(Script.LATIN).indexOf(Tongue.SR_LATN);
  private static final int ARABIC = Tongue.in(Script.ARABIC).indexOf(Tongue.AR);

  private final Map<Script, NgramModel> models = NgramModel.load();
  private final Cousins cousins = new Cousins();

  private Likelihoods() {}

  /** The one there is, loaded when first needed. */
  static Likelihoods loaded() {
    return Loaded.INSTANCE;
  }

  /**
   * Natural logarithms of what is proportional to the probabilities.
   *
   * @param script one that several languages are written in
   * @return one for each of {@link Tongue#in}, in that order
   */
  double[] of(String text, Script script) {
    List<Tongue> tongues = Tongue.in(script);
    double[] scores = new double[tongues.size()];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    NgramModel model = models.get(script);
    if (model == null) {
      return scores;
    }
    double[] learned = model.scores(text);
    int likeliest = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = learned[i] + tongues.get(i).logPrior();
      if (script == Script.ARABIC && i == ARABIC) {
        scores[i] += StrictMath.log(OwnLetters.favourOfArabic(text));
      }
      likeliest = scores[i] > scores[likeliest] ? i : likeliest;
    }
    if (script == Script.LATIN) {
      scores[SERBIAN] = Math.max(scores[SERBIAN], scores[CROATIAN] + SERBIAN_AS_CROATIAN);
    }
    cousins.weigh(text, tongues, scores, likeliest);
    return scores;
  }

  private static final class Loaded {

    static final Likelihoods INSTANCE = new Likelihoods();
  }
}
