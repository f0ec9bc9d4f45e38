package newswire.enrich.sketch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Texts of the development data by language: pages in full, and runs of sentences of news. */
final class DevelopmentStories {

  static final Path DATA = Path.of("../../shared/data");

  private static final Map<String, String> PAGES =
      Map.of("de", "de", "us", "en", "es", "es", "fr", "fr", "jp", "ja", "uk", "en", "tr", "tr");
  private static final List<String> TAGGED = List.of("ar", "zh", "ru", "hu", "kk", "ko", "pt");
  private static final int FEWEST_SENTENCES = 5;
  private static final int SENTENCES = 16;
  private static final int MOST = 120;

  private DevelopmentStories() {}

  static Map<String, List<Story>> read() throws IOException {
    Map<String, List<Story>> stories = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(DATA.resolve("extract/truth.jsonl"))) {
      JsonNode page = json.readTree(line);
      String language = PAGES.get(page.path("cc").asText());
      if (language != null) {
        add(stories, language, page.path("title").asText(), page.path("body").asText());
      }
    }
    for (String language : TAGGED) {
      tagged(stories, language);
    }
    return stories;
  }

  private static void add(
      Map<String, List<Story>> stories, String language, String title, String text) {
    List<String> lines =
        Arrays.stream(text.split("(?<=[.!?])\\s+|(?<=[。！？])|\\n"))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    if (lines.size() >= FEWEST_SENTENCES) {
      stories
          .computeIfAbsent(language, key -> new ArrayList<>())
          .add(Story.of(language, title, lines));
    }
  }

  private static void tagged(Map<String, List<Story>> stories, String language) throws IOException {
    String space = language.equals("zh") || language.equals("ko") ? "" : " ";
    List<String> lines = new ArrayList<>();
    StringBuilder sentence = new StringBuilder();
    int made = 0;
    for (String row : Files.readAllLines(DATA.resolve("ner/" + language + ".tsv"))) {
      if (!row.isBlank()) {
        sentence.append(row.substring(0, Math.max(0, row.indexOf('\t')))).append(space);
        continue;
      }
      lines.add(sentence.toString().strip());
      sentence.setLength(0);
      if (lines.size() > SENTENCES && made < MOST) {
        List<String> body = lines.stream().skip(1).filter(line -> !line.isEmpty()).toList();
        stories
            .computeIfAbsent(language, key -> new ArrayList<>())
            .add(Story.of(language, lines.get(0), body));
        lines.clear();
        made++;
      }
    }
  }
}
