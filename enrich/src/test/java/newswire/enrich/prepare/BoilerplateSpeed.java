package newswire.enrich.prepare;

import static newswire.enrich.boilerplate.Reports.paragraph;
import static newswire.enrich.boilerplate.Reports.report;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import newswire.enrich.rows.StoreRows;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Prints what leaving boilerplate out costs an article: processor time of this thread on stores on
 * disk, beside the bare sketch of the same articles in the same run. Twelve paragraphs each and a
 * footer of six, of which only the first day's articles are new to their site. Run as a program.
 */
public final class BoilerplateSpeed {

  private static final int ARTICLES = 6_000;
  private static final int SITES = 10;
  private static final int FOOTER = 6;

  private BoilerplateSpeed() {}

  public static void main(String[] args) throws IOException {
    TrustedRecords.register();
    List<Article> articles = articles();
    for (int round = 0; round < 3; round++) {
      long start = cpu();
      articles.forEach(Sketches::of);
      print("sketch", start);
      Map<String, Article> known = new HashMap<>();
      File folder = Files.createTempDirectory("boilerplate").toFile();
      KeyValueStore<Bytes, byte[]> sightings = store("sightings", folder);
      KeyValueStore<Bytes, byte[]> times = store("times", folder);
      SiteSketches sketches =
          new SiteSketches(new StoreRows<>(sightings), new StoreRows<>(times), known::get);
      start = cpu();
      for (Article article : articles) {
        sketches.replace(null, article);
        known.put(article.getId(), article);
        sketches.forget(20);
      }
      print("sketch without boilerplate", start);
      sightings.close();
      times.close();
    }
  }

  private static List<Article> articles() {
    List<String> footers = new ArrayList<>();
    for (int site = 0; site < SITES; site++) {
      StringBuilder footer = new StringBuilder();
      for (int i = 0; i < FOOTER; i++) {
        footer.append('\n').append(paragraph(new Random(site * 10L + i), 0, 25));
      }
      footers.add(footer.toString());
    }
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      Instant effective = Instant.parse("2026-03-04T12:00:00Z").plus(Duration.ofMinutes(10L * i));
      articles.add(
          Article.newBuilder()
              .setId(String.format(Locale.ROOT, "%032x", i))
              .setSite("site" + i % SITES + ".example.org")
              .setTitle("عنوان الخبر " + i)
              .setText(report(i, 0, 12) + footers.get(i % SITES))
              .setEffective(effective)
              .build());
    }
    return articles;
  }

  private static KeyValueStore<Bytes, byte[]> store(String name, File folder) {
    Properties settings = new Properties();
    KeyValueStore<Bytes, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    MockProcessorContext<Void, Void> context =
        new MockProcessorContext<>(settings, new TaskId(0, 0), folder);
    store.init(context.getStateStoreContext(), store);
    return store;
  }

  /** Of this thread: what others do on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(String what, long start) {
    System.out.printf(
        Locale.ROOT, "%s %.3f ms an article%n", what, (cpu() - start) / 1e6 / ARTICLES);
  }
}
