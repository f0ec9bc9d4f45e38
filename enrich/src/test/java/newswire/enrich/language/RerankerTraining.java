package newswire.enrich.language;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import newswire.schemas.TrustedRecords;

/**
 * Trains the model of {@link Reranker} on the development texts, and measures it by
 * cross-validation: folds are contiguous stretches of each language's texts, and no sentence of a
 * tested text is trained on, in whatever form it is there. Run as a program.
 */
public final class RerankerTraining {

  private static final Path TEXTS = Path.of("../../shared/data/language/dev.tsv");
  private static final int FOLDS = 5;
  private static final List<Script> SCRIPTS = List.of(Script.LATIN, Script.CYRILLIC, Script.ARABIC);

  /** With less to learn from, a language is better left to OpenNLP. */
  private static final int FEWEST_LETTERS = 5_000;

  private RerankerTraining() {}

  /** Takes the file to write; without one, prints what cross-validation measures. */
  public static void main(String[] args) throws IOException {
    TrustedRecords.register();
    List<LabelledText> texts = LabelledText.read(TEXTS);
    if (args.length > 0) {
      byte[] model = train(texts, Set.of());
      Files.write(Path.of(args[0]), model);
      Accuracy resubstituted = new Accuracy();
      resubstituted.measure(detector(model), texts);
      resubstituted.print("trained on the same texts");
      System.out.println(model.length + " bytes");
      return;
    }
    Accuracy without = new Accuracy();
    without.measure(new LanguageDetector(new Reranker(Map.of())), texts);
    without.print("without the second scorer");
    Accuracy crossValidated = new Accuracy();
    for (int i = 0; i < FOLDS; i++) {
      int fold = i;
      Map<Boolean, List<LabelledText>> parts =
          texts.stream()
              .collect(Collectors.partitioningBy(text -> (int) (text.place() * FOLDS) == fold));
      List<LabelledText> tested = parts.getOrDefault(true, List.of());
      Set<String> unseen =
          tested.stream()
              .flatMap(LabelledText::sentences)
              .map(LabelledText::beginning)
              .collect(Collectors.toSet());
      byte[] model = train(parts.getOrDefault(false, List.of()), unseen);
      crossValidated.measure(detector(model), tested);
    }
    crossValidated.print("cross-validated in " + FOLDS + " folds");
    crossValidated.printConfusions();
  }

  private static LanguageDetector detector(byte[] model) throws IOException {
    return new LanguageDetector(Reranker.read(new ByteArrayInputStream(model)));
  }

  private static byte[] train(List<LabelledText> texts, Set<String> unseen) throws IOException {
    Map<Tongue, List<String>> sentences = sentences(texts, unseen);
    Map<Script, RerankerLearner> learners = new EnumMap<>(Script.class);
    for (Script script : SCRIPTS) {
      Map<Tongue, List<String>> own = new EnumMap<>(sentences);
      own.keySet().removeIf(tongue -> tongue.script() != script);
      RerankerLearner learner = new RerankerLearner(script, own);
      learner.learn();
      learners.put(script, learner);
    }
    return RerankerFile.bytes(learners);
  }

  private static Map<Tongue, List<String>> sentences(List<LabelledText> texts, Set<String> unseen) {
    Map<Tongue, List<String>> sentences = new EnumMap<>(Tongue.class);
    Set<String> had = new HashSet<>();
    for (LabelledText text : texts) {
      text.sentences()
          .filter(sentence -> !text.kind().equals("head"))
          .filter(sentence -> !unseen.contains(LabelledText.beginning(sentence)))
          .filter(sentence -> had.add(text.label() + LabelledText.beginning(sentence)))
          .forEach(
              sentence ->
                  sentences
                      .computeIfAbsent(text.tongue(), any -> new ArrayList<>())
                      .add(Letters.sample(sentence).text()));
    }
    sentences
        .values()
        .removeIf(own -> own.stream().mapToInt(String::length).sum() < FEWEST_LETTERS);
    return sentences;
  }
}
