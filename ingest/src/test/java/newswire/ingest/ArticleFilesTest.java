package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import newswire.ingest.FileItem.Read;
import newswire.ingest.FileItem.Refused;
import newswire.schemas.avro.RawArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleFilesTest {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  private final ArticleFiles files = new ArticleFiles(Clock.fixed(NOW, ZoneOffset.UTC));

  private List<FileItem> read(Path... paths) {
    try (Stream<FileItem> items = files.read(List.of(paths))) {
      return items.toList();
    }
  }

  private static FileItem row(String json) {
    return ArticleRow.read(json.getBytes(UTF_8), "news.jsonl:7", NOW);
  }

  private static RawArticle article(FileItem item) {
    assertThat(item).isInstanceOf(Read.class);
    return ((Read) item).article();
  }

  private static String body(RawArticle article) {
    return UTF_8.decode(article.getBody().duplicate()).toString();
  }

  @Test
  void readsARowOfText() {
    RawArticle article =
        article(
            row(
                "{\"id\":\"7\",\"url\":\"https://a.example/7\",\"source\":\"قناة النيل\","
                    + "\"title\":\"عنوان\",\"text\":\"نص الخبر\",\"published\":\"2026-03-09\","
                    + "\"fetched\":\"2026-03-09T10:00:00Z\",\"lang\":\"ar\",\"other\":{}}"));

    assertThat(body(article)).isEqualTo("نص الخبر");
    assertThat(article.getContentType()).isEqualTo("text/plain;charset=UTF-8");
    assertThat(article.getSourceName()).isEqualTo("قناة النيل");
    assertThat(article.getSourceId()).matches("source-[0-9a-f]{8}");
    assertThat(article.getItemId()).isEqualTo("7");
    assertThat(article.getFetched()).isEqualTo(Instant.parse("2026-03-09T10:00:00Z"));
    assertThat(article.getEntry().orElseThrow().getTitle()).isEqualTo("عنوان");
    assertThat(article.getEntry().orElseThrow().getLanguage()).isEqualTo("ar");
    assertThat(article.getEntry().orElseThrow().getPublished())
        .contains(Instant.parse("2026-03-09T00:00:00Z"));
  }

  @Test
  void readsARowOfHtml() {
    RawArticle article = article(row("{\"html\":\"<p>新闻</p>\",\"source\":\"Pacific Tide\"}"));

    assertThat(body(article)).isEqualTo("<p>新闻</p>");
    assertThat(article.getContentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(article.getSourceId()).isEqualTo("pacific-tide");
    assertThat(article.getFetched()).isEqualTo(NOW);
    assertThat(article.getItemId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"text\": 7} | field text: expected a string, found number",
        "{\"text\":\"x\",\"title\":[\"y\"]} | field title: expected a string, found array",
        "{\"text\":\"x\",\"url\":\"nowhere\"} | field url: not an HTTP address",
        "{\"text\":\"x\",\"fetched\":\"soon\"} | field fetched: not a time",
        "{\"text\":\"x\",\"html\":\"y\"} | fields text and html: only one of them may be given",
        "{\"id\":\"1\"} | it has neither text nor html nor title",
        "[] | not a JSON object",
      })
  void saysWhatIsWrongWithARow(String json, String reason) {
    FileItem item = row(json);

    assertThat(item).isInstanceOf(Refused.class);
    assertThat(item.place()).isEqualTo("news.jsonl:7");
    assertThat(((Refused) item).reason()).isEqualTo(reason);
    assertThat(((Refused) item).letter(NOW).getReason()).isEqualTo("news.jsonl:7: " + reason);
  }

  @Test
  void saysThatARowIsNotJson() {
    assertThat(((Refused) row("{\"text\":")).reason()).startsWith("not valid JSON: ");
    assertThat(((Refused) row("خبر")).reason()).startsWith("not valid JSON: ");
  }

  @Test
  void aBadRowDoesNotStopTheOthers(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("news.jsonl");
    Files.writeString(
        file, "\uFEFF{\"text\":\"أول\"}\n\nnot json\r\n{\"text\":\"二\"}\r\n{\"text\":\"third\"}");

    List<FileItem> items = read(file);

    assertThat(items)
        .extracting(FileItem::place)
        .containsExactly(file + ":1", file + ":3", file + ":4", file + ":5");
    assertThat(items.get(1)).isInstanceOf(Refused.class);
    assertThat(body(article(items.get(3)))).isEqualTo("third");
  }

  @Test
  void refusesARowThatIsTooLong(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("long.ndjson");
    Files.writeString(file, "{\"text\":\"" + "x".repeat(8_000_000) + "\"}\n{\"text\":\"ok\"}");

    List<FileItem> items = read(file);

    assertThat(items).hasSize(2);
    assertThat(((Refused) items.get(0)).reason()).startsWith("longer than");
  }

  @Test
  void readsWholeFilesUnchanged(@TempDir Path dir) throws IOException {
    String text = "عنوان الخبر\n\nقال الوزير إن الخطة ستعلن يوم الأحد في العاصمة بعد الاجتماع";
    byte[] bytes = text.getBytes(Charset.forName("windows-1256"));
    Files.createDirectories(dir.resolve("b/.hidden"));
    Files.write(dir.resolve("a.txt"), bytes);
    Files.writeString(dir.resolve("b/page"), "<!DOCTYPE html><p>新闻</p>");
    Files.writeString(dir.resolve("b/.hidden/x.txt"), "x");
    Files.write(dir.resolve("c.bin"), new byte[] {1, 0, 2});
    Files.writeString(dir.resolve("d.txt"), "");

    List<FileItem> items = read(dir);

    assertThat(items)
        .extracting(item -> dir.relativize(Path.of(item.place())).toString())
        .containsExactly("a.txt", "b/page", "c.bin", "d.txt");
    RawArticle plain = article(items.get(0));
    assertThat(plain.getBody().array()).isEqualTo(bytes);
    assertThat(plain.getContentType()).isEqualTo("text/plain;charset=windows-1256");
    assertThat(plain.getItemId()).isEmpty();
    assertThat(plain.getSourceId()).isEqualTo("file");
    assertThat(article(items.get(1)).getContentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(((Refused) items.get(2)).reason()).contains("neither text nor HTML");
    assertThat(((Refused) items.get(3)).reason()).isEqualTo("it is empty");
  }

  @Test
  void aMissingFileIsAnItemToo(@TempDir Path dir) {
    FileItem item = read(dir.resolve("none.txt")).get(0);

    assertThat(((Refused) item).reason()).startsWith("cannot be read: NoSuchFileException");
  }
}
