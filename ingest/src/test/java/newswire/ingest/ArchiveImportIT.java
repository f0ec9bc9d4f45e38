package newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import newswire.ingest.archive.ArchiveImport;
import newswire.ingest.archive.WarcFile;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topics;
import newswire.schemas.avro.RawArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class ArchiveImportIT {

  private static final int PAGES = 20_000;

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

  /** To be killed. */
  public static void main(String[] args) throws IOException {
    Topics topics = new Topics(args[2], SchemaRegistry.at(args[1], Map.of()));
    IngestConfig config = TestWorld.config(args[0], "warc", args[2]);
    new ArchiveImport(config, topics, Clock.systemUTC()).read(Path.of(args[3]));
  }

  private ArchiveImport.Result read(Path file) throws IOException {
    return new ArchiveImport(world.config("warc"), world.topics(), Clock.systemUTC()).read(file);
  }

  private Path archive() throws IOException {
    Path file = dir.resolve("news.warc.gz");
    try (WarcFile warc = new WarcFile(file, true)) {
      for (int i = 0; i < PAGES; i++) {
        warc.html("https://a" + i % 50 + ".example/" + i, WarcFile.page(i));
      }
    }
    return file;
  }

  @Test
  void killedInTheMiddleNoPageIsLostOrTwice() throws Exception {
    Path file = archive();
    Process process = world.process(ArchiveImportIT.class, file.toString());
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> world.states().size() == 1 || !process.isAlive());
    process.destroyForcibly().waitFor();
    int before = world.articles().size();

    long start = System.nanoTime();
    ArchiveImport.Result rest = read(file);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.println(
        "archive: " + rest + ", " + Math.round(rest.records() / seconds) + " records/s");

    assertThat(before).isBetween(500, PAGES - 1);
    assertThat(rest.before() + rest.records()).isEqualTo(PAGES + 1);
    List<String> urls = world.articles().stream().map(RawArticle::getUrl).toList();
    assertThat(urls).hasSize(PAGES);
    assertThat(new HashSet<>(urls)).hasSize(PAGES);
    assertThat(read(file).records()).isZero();
  }

  @Test
  void aFileCutOffGivesWhatIsThereOnce() throws Exception {
    Path file = archive();
    byte[] bytes = Files.readAllBytes(file);
    Path cut = dir.resolve("cut.warc.gz");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 20));

    ArchiveImport.Result first = read(cut);
    ArchiveImport.Result again = read(cut);

    assertThat(first.brokenOff().orElseThrow()).contains("of " + bytes.length / 20);
    assertThat(again.brokenOff()).isPresent();
    assertThat(again.articles()).isZero();
    assertThat(world.articles()).hasSize((int) first.articles());
  }
}
