package newswire.enrich.language;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.LanguageScore;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text: by its script where that has one language, else by OpenNLP's n-gram
 * model cut to the languages of the news, mended for short texts by {@link Reranker}. Safe for use
 * by several threads.
 *
 * <p>Confidence is 1 - p2/p1 of the two best candidates, from 0 (a draw) to 1; of their margin m =
 * ln(p1/p2) it is 1 - exp(-m).
 */
public final class LanguageDetector {

  /**
   * OpenNLP's probabilities are far too even. The second scorer is learned on their third power,
   * which cross-validation prefers to lower ones.
   */
  static final int SHARPNESS = 3;

  private static final int FEWEST_LETTERS = 3;
  private static final double KANA_SHARE = 0.03;
  private static final int ALTERNATIVES = 3;

  /** A syllable or a word to a character: as much as two letters of an alphabet say. */
  private static final int EAST_ASIAN_WEIGHT = 2;

  /** Confidence in what the letters alone say. */
  private static final double SURE = 0.95;

  /** Below this confidence a hint decides between the candidates. */
  private static final double UNSURE = 0.5;

  /** Below this one, and without a hint, nothing is claimed. */
  private static final double DRAW = 0.005;

  private final Reranker reranker;

  private record Candidate(Tongue tongue, double score) {}

  /** With the models that ship, which are loaded once. */
  public LanguageDetector() {
    this(Shipped.RERANKER);
  }

  LanguageDetector(Reranker reranker) {
    this.reranker = reranker;
  }

  /**
   * The language of {@code text}; tag {@code und} if it cannot be told. The shares are empty.
   *
   * @param hint a tag claimed by the source, a tie-break only; may be empty
   */
  public Language detect(String text, String hint) {
    Letters letters = Letters.sample(text);
    if (letters.count() < FEWEST_LETTERS) {
      return undetermined(List.of());
    }
    Script script = dominant(letters);
    List<Tongue> written = Tongue.in(script);
    if (written.isEmpty()) {
      return undetermined(List.of());
    }
    if (written.size() == 1) {
      return language(written.get(0), 1.0, List.of());
    }
    Optional<Tongue> own =
        script == Script.ARABIC ? OwnLetters.of(letters.text()) : Optional.empty();
    return own.map(tongue -> language(tongue, SURE, List.of()))
        .orElseGet(() -> decide(ranked(letters.text(), script), hint));
  }

  /** The script with most letters; a little kana makes a Han text Japanese. */
  static Script dominant(Letters letters) {
    int east = letters.of(Script.HAN) + letters.of(Script.KANA);
    Script best = Script.OTHER;
    int most = 0;
    for (Script script : Script.values()) {
      int weight =
          switch (script) {
            case HAN -> east * EAST_ASIAN_WEIGHT;
            case KANA -> 0;
            case HANGUL -> letters.of(script) * EAST_ASIAN_WEIGHT;
            default -> letters.of(script);
          };
      if (weight > most) {
        best = script;
        most = weight;
      }
    }
    boolean japanese = best == Script.HAN && letters.of(Script.KANA) > east * KANA_SHARE;
    return japanese ? Script.KANA : best;
  }

  /** How many letters of an alphabet would say as much. */
  static int weight(Letters letters) {
    int eastAsian = letters.of(Script.HAN) + letters.of(Script.KANA) + letters.of(Script.HANGUL);
    return letters.count() + eastAsian * (EAST_ASIAN_WEIGHT - 1);
  }

  private List<Candidate> ranked(String text, Script script) {
    double[] likely = Likelihoods.loaded().of(text, script);
    double[] scores = reranker.rerank(likely, text, script);
    List<Tongue> tongues = Tongue.in(script);
    List<Candidate> candidates = new ArrayList<>(scores.length);
    for (int i = 0; i < scores.length; i++) {
      candidates.add(new Candidate(tongues.get(i), scores[i] * SHARPNESS));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return candidates;
  }

  private static Language decide(List<Candidate> ranked, String hint) {
    Candidate first = ranked.get(0);
    double confidence = 1 - StrictMath.exp(ranked.get(1).score() - first.score());
    if (confidence < UNSURE) {
      Optional<Candidate> hinted =
          ranked.stream()
              .filter(c -> c.score() > first.score() + StrictMath.log(UNSURE))
              .filter(c -> isSame(c.tongue(), hint))
              .findFirst();
      if (hinted.isPresent()) {
        return language(hinted.get(), confidence, ranked);
      }
    }
    return confidence < DRAW
        ? undetermined(scores(ranked, null))
        : language(first, confidence, ranked);
  }

  private static boolean isSame(Tongue tongue, String hint) {
    return ULocale.forLanguageTag(hint)
        .getLanguage()
        .equals(ULocale.forLanguageTag(tongue.tag()).getLanguage());
  }

  private static Language language(Candidate chosen, double confidence, List<Candidate> ranked) {
    return language(chosen.tongue(), confidence, scores(ranked, chosen));
  }

  /** The best but {@code chosen}, each with its share of the probability of all. */
  private static List<LanguageScore> scores(List<Candidate> ranked, @Nullable Candidate chosen) {
    double top = ranked.get(0).score();
    double all = 0;
    for (Candidate candidate : ranked) {
      all += StrictMath.exp(candidate.score() - top);
    }
    List<LanguageScore> scores = new ArrayList<>(ALTERNATIVES);
    for (int i = 0; i < ranked.size() && scores.size() < ALTERNATIVES; i++) {
      Candidate other = ranked.get(i);
      if (other != chosen) {
        scores.add(
            new LanguageScore(other.tongue().tag(), StrictMath.exp(other.score() - top) / all));
      }
    }
    return scores;
  }

  private static Language undetermined(List<LanguageScore> alternatives) {
    return new Language("und", 0.0, alternatives, List.of());
  }

  private static Language language(
      Tongue tongue, double confidence, List<LanguageScore> alternatives) {
    return new Language(tongue.tag(), confidence, alternatives, List.of());
  }

  /** Loaded when first needed. */
  private static final class Shipped {

    static final Reranker RERANKER = Reranker.load();
  }
}
