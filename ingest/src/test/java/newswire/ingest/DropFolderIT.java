package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import newswire.ingest.folder.DropFolder;
import newswire.schemas.avro.RawArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class DropFolderIT {

  @TempDir private Path dir;
  private TestWorld world;

  @BeforeEach
  void open(TestInfo test) throws Exception {
    world = new TestWorld(test.getTestMethod().orElseThrow().getName());
  }

  @AfterEach
  void close() {
    world.close();
  }

  private DropFolder folder() throws IOException {
    return new DropFolder(dir, world.config("folder"), world.topics(), Clock.systemUTC());
  }

  private List<DropFolder.Result> drain(DropFolder folder) throws Exception {
    List<DropFolder.Result> results = new ArrayList<>(folder.turn());
    while (folder.isWaiting()) {
      Thread.sleep(100);
      results.addAll(folder.turn());
    }
    return results;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(dir)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> dir.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void readsWhatIsCompleteAndMovesIt() throws Exception {
    Files.writeString(dir.resolve("a.txt"), "عنوان\nنص الخبر");
    Files.writeString(dir.resolve("b.jsonl"), "{\"text\":\"新闻\",\"id\":\"1\"}\nbad\n");
    Files.write(dir.resolve("c.bin"), new byte[] {1, 0, 2});
    Files.writeString(dir.resolve("d.xml"), "<packageItem guid='p'/>");
    Files.writeString(dir.resolve("e.txt.tmp"), "half");
    Files.writeString(dir.resolve(".f.txt"), "hidden");

    try (DropFolder folder = folder()) {
      assertThat(folder.turn()).isEmpty();
      assertThat(drain(folder)).hasSize(4);
    }

    assertThat(files())
        .containsExactly(
            ".f.txt",
            "_error/c.bin",
            "_error/c.bin.reason.txt",
            "_error/d.xml",
            "_error/d.xml.reason.txt",
            "_processed/a.txt",
            "_processed/b.jsonl",
            "e.txt.tmp");
    assertThat(Files.readString(dir.resolve("_error/c.bin.reason.txt"))).contains("neither text");
    assertThat(Files.readString(dir.resolve("_error/d.xml.reason.txt"))).contains("packageitem");
    assertThat(world.articles()).hasSize(2);
    assertThat(world.deadLetters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.getReason()).contains("b.jsonl:2"));
  }

  @Test
  void aFileThatIsStillGrowingIsLeftAlone() throws Exception {
    Path file = dir.resolve("slow.txt");
    try (DropFolder folder = folder()) {
      for (int i = 0; i < 15; i++) {
        Files.writeString(file, "сообщение ".repeat(i + 1));
        assertThat(folder.turn()).isEmpty();
        Thread.sleep(100);
      }
      assertThat(drain(folder)).hasSize(1);
    }

    assertThat(world.articles())
        .singleElement()
        .satisfies(article -> assertThat(body(article)).isEqualTo("сообщение ".repeat(15)));
  }

  @Test
  void writtenButNotMovedIsOnlyMoved() throws Exception {
    Path file = dir.resolve("wire.txt");
    Instant time = Instant.parse("2026-03-10T12:00:00Z");
    for (int run = 0; run < 2; run++) {
      // The second time it is there again, as if the first had died before it moved the file.
      Files.writeString(file, "خبر\nنص");
      Files.setLastModifiedTime(file, FileTime.from(time));
      try (DropFolder folder = folder()) {
        drain(folder);
      }
    }

    assertThat(world.articles())
        .singleElement()
        .satisfies(article -> assertThat(article.getFetched()).isEqualTo(time));
    assertThat(files()).containsExactly("_processed/wire.txt", "_processed/wire.txt.2");
  }

  private static String body(RawArticle article) {
    return UTF_8.decode(article.getBody().duplicate()).toString();
  }
}
