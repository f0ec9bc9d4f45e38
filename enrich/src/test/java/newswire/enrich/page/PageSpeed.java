package newswire.enrich.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import newswire.schemas.avro.RawArticle;
import newswire.text.DecodedText;
import org.jsoup.Jsoup;

/**
 * Prints pages per second of one thread's processor time on the development pages, beside jsoup's
 * bare parse in the same run. Of each page the quickest round counts, so that what else runs on the
 * machine disturbs little. Run as a program.
 */
public final class PageSpeed {

  private static final Path PAGES = Path.of("../../shared/data/extract");
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 8;

  private PageSpeed() {}

  /** Takes rounds as its only argument. */
  public static void main(String[] args) throws IOException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    List<RawArticle> pages = pages();
    PageReader reader = new PageReader();
    Consumer<RawArticle> parse =
        raw -> Jsoup.parse(DecodedText.of(raw.getBody().array(), "text/html").text(), raw.getUrl());
    Consumer<RawArticle> read = raw -> read(reader, raw);
    long[] ceiling = new long[pages.size()];
    long[] whole = new long[pages.size()];
    for (int i = 0; i < WARM_UP + rounds; i++) {
      round(pages, parse, i == WARM_UP, ceiling);
      round(pages, read, i == WARM_UP, whole);
    }
    double most = print("parse", ceiling);
    double reached = print("parse + extract + metadata", whole);
    System.out.printf(Locale.ROOT, "share of the ceiling %.2f%n", reached / most);
  }

  /** Of this thread: what others do on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void read(PageReader reader, RawArticle raw) {
    try {
      reader.read(raw);
    } catch (UnreadablePage e) {
      // counts as a page like any other
    }
  }

  private static void round(
      List<RawArticle> pages, Consumer<RawArticle> task, boolean first, long[] nanos) {
    for (int i = 0; i < nanos.length; i++) {
      long before = cpu();
      task.accept(pages.get(i));
      long took = cpu() - before;
      nanos[i] = first || nanos[i] == 0 ? took : Math.min(nanos[i], took);
    }
  }

  private static double print(String what, long[] nanos) {
    double perSecond = nanos.length / (Arrays.stream(nanos).sum() / 1e9);
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-28s %6.0f pages/s, p50 %.1f ms, p99 %.1f ms%n",
        what,
        perSecond,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6);
    return perSecond;
  }

  private static List<RawArticle> pages() throws IOException {
    List<RawArticle> pages = new ArrayList<>();
    for (String line : Files.readAllLines(PAGES.resolve("truth.jsonl"))) {
      JsonNode truth = new ObjectMapper().readTree(line);
      Path file = PAGES.resolve("pages").resolve(truth.path("id").asText());
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        pages.add(
            Raws.bytes(in.readAllBytes(), "text/html").setUrl(truth.path("url").asText()).build());
      }
    }
    return pages;
  }
}
