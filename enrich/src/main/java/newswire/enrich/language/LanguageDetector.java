package newswire.enrich.language;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.LanguageScore;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of a text: by its script where that has one language, else by OpenNLP's n-gram
 * model cut to the languages of the news. Safe for use by several threads.
 *
 * <p>Confidence is 1 - p2/p1 of the two best candidates, from 0 (a draw) to 1.
 */
public final class LanguageDetector {

  private static final String MODEL = "/langdetect-183.bin";
  private static final int FEWEST_LETTERS = 3;
  private static final double KANA_SHARE = 0.03;
  private static final int ALTERNATIVES = 3;

  /** Confidence in what the letters alone say. */
  private static final double SURE = 0.95;

  /** Below this confidence a hint decides between the candidates. */
  private static final double UNSURE = 0.5;

  /** Below this one, and without a hint, nothing is claimed. */
  private static final double DRAW = 0.005;

  private final LanguageDetectorME model = new LanguageDetectorME(Model.LOADED);

  private record Candidate(Tongue tongue, double probability) {}

  /**
   * The language of {@code text}; tag {@code und} if it cannot be told.
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
  private static Script dominant(Letters letters) {
    int east = letters.of(Script.HAN) + letters.of(Script.KANA);
    Script best = Script.OTHER;
    int most = 0;
    for (Script script : Script.values()) {
      int count = script == Script.HAN ? east : letters.of(script);
      if (script != Script.KANA && count > most) {
        best = script;
        most = count;
      }
    }
    boolean japanese = best == Script.HAN && letters.of(Script.KANA) > east * KANA_SHARE;
    return japanese ? Script.KANA : best;
  }

  private List<Candidate> ranked(String text, Script script) {
    Map<Tongue, Double> best = new EnumMap<>(Tongue.class);
    for (opennlp.tools.langdetect.Language guess : model.predictLanguages(text)) {
      for (Tongue tongue : Tongue.labelled(guess.getLang())) {
        if (tongue.script() == script) {
          best.merge(tongue, guess.getConfidence() * tongue.prior(), Math::max);
        }
      }
    }
    if (script == Script.ARABIC) {
      best.computeIfPresent(Tongue.AR, (any, p) -> p * OwnLetters.favourOfArabic(text));
    }
    best.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(likeliest -> Model.COUSINS.weigh(text, best, likeliest.getKey()));
    List<Candidate> candidates = new ArrayList<>();
    best.forEach((tongue, p) -> candidates.add(new Candidate(tongue, p)));
    candidates.sort(Comparator.comparingDouble(Candidate::probability).reversed());
    return candidates;
  }

  private static Language decide(List<Candidate> ranked, String hint) {
    Candidate first = ranked.get(0);
    double confidence = sureness(first, ranked.get(1));
    if (confidence < UNSURE) {
      Optional<Candidate> hinted =
          ranked.stream()
              .filter(
                  c -> isSame(c.tongue(), hint) && c.probability() > first.probability() * UNSURE)
              .findFirst();
      if (hinted.isPresent()) {
        return language(hinted.get(), confidence, ranked);
      }
    }
    return confidence < DRAW
        ? undetermined(scores(ranked, ranked.size()))
        : language(first, confidence, ranked);
  }

  private static double sureness(Candidate first, Candidate second) {
    return first.probability() <= 0 ? 0 : 1 - second.probability() / first.probability();
  }

  private static boolean isSame(Tongue tongue, String hint) {
    return ULocale.forLanguageTag(hint)
        .getLanguage()
        .equals(ULocale.forLanguageTag(tongue.tag()).getLanguage());
  }

  private static Language language(Candidate chosen, double confidence, List<Candidate> ranked) {
    List<Candidate> others = ranked.stream().filter(c -> c != chosen).toList();
    return language(chosen.tongue(), confidence, scores(others, ALTERNATIVES));
  }

  /** Each candidate's share of what all of them have. */
  private static List<LanguageScore> scores(List<Candidate> candidates, int most) {
    return candidates.stream()
        .limit(Math.min(most, ALTERNATIVES))
        .map(c -> new LanguageScore(c.tongue().tag(), c.probability()))
        .toList();
  }

  private static Language undetermined(List<LanguageScore> alternatives) {
    return new Language("und", 0.0, alternatives, List.of());
  }

  private static Language language(
      Tongue tongue, double confidence, List<LanguageScore> alternatives) {
    return new Language(tongue.tag(), confidence, alternatives, List.of());
  }

  /** Loaded once, when first needed: 10 MB on disk. */
  private static final class Model {

    static final LanguageDetectorModel LOADED = load();
    static final Cousins COUSINS = new Cousins();

    private static LanguageDetectorModel load() {
      try (InputStream in = LanguageDetector.class.getResourceAsStream(MODEL)) {
        if (in == null) {
          throw new IllegalStateException("the language model is missing from the class path");
        }
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException("the language model cannot be read", e);
      }
    }
  }
}
