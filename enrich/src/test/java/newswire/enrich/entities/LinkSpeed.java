package newswire.enrich.entities;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import newswire.enrich.language.LanguageDetector;
import newswire.enrich.language.LanguageStage;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Language;

/**
 * Prints what linking costs for an article of 400 tokens, in one thread's processor time, beside
 * bare tokenising in the same run; and language and entities together, where there is no corpus by
 * rules. The texts are the development data's. Run as a program.
 */
public final class LinkSpeed {

  private static final Path DATA = Path.of("../../shared/data/ner");
  private static final Path SENTENCES = Path.of("../../shared/data/language/dev.tsv");
  private static final int TOKENS = 400;
  private static final int ARTICLES = 150;
  private static final int WARM_UP = 12;
  private static final List<String> LANGUAGES =
      List.of("ar", "en", "de", "pt", "ru", "zh", "ja", "ko", "hu", "nb", "kk");
  private static final List<String> RULED = List.of("fa", "he", "hi", "ur");

  private static int sink;

  private LinkSpeed() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws IOException {
    TrustedRecords.register();
    long before = cpu();
    EntityLinker linker = new EntityLinker();
    linker.find("Paris", "en");
    System.out.printf(Locale.ROOT, "start, first English text: %.0f ms%n", (cpu() - before) / 1e6);
    EntityStage entities = new EntityStage();
    LanguageStage language = new LanguageStage(new LanguageDetector());
    double sum = 0;
    double both = 0;
    for (String tag : LANGUAGES) {
      double[] cost = cost(tag, texts(tag), linker, entities, language);
      sum += cost[0];
      both += cost[1];
    }
    System.out.printf(
        Locale.ROOT,
        "mean: linking %.3f ms; language + entities %.0f articles/s%n",
        sum / LANGUAGES.size(),
        1000 * LANGUAGES.size() / both);
    for (String tag : RULED) {
      cost(tag, sentences(tag), linker, entities, language);
    }
    if (sink == 0) {
      System.out.println("nothing was found");
    }
  }

  /** Of linking, and of language and entities, in milliseconds an article. */
  private static double[] cost(
      String tag,
      List<String> texts,
      EntityLinker linker,
      EntityStage entities,
      LanguageStage language) {
    List<Article> articles = texts.stream().map(text -> article(tag, text)).toList();
    long before = cpu();
    linker.find(texts.get(0), tag);
    double first = (cpu() - before) / 1e6;
    double bare = millis(texts, text -> Tokens.of(text).size());
    double link = millis(texts, text -> linker.find(text, tag).size());
    double stages = millis(articles, a -> entities.apply(language.apply(a)).getEntities().size());
    System.out.printf(
        Locale.ROOT,
        "%s first %4.0f ms; an article: tokenising %.3f ms, linking %.3f ms, language + entities"
            + " %.3f ms = %.0f/s%n",
        tag,
        first,
        bare,
        link,
        stages,
        1000 / stages);
    return new double[] {link, stages};
  }

  private static <T> double millis(List<T> inputs, ToIntFunction<T> task) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < WARM_UP; round++) {
      long before = cpu();
      for (T input : inputs) {
        sink += task.applyAsInt(input);
      }
      best = Math.min(best, (cpu() - before) / 1e6 / inputs.size());
    }
    return best;
  }

  private static Article article(String tag, String text) {
    return Article.newBuilder()
        .setText(text)
        .setLanguage(new Language(tag, 1.0, List.of(), List.of()))
        .build();
  }

  private static List<String> texts(String tag) throws IOException {
    boolean spaced = !List.of("zh", "ja", "ko").contains(tag);
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int tokens = 0;
    for (String line : Files.readAllLines(DATA.resolve(tag + ".tsv"))) {
      String token = line.split("\t", -1)[0];
      boolean full = token.isEmpty() && tokens >= (spaced ? TOKENS : TOKENS * 3 / 2);
      text.append(token.isEmpty() ? "\n" : token).append(spaced && !token.isEmpty() ? " " : "");
      tokens += token.isEmpty() ? 0 : 1;
      if (full) {
        texts.add(text.toString());
        text.setLength(0);
        tokens = 0;
      }
      if (texts.size() == ARTICLES) {
        break;
      }
    }
    return texts;
  }

  /** Of a language without a corpus: sentences joined to articles, the few there are many times. */
  private static List<String> sentences(String tag) throws IOException {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int tokens = 0;
    for (String line : Files.readAllLines(SENTENCES)) {
      String[] row = line.split("\t", -1);
      if (row[0].equals(tag) && !row[1].equals("head")) {
        text.append(row[2]).append('\n');
        tokens += row[2].split(" ", -1).length;
      }
      if (tokens >= TOKENS) {
        texts.add(text.toString());
        text.setLength(0);
        tokens = 0;
      }
    }
    return Collections.nCopies(ARTICLES / texts.size(), texts).stream()
        .flatMap(List::stream)
        .toList();
  }

  /** Of this thread: what others do on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
