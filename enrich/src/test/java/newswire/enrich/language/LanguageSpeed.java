package newswire.enrich.language;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Language;

/**
 * Prints texts per second of one thread's processor time on the development texts, beside bare NFKC
 * normalisation of the same texts in the same run; and what asking for shares adds to an article in
 * one language. Run as a program.
 */
public final class LanguageSpeed {

  private static final Path TEXTS = Path.of("../../shared/data/language/dev.tsv");
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 4;
  private static final int PARAGRAPHS = 10;

  private LanguageSpeed() {}

  /** Takes rounds as its only argument. */
  public static void main(String[] args) throws IOException {
    TrustedRecords.register();
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    List<LabelledText> all = LabelledText.read(TEXTS);
    LanguageDetector detector = new LanguageDetector();
    for (String kind : Accuracy.KINDS) {
      List<String> texts =
          all.stream().filter(t -> t.kind().equals(kind)).map(LabelledText::text).toList();
      measure(kind + " NFKC", texts, NFKC::normalize, rounds);
      measure(kind + " language", texts, text -> detector.detect(text, ""), rounds);
    }
    List<String> articles = articles(all);
    Consumer<String> shares = text -> MixedText.shares(detector, text, detector.detect(text, ""));
    measure("article language", articles, text -> detector.detect(text, ""), rounds);
    measure("article with shares", articles, shares, rounds);
    long mixed = articles.stream().filter(text -> shares(detector, text)).count();
    System.out.println(mixed + " of " + articles.size() + " taken for mixed");
  }

  private static boolean shares(LanguageDetector detector, String text) {
    Language whole = detector.detect(text, "");
    return !MixedText.shares(detector, text, whole).isEmpty();
  }

  /** Paragraphs of one language, ten to an article. */
  private static List<String> articles(List<LabelledText> all) {
    return all.stream()
        .filter(text -> text.kind().equals("para"))
        .collect(Collectors.groupingBy(text -> text.label() + (int) (text.place() * 2)))
        .values()
        .stream()
        .filter(texts -> texts.size() >= PARAGRAPHS)
        .map(texts -> texts.stream().map(LabelledText::text).collect(Collectors.joining("\n")))
        .toList();
  }

  /** Of this thread: what others do on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void measure(String what, List<String> texts, Consumer<String> task, int rounds) {
    for (int i = 0; i < WARM_UP; i++) {
      texts.forEach(task);
    }
    for (int i = 0; i < rounds; i++) {
      long start = cpu();
      texts.forEach(task);
      double seconds = (cpu() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%-20s %8.0f texts/s, %.1f us each%n",
          what,
          texts.size() / seconds,
          seconds * 1e6 / texts.size());
    }
  }
}
