package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path dir;
  private int code;

  @Test
  void printsOneObjectForEachRow() throws IOException {
    List<JsonNode> articles =
        rows(
            """
            {"id":"a","title":"زيارة","text":"وصل الوفد إلى قرغيزستان 😀 ثم غادر قيرغيزستان إلى مصر."}
            {"id":"b","text":"中国和俄罗斯在北京签署协议。","url":"https://example.cn/1"}
            {"id":"c","title":"Визит","text":"Президент прибыл в Казахстан с двухдневным визитом."}
            """);

    assertThat(code).isZero();
    assertThat(articles).extracting(a -> a.get("id").asText()).containsExactly("a", "b", "c");
    assertThat(articles)
        .extracting(a -> a.at("/language/tag").asText())
        .containsExactly("ar", "zh", "ru");
    assertThat(articles).allMatch(a -> a.get("article_id").asText().length() == 32);
    assertThat(articles.get(0).get("entities"))
        .extracting(e -> e.get("id").asText())
        .contains("KG", "EG");
  }

  @Test
  void countsOffsetsInCodePoints() throws IOException {
    JsonNode article =
        rows("{\"text\":\"😀😀 وصل الوفد إلى قرغيزستان اليوم ثم غادر قيرغيزستان مساء.\"}\n").get(0);
    String text = article.get("text").asText();
    JsonNode mentions = article.at("/entities/0/mentions");

    assertThat(mentions).hasSize(2);
    for (JsonNode mention : mentions) {
      int start = text.offsetByCodePoints(0, mention.get("start").asInt());
      int end = text.offsetByCodePoints(0, mention.get("end").asInt());
      assertThat(text.substring(start, end)).isEqualTo(mention.get("text").asText());
    }
  }

  @Test
  void goesOnAfterABadRowAndEndsWithCodeOne() throws IOException {
    List<JsonNode> articles =
        rows(
            "not json\n{\"id\":\"जी\",\"text\":\"दिल्ली में आज भारत और फ़्रांस के बीच बैठक हुई।\"}\n");

    assertThat(code).isEqualTo(Exit.FAILED);
    assertThat(articles).extracting(a -> a.get("id").asText()).containsExactly("जी");
  }

  @Test
  void takesTheFirstLineOfATextAsItsHeadline() throws IOException {
    Path file = dir.resolve("خبر.txt");
    Files.writeString(
        file, "\nعنوان من القاهرة\n\nعنوان من القاهرة\nوصل الوفد إلى مصر يوم الاثنين.\n");

    JsonNode article = JSON.readTree(inspect("", file.toString()));

    assertThat(article.get("title").asText()).isEqualTo("عنوان من القاهرة");
    assertThat(article.get("text").asText()).isEqualTo("وصل الوفد إلى مصر يوم الاثنين.");
  }

  private List<JsonNode> rows(String rows) throws IOException {
    List<JsonNode> articles = new ArrayList<>();
    for (String line : inspect(rows, "-", "--jsonl").lines().toList()) {
      articles.add(JSON.readTree(line));
    }
    return articles;
  }

  private String inspect(String input, String... args) {
    List<String> all = new ArrayList<>(List.of("inspect"));
    all.addAll(List.of(args));
    InputStream in = System.in;
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      code = Main.commandLine().execute(all.toArray(String[]::new));
    } finally {
      System.setIn(in);
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
