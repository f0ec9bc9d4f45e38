package newswire.enrich.tagger;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Prints what the tagger costs for an article of 400 tokens, in one thread's processor time, beside
 * bare tokenising in the same run. The texts are the development data's. Run as a program.
 */
public final class TaggerSpeed {

  private static final Path DATA = Path.of("../../shared/data/ner");
  private static final int TOKENS = 400;
  private static final int ARTICLES = 100;
  private static final int ROUNDS = 12;
  private static final List<String> LANGUAGES =
      List.of("ar", "en", "de", "pt", "ru", "zh", "ja", "ko", "hu", "nb", "kk");

  private static int sink;

  private TaggerSpeed() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws IOException, UnreadableCorpus {
    Tagger tagger = Tagger.standard();
    Tokens tokens = new Tokens();
    double sum = 0;
    for (String language : LANGUAGES) {
      List<String> texts = texts(language);
      long before = cpu();
      tagger.tag(texts.get(0), language, List.of());
      double first = (cpu() - before) / 1e6;
      double bare = millis(texts, text -> count(tokens, text));
      double tag = millis(texts, text -> tagger.tag(text, language, List.of()).size());
      int all = texts.stream().mapToInt(text -> count(tokens, text)).sum();
      double kilo = all / (double) texts.size() / tag;
      System.out.printf(
          Locale.ROOT,
          "%s first %4.0f ms; an article: tokenising %.3f ms, tagging %.3f ms; %.0fk tokens/s%n",
          language,
          first,
          bare,
          tag,
          kilo);
      sum += tag;
    }
    System.out.printf(Locale.ROOT, "mean: tagging %.3f ms an article%n", sum / LANGUAGES.size());
    if (sink == 0) {
      System.out.println("nothing was found");
    }
  }

  private static int count(Tokens tokens, String text) {
    tokens.read(text);
    return tokens.count;
  }

  private static double millis(List<String> texts, ToIntFunction<String> task) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = cpu();
      for (String text : texts) {
        sink += task.applyAsInt(text);
      }
      best = Math.min(best, (cpu() - before) / 1e6 / texts.size());
    }
    return best;
  }

  private static List<String> texts(String language) throws IOException, UnreadableCorpus {
    Tokens tokens = new Tokens();
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String sentence : Corpus.read(DATA.resolve(language + ".tsv"), language).texts()) {
      text.append(sentence).append('\n');
      if (count(tokens, text.toString()) >= TOKENS) {
        texts.add(text.toString());
        text.setLength(0);
      }
      if (texts.size() == ARTICLES) {
        break;
      }
    }
    return texts;
  }

  /** Of this thread: what others do on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
