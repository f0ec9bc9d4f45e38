package newswire.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import newswire.enrich.prepare.Sketches;
import newswire.enrich.relate.Deduplication;
import newswire.enrich.sketch.Fingerprint;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Sketch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sketching and relating as classes, without Kafka and disks. */
@Command(
    name = "stories",
    description = {
      "Articles a second of one thread's processor time: their fingerprints alone, their whole",
      "sketches, and copies and stories decided on those in memory."
    },
    mixinStandardHelpOptions = true)
final class StoryBench implements Callable<Integer> {

  private static final double NANOS = 1e9;

  @Option(
      names = "--articles",
      defaultValue = "20000",
      description = "How many (default ${DEFAULT-VALUE}).")
  private int articles;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "How often; the first ones warm up (default ${DEFAULT-VALUE}).")
  private int rounds;

  @Override
  public Integer call() throws IOException {
    TrustedRecords.register();
    Corpus corpus = new Corpus(Duration.ofDays(10), articles);
    List<Article> all = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      all.add(corpus.next());
    }
    for (int round = 0; round < rounds; round++) {
      long start = time();
      all.forEach(article -> Fingerprint.of(article.getTitle(), List.of(article.getText())));
      print("fingerprints", start);
      start = time();
      List<Sketch> sketches = all.stream().map(Sketches::of).toList();
      print("sketches", start);
      Deduplication relating = new Deduplication();
      start = time();
      sketches.forEach(relating::add);
      print("copies and stories", start);
    }
    return 0;
  }

  private static long time() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void print(String what, long start) {
    double rate = articles * NANOS / Math.max(1, time() - start);
    System.out.printf(Locale.ROOT, "%-25s %8.0f articles/s%n", what, rate);
  }
}
