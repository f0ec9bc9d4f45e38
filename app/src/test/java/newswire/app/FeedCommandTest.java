package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path dir;
  private int code;

  private String run(String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      code = Main.commandLine().execute(args);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void printsOneLineAFile() throws IOException {
    Files.writeString(dir.resolve("a.xml"), "<rss><channel><title>أخبار</title>");
    Files.writeString(dir.resolve("b.txt"), "新闻");

    String out = run("feed", "parse", "--base", dir.toString(), dir.toString());

    assertThat(code).isEqualTo(Exit.FAILED);
    String[] lines = out.split("\\n");
    assertThat(lines).hasSize(2);
    assertThat(JSON.readTree(lines[0]).path("title").asText()).isEqualTo("أخبار");
    assertThat(JSON.readTree(lines[1]).path("error").asText())
        .isEqualTo("it has no feed element (rss, rdf or feed)");
  }

  @Test
  void printsAllFilesAsFeedparserWould() throws IOException {
    Files.createDirectory(dir.resolve("sub"));
    Files.writeString(
        dir.resolve("sub/a.xml"), "<rss><channel><item><title>a &lt;b&gt;ข่าว&lt;/b&gt;");
    Files.writeString(dir.resolve("b.txt"), "x");

    String out =
        run("feed", "parse", "--feedparser-json", "--base", dir.toString(), dir.toString());

    JsonNode dump = JSON.readTree(out);
    assertThat(code).isZero();
    assertThat(dump.path("sub/a.xml").path("entries").path(0).path("title").asText())
        .isEqualTo("a <b>ข่าว</b>");
    assertThat(dump.path("b.txt").path("error").asText()).isNotEmpty();
  }

  @Test
  void findsTheFeedsOfAPage() throws IOException {
    Path page = dir.resolve("page.html");
    Files.writeString(
        page, "<link rel=alternate type=application/rss+xml title=خبر href=https://a.example/rss>");

    assertThat(run("feed", "discover", page.toString()))
        .isEqualTo("https://a.example/rss\tخبر" + System.lineSeparator());
    Files.writeString(page, "<p>nothing");
    assertThat(run("feed", "discover", page.toString())).isEmpty();
    assertThat(code).isEqualTo(Exit.FAILED);
  }
}
