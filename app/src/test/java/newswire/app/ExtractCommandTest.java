package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PAGE =
      """
      <html lang=ar><head><title>وصول الوفد</title>
      <link rel=canonical href='https://example.org/1'>
      <meta name=author content='سارة أحمد'>
      <meta property='article:published_time' content='2026-03-01T10:00:00+03:00'></head>
      <body><nav><a href='/'>الرئيسية</a></nav><article><h1>وصول الوفد</h1>
      <p>وصل الوفد إلى العاصمة صباح يوم الأحد، وعقد أول اجتماع له مع المسؤولين في مقر الوزارة، \
      على أن تستمر الزيارة ثلاثة أيام.</p>
      <p>وقال متحدث إن المحادثات تناولت التجارة والنقل والطاقة بين البلدين، وإنها جرت في أجواء \
      ودية، وإن بيانا مشتركا سيصدر في ختامها.</p></article></body></html>
      """;

  @TempDir private Path dir;
  private int code;

  @Test
  void readsRowsOfFilesAndMarkup() throws IOException {
    Path zipped = dir.resolve("صفحة.html.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(PAGE.getBytes(StandardCharsets.UTF_8));
    }
    List<JsonNode> read =
        rows(
            JSON.writeValueAsString(Map.of("id", "a", "file", zipped.toString()))
                + "\n\n"
                + JSON.writeValueAsString(
                    Map.of("id", "b", "html", PAGE, "url", "https://example.org/1?utm_source=x"))
                + "\n");

    assertThat(code).isZero();
    assertThat(read).extracting(row -> row.get("id").asText()).containsExactly("a", "b");
    for (JsonNode row : read) {
      assertThat(row.fieldNames())
          .toIterable()
          .containsExactly(
              "id", "title", "text", "summary", "authors", "published", "canonical_url", "rule");
      assertThat(row.get("title").asText()).isEqualTo("وصول الوفد");
      assertThat(row.get("text").asText()).startsWith("وصل الوفد إلى").endsWith("في ختامها.");
      assertThat(row.at("/authors/0").asText()).isEqualTo("سارة أحمد");
      assertThat(row.get("published").asText()).isEqualTo("2026-03-01T07:00:00Z");
      assertThat(row.get("canonical_url").asText()).isEqualTo("https://example.org/1");
    }
  }

  @Test
  void saysOfEveryRowThatFailsWhy() throws IOException {
    List<JsonNode> read =
        rows(
            """
            {"id":"无","file":"/no/such/file.html"}
            {"id":"leer"}
            {"id":"blank","html":"<p></p>"}
            no json
            []
            {"id":"नमस्ते","html":"<h1>शीर्षक</h1>"}
            """);

    assertThat(code).isEqualTo(Exit.FAILED);
    assertThat(read)
        .extracting(row -> row.get("id").asText())
        .containsExactly("无", "leer", "blank", "line 4", "line 5", "नमस्ते");
    assertThat(read.subList(0, 5))
        .allSatisfy(
            row -> {
              assertThat(row.get("text").asText()).isEmpty();
              assertThat(row.get("error").asText()).isNotBlank();
            });
    assertThat(read.get(5).has("error")).isFalse();
    assertThat(read.get(5).get("title").asText()).isEqualTo("शीर्षक");
  }

  @Test
  void readsAFile() throws IOException {
    Path file = dir.resolve("page.html");
    Files.writeString(file, PAGE);

    assertThat(JSON.readTree(extract("", file.toString())).get("title").asText())
        .isEqualTo("وصول الوفد");
    assertThat(code).isZero();
  }

  @Test
  void wantsPagesOrRows() {
    extract("");
    assertThat(code).isEqualTo(Exit.USAGE);
  }

  private List<JsonNode> rows(String rows) throws IOException {
    List<JsonNode> read = new ArrayList<>();
    for (String line : extract(rows, "--jsonl").lines().toList()) {
      read.add(JSON.readTree(line));
    }
    return read;
  }

  private String extract(String input, String... args) {
    List<String> all = new ArrayList<>(List.of("extract"));
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
