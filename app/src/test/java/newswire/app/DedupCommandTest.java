package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DedupCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARABIC =
      "أعلنت وزارة الموارد المائية اليوم عن خطة جديدة لتوزيع مياه الري في محافظات الشمال وقالت إن"
          + " العمل يبدأ في الأسبوع المقبل بعد موافقة المجالس المحلية على المشروع";
  private static final String CHINESE = "水利部今天宣布北方各省灌溉用水分配新计划，并表示工程将在地方议会批准后于下周开工";
  private static final String RUSSIAN =
      "Министерство водных ресурсов объявило сегодня о новом плане распределения воды для"
          + " орошения в северных областях и сообщило, что работы начнутся на следующей неделе";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private int code;

  private static String row(String id, String title, String text, String time) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("title", title)
        .put("text", text)
        .put("published", "2026-03-10T" + time + ":00Z")
        .toString();
  }

  private List<JsonNode> dedup(String... rows) throws IOException {
    InputStream in = System.in;
    PrintStream out = System.out;
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(err, true, UTF_8);
    try {
      System.setIn(new ByteArrayInputStream(String.join("\n", rows).getBytes(UTF_8)));
      System.setOut(new PrintStream(printed, true, UTF_8));
      System.setErr(errors);
      code = Main.commandLine().execute("dedup", "-");
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(before);
    }
    List<JsonNode> found = new ArrayList<>();
    for (String line : printed.toString(UTF_8).lines().toList()) {
      found.add(JSON.readTree(line));
    }
    return found;
  }

  private static String decision(JsonNode row) {
    return row.get("id").asText()
        + " "
        + row.get("relation").asText()
        + " "
        + row.get("parent").asText()
        + " "
        + row.get("family").asText();
  }

  @Test
  void leavesOutWhatASiteRepeats() throws IOException {
    String footer = "\n" + RUSSIAN + "\n" + RUSSIAN.replace("ресурсов", "дел");
    List<String> rows = new ArrayList<>();
    for (String text : List.of(ARABIC, CHINESE, RUSSIAN.replace("о", "у"))) {
      String row = row("r" + rows.size(), "ت", text + footer, "0" + rows.size() + ":00");
      rows.add(row.replace("{\"id\"", "{\"site\":\"example.org\",\"id\""));
    }
    assertThat(dedup(rows.toArray(String[]::new)))
        .extracting(DedupCommandTest::decision)
        .containsExactly("r0 NONE null r0", "r1 NONE null r1", "r2 NONE null r2");
    assertThat(dedup(rows.stream().map(row -> row.replace("example.org", "")).toArray(String[]::new)))
        .extracting(found -> found.get("relation").asText())
        .contains("NEAR");
  }

  @Test
  void decidesInWhateverOrderTheRowsAre() throws IOException {
    String later = row("لاحق", "خطة الري", ARABIC + " .", "09:00");
    String first = row("أول", "خطة", ARABIC, "08:00");

    List<JsonNode> found =
        dedup(
            later,
            row("中", "新计划", CHINESE, "08:00"),
            first,
            row("ру", "План", RUSSIAN, "08:00"),
            row("еще", "План воды", RUSSIAN.replace("объявило сегодня", "объявило"), "07:00"));

    assertThat(code).isZero();
    assertThat(found)
        .extracting(DedupCommandTest::decision)
        .containsExactly(
            "لاحق EXACT أول أول",
            "中 NONE null 中",
            "أول NONE null أول",
            "ру NEAR еще еще",
            "еще NONE null еще");
    assertThat(found.get(0).get("score").asDouble()).isEqualTo(1);
    assertThat(found.get(0).get("story").asText()).isEqualTo("أول");
  }

  @Test
  void reportsBadRowsAndGoesOn() throws IOException {
    List<JsonNode> found =
        dedup(
            "{\"title\":\"خبر\",\"text\":\"نص\"}",
            "[1]",
            row("新", "新闻", CHINESE, "08:00"),
            row("新", "新闻", CHINESE, "08:00"),
            "{\"id\":\"x\"");

    assertThat(code).isEqualTo(Exit.FAILED);
    assertThat(found).extracting(DedupCommandTest::decision).containsExactly("新 NONE null 新");
    assertThat(err.toString(UTF_8))
        .contains("-:1: field id: is missing")
        .contains("-:2: not a JSON object")
        .contains("-:4: field id: 新 comes twice")
        .contains("-:5: not valid JSON");
  }
}
