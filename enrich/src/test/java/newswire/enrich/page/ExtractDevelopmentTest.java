package newswire.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import newswire.schemas.CanonicalUrl;
import newswire.text.DeclaredUrl;
import org.junit.jupiter.api.Test;

/** Measures the text against development pages kept outside the project; skips without them. */
class ExtractDevelopmentTest {

  private static final Path PAGES = Path.of("../../shared/data/extract");
  private static final double REACHED = 0.94;
  private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  @Test
  void readsDevelopmentPagesAsWellAsBefore() throws IOException {
    assumeTrue(Files.isDirectory(PAGES), "no development pages at " + PAGES);
    List<Double> precision = new ArrayList<>();
    List<Double> recall = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(PAGES.resolve("truth.jsonl"))) {
      JsonNode truth = json.readTree(line);
      Map<String, Integer> wanted =
          shingles(truth.path("summary").asText("") + "\n" + truth.path("body").asText(""));
      Map<String, Integer> found = shingles(text(truth));
      int common = common(wanted, found);
      if (!found.isEmpty()) {
        precision.add((double) common / sum(found));
      }
      if (!wanted.isEmpty()) {
        recall.add((double) common / sum(wanted));
      }
    }
    double p = mean(precision);
    double r = mean(recall);
    System.out.println("text precision " + p + " recall " + r + " F1 " + 2 * p * r / (p + r));
    assertThat(2 * p * r / (p + r)).as("F1").isGreaterThan(REACHED);
  }

  /** Ingest withdraws by the id that it makes; enrichment makes that of the article. */
  @Test
  void givesArticlesTheIdThatIngestKnowsThemBy() throws IOException {
    assumeTrue(Files.isDirectory(PAGES), "no development pages at " + PAGES);
    ObjectMapper json = new ObjectMapper();
    int declared = 0;
    for (String line : Files.readAllLines(PAGES.resolve("truth.jsonl"))) {
      JsonNode truth = json.readTree(line);
      byte[] page = page(truth);
      CanonicalUrl served = CanonicalUrl.parse(truth.path("url").asText()).orElseThrow();
      CanonicalUrl own = DeclaredUrl.of(served, page, "text/html");
      declared += own.equals(served) ? 0 : 1;

      String url =
          Raws.read(Raws.bytes(page, "text/html").setUrl(truth.path("url").asText())).getUrl();

      assertThat(url).as(truth.path("id").asText()).isEqualTo(own.value());
    }
    assertThat(declared).isPositive();
  }

  private static byte[] page(JsonNode truth) throws IOException {
    Path file = PAGES.resolve("pages").resolve(truth.path("id").asText());
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static String text(JsonNode truth) throws IOException {
    try {
      return Raws.read(Raws.bytes(page(truth), "text/html").setUrl(truth.path("url").asText()))
          .getText();
    } catch (UnreadablePage e) {
      return "";
    }
  }

  private static Map<String, Integer> shingles(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    Map<String, Integer> shingles = new HashMap<>();
    for (int i = 0; i + 4 <= tokens.size(); i++) {
      shingles.merge(String.join(" ", tokens.subList(i, i + 4)), 1, Integer::sum);
    }
    return shingles;
  }

  private static int common(Map<String, Integer> one, Map<String, Integer> other) {
    return one.entrySet().stream()
        .mapToInt(entry -> Math.min(entry.getValue(), other.getOrDefault(entry.getKey(), 0)))
        .sum();
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
