package newswire.enrich.sketch;

import com.ibm.icu.text.Normalizer2;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import newswire.enrich.relate.Deduplication;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Sketch;

/**
 * Prints texts of about 600 tokens sketched per second of one thread's processor time, beside bare
 * NFKC normalisation of the same texts in the same run; and articles put into the index per second,
 * a third of them edited copies. Run as a program.
 */
public final class SketchSpeed {

  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final int TEXTS = 400;
  private static final int ARTICLES = 20_000;
  private static final int WARM_UP = 40;
  private static final int ROUNDS = 10;

  private SketchSpeed() {}

  /** Takes rounds as its only argument. */
  public static void main(String[] args) {
    TrustedRecords.register();
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    for (String language : List.of("ar", "en", "zh")) {
      List<Story> stories = stories(language);
      List<String> texts = stories.stream().map(Story::text).toList();
      double tokens = stories.stream().mapToInt(s -> s.fingerprint().tokens()).average().orElse(0);
      String name = String.format(Locale.ROOT, "%s %.0f tokens", language, tokens);
      measure(name + " NFKC", texts, NFKC::normalize, rounds);
      measure(name + " sketch", texts, text -> Fingerprint.of("", List.of(text)), rounds);
    }
    List<Fingerprint> articles = articles();
    for (int i = 0; i < rounds; i++) {
      index(articles);
    }
  }

  private static List<Story> stories(String language) {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      Story story = OwnStories.story(language, i);
      List<List<String>> sentences = new ArrayList<>(story.sentences());
      sentences.addAll(OwnStories.story(language, i + TEXTS).sentences().subList(0, 12));
      stories.add(story.with(sentences));
    }
    return stories;
  }

  private static List<Fingerprint> articles() {
    Random random = new Random(1);
    List<Fingerprint> articles = new ArrayList<>();
    for (int i = 0; articles.size() < ARTICLES; i++) {
      Story story = OwnStories.story(OwnStories.LANGUAGES.get(i % 8), i);
      Edit edit = Edit.values()[random.nextInt(Edit.values().length)];
      articles.add(story.fingerprint());
      if (i % 2 == 0) {
        articles.add(edit.apply(story, OwnStories.story("ar", i + 1), random).fingerprint());
      }
    }
    return articles;
  }

  private static void index(List<Fingerprint> articles) {
    Deduplication copies = new Deduplication();
    Random random = new Random(1);
    long start = cpu();
    for (int i = 0; i < articles.size(); i++) {
      // Up to six hours late.
      Instant effective = Instant.ofEpochSecond(10L * i - random.nextInt(21_600));
      Sketch.Builder sketch = articles.get(i).addTo(Sketch.newBuilder());
      copies.add(sketch.setArticleId("id" + i).setEffective(effective).build());
    }
    double seconds = (cpu() - start) / 1e9;
    long found = copies.relations().stream().filter(r -> r.getParent().isPresent()).count();
    System.out.printf(
        Locale.ROOT,
        "index %8.0f articles/s, %d copies of %d%n",
        articles.size() / seconds,
        found,
        articles.size());
  }

  /** Of this thread: what others do on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void measure(String what, List<String> texts, Consumer<String> task, int rounds) {
    for (int i = 0; i < WARM_UP; i++) {
      texts.forEach(task);
    }
    long start = cpu();
    for (int i = 0; i < rounds; i++) {
      texts.forEach(task);
    }
    double seconds = (cpu() - start) / 1e9;
    System.out.printf(Locale.ROOT, "%-22s %8.0f texts/s%n", what, rounds * texts.size() / seconds);
  }
}
