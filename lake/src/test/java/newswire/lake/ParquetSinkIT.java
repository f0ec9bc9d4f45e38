package newswire.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.sink.Newsroom;
import newswire.sink.PlatformExtension;
import newswire.sink.PlatformExtension.Platform;
import newswire.sink.RunningSink;
import newswire.sink.Samples;
import newswire.sink.SinkHealth.State;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PlatformExtension.class)
class ParquetSinkIT {

  private static final Duration LONGEST = Duration.ofSeconds(40);
  private static final String ROWS =
      "select kafka_partition || '/' || kafka_offset from article_states";

  @TempDir private Path directory;
  private final Platform platform;

  ParquetSinkIT(Platform platform) {
    this.platform = platform;
  }

  private LakeBench bench(String name) {
    return ParquetSinkContractIT.bench(Newsroom.open(platform.addresses(), name), directory);
  }

  private static List<String> ids(List<Article> articles) {
    return articles.stream().map(Article::getId).sorted().toList();
  }

  @Test
  void storesOnceWhatTwoProcessesShare() {
    try (LakeBench bench = bench("shared")) {
      List<Article> articles = new ArrayList<>(Samples.many(1, 300));
      bench.newsroom().publish(articles);
      try (RunningSink one = RunningSink.start(bench.sink());
          RunningSink two = RunningSink.start(bench.sink())) {
        await()
            .atMost(LONGEST)
            .ignoreExceptions() // until there is a group
            .until(() -> bench.newsroom().members(bench.group()) == 2);
        List<Article> more = Samples.many(301, 300);
        articles.addAll(more);
        bench.newsroom().publish(more);
        bench.newsroom().awaitDrained(bench.group());
        assertThat(List.of(one, two)).allMatch(running -> running.health().ready());
      }
      assertThat(bench.list(ROWS)).hasSize(600).doesNotHaveDuplicates();
      assertThat(bench.ids()).isEqualTo(ids(articles));
    }
  }

  @Test
  @Tag("long")
  void storesOnceWhatAKilledProcessHasBegun() throws Exception {
    try (LakeBench bench = bench("killed")) {
      List<Article> articles = Samples.many(1, 400);
      bench.newsroom().publish(articles);
      Path log = Path.of("target").toAbsolutePath().resolve("killed.log");
      for (int files = 1; files <= 5; files += 2) {
        Process process =
            LakeMain.program(bench, directory)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int least = files;
        try {
          await().atMost(LONGEST).until(() -> count(bench) >= least || !process.isAlive());
          assertThat(process.isAlive()).as("see %s", log).isTrue();
        } finally {
          process.destroyForcibly().waitFor(); // SIGKILL
        }
      }
      bench.drain();

      assertThat(bench.list(ROWS)).hasSize(400).doesNotHaveDuplicates();
      assertThat(bench.ids()).isEqualTo(ids(articles));
    }
  }

  private int count(LakeBench bench) {
    boolean begun = Files.isDirectory(directory.resolve("withdrawals/day=1970-01-01"));
    return begun ? bench.list("select distinct kafka_partition from article_states").size() : 0;
  }

  @Test
  void waitsForADirectoryThatCannotBeWritten() throws Exception {
    Path blocked = Files.writeString(directory.resolve("_newswire"), "a file, not a folder");
    try (LakeBench bench = bench("blocked")) {
      bench.newsroom().publish(Samples.ofFourScripts());
      try (RunningSink running = RunningSink.start(bench.sink())) {
        await().atMost(LONGEST).until(() -> running.health().state() == State.WAITING);
        assertThat(running.health().ready()).isFalse();
        assertThat(running.health().message()).contains("_newswire");

        Files.delete(blocked);
        bench.newsroom().awaitDrained(bench.group());
        assertThat(running.health().ready()).isTrue();
        assertThat(running.health().deadLetters()).isZero();
      }
      assertThat(bench.ids()).isEqualTo(ids(Samples.ofFourScripts()));
      assertThat(bench.list(ROWS)).hasSize(4);
    }
  }

  @Test
  void putsAsideWhatNoColumnHolds() {
    try (LakeBench bench = bench("unfit")) {
      Article unfit =
          Article.newBuilder(Samples.article(5, 1, "متى؟", "نص"))
              .setPublished(Instant.parse("+12026-11-23T00:00:00Z"))
              .build();
      bench.newsroom().publish(unfit);
      bench.newsroom().publish(Samples.ofFourScripts());

      assertThat(bench.drain().deadLetters()).isEqualTo(1);

      assertThat(bench.ids()).isEqualTo(ids(Samples.ofFourScripts()));
      assertThat(bench.newsroom().deadLetters())
          .singleElement()
          .satisfies(
              letter ->
                  assertThat(letter.getReason())
                      .isEqualTo(
                          "no file holds it: published lies outside the years 1 to 9999:"
                              + " +12026-11-23T00:00:00Z"));
    }
  }

  @Test
  void keepsEveryStateAndNoTextOfWhatIsKilled() {
    try (LakeBench bench = bench("states")) {
      bench.newsroom().publish(Samples.ofFourScripts());
      bench.newsroom().publish(Samples.article(2, 2, "更正", "正文已更正"));
      bench.drain();
      bench.newsroom().order(Samples.order(1, Status.KILLED));
      bench.newsroom().publish(Samples.article(1, 2, "عاد", "النص كله"));
      bench.drain();

      assertThat(bench.list("select title from article_states order by revision.counter, title"))
          .containsExactlyInAnyOrder(
              "زيارة رسمية", "国事访问", "Государственный визит", "राजकीय यात्रा", "更正", "");
    }
  }
}
