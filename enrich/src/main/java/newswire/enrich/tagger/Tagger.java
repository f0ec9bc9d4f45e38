package newswire.enrich.tagger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds names of persons, places and organisations with a linear-chain conditional random field for
 * each language that has a corpus, and one for the others of cased scripts. Safe for use by several
 * threads; a model is loaded when its language first comes up.
 */
public final class Tagger {

  /** The language of the model for languages without one. */
  public static final String ANY = "und";

  /** Languages tagged by the model of another. */
  private static final Map<String, String> TAGGED_AS = Map.of("nb", "no", "nn", "no");

  /** A sentence is cut after so many tokens. */
  private static final int LONGEST = 512;

  private static final double HALF = 0.5;

  /** What the model for languages without one is less sure of is left out. */
  private static final double SURE_OF_ANY = 0.75;

  private final Source source;
  private final Map<String, Optional<Model>> models = new ConcurrentHashMap<>();
  private final ThreadLocal<Workspace> workspaces = ThreadLocal.withInitial(Workspace::new);

  /** Where models come from. */
  private interface Source {
    @Nullable InputStream open(String file) throws IOException;
  }

  /** What one thread works with. */
  private static final class Workspace {
    final Tokens tokens = new Tokens();
    final Decoder decoder = new Decoder();
    final Map<String, Features> features = new HashMap<>();
    byte[] tags = new byte[0];
  }

  private Tagger(Source source) {
    this.source = source;
  }

  /** With the models of this project. */
  public static Tagger standard() {
    return new Tagger(Tagger.class::getResourceAsStream);
  }

  /** With models that {@link TaggerTraining} wrote to a directory. */
  public static Tagger of(Path directory) {
    return new Tagger(
        file -> {
          Path path = directory.resolve(file);
          return Files.exists(path) ? Files.newInputStream(path) : null;
        });
  }

  static Tagger of(Model model) {
    Tagger tagger = new Tagger(file -> null);
    tagger.models.put(model.language(), Optional.of(model));
    return tagger;
  }

  /** File name of the model for {@code language}. */
  static String file(String language) {
    return language + ".ner";
  }

  /** The language by whose model texts in {@code language} are tagged. */
  public static String modelOf(String language) {
    String primary = language.split("-", 2)[0];
    return TAGGED_AS.getOrDefault(primary, primary);
  }

  /** Whether texts in {@code language} are tagged by a model of its own. */
  public boolean knows(String language) {
    return !modelOf(language).equals(ANY) && model(modelOf(language)).isPresent();
  }

  private Optional<Model> model(String language) {
    return models.computeIfAbsent(language, this::load);
  }

  private Optional<Model> load(String language) {
    try (InputStream in = source.open(file(language))) {
      return in == null
          ? Optional.empty()
          : Optional.of(ModelFile.read(new BufferedInputStream(in)).model());
    } catch (IOException e) {
      throw new UncheckedIOException("the tagger's model for " + language + " cannot be read", e);
    }
  }

  /**
   * The names in a text, in its order, none overlapping.
   *
   * @param language BCP 47 tag
   * @param hints the gazetteer's, in the order of the text, none within another
   */
  public List<Span> tag(String text, String language, List<Hint> hints) {
    Workspace work = workspaces.get();
    work.tokens.read(text);
    Model model = model(modelOf(language)).orElse(null);
    if (model == null && isMostlyCased(work.tokens)) {
      model = model(ANY).orElse(null);
    }
    if (model == null) {
      return List.of();
    }
    List<Span> spans = tag(text, model, hints, work);
    if (model.language().equals(ANY)) {
      spans.removeIf(span -> span.confidence() < SURE_OF_ANY);
    }
    return spans;
  }

  private static boolean isMostlyCased(Tokens tokens) {
    int cased = 0;
    int words = 0;
    for (int i = 0; i < tokens.count; i++) {
      byte kind = tokens.kind[i];
      cased += kind == Letters.UPPER || kind == Letters.LOWER ? 1 : 0;
      words += kind >= Letters.LOWER ? 1 : 0;
    }
    return cased > words * HALF;
  }

  private static List<Span> tag(String text, Model model, List<Hint> hints, Workspace work) {
    Tokens tokens = work.tokens;
    Features features =
        work.features.computeIfAbsent(
            model.language(), any -> featuresOf(model.language(), model.lexicon()));
    features.read(text, tokens, Hints.of(hints, tokens));
    work.tags = work.tags.length < tokens.count ? new byte[tokens.count * 2] : work.tags;
    List<Span> spans = new ArrayList<>();
    int first = 0;
    while (first < tokens.count) {
      int end = first + 1;
      while (end < tokens.count && !tokens.opens[end] && end - first < LONGEST) {
        end++;
      }
      work.decoder.weigh(model, features, first, end);
      work.decoder.best(work.tags, first);
      addSpans(model, work, first, end, spans);
      first = end;
    }
    return spans;
  }

  private static void addSpans(Model model, Workspace work, int first, int end, List<Span> spans) {
    boolean ready = false;
    int at = first;
    while (at < end) {
      int from = at++;
      int tag = work.tags[from];
      if (tag != Tags.O) {
        if (!ready) {
          work.decoder.backward();
          ready = true;
        }
        int margin = work.decoder.margin(from - first, tag);
        while (at < end && Tags.isInside(work.tags[at])) {
          margin = Math.min(margin, work.decoder.margin(at - first, work.tags[at]));
          at++;
        }
        double confidence = 1 / (1 + StrictMath.exp(-margin / model.scale()));
        spans.add(
            new Span(work.tokens.start[from], work.tokens.end[at - 1], Tags.type(tag), confidence));
      }
    }
  }

  /** The features that a language is trained and tagged with. */
  static Features featuresOf(String language, Lexicon lexicon) {
    return switch (language) {
      case "zh", "ja" -> new CharFeatures(NameLists.of(language), Vocabulary.of(language), false);
      case "ko" -> new CharFeatures(NameLists.of(language), Vocabulary.of(language), true);
      default ->
          new WordFeatures(
              lexicon,
              Cues.STANDARD,
              NameLists.of(language),
              WordClusters.of(language),
              language.equals(ANY));
    };
  }
}
