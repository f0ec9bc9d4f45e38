package newswire.sink.jsonl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import newswire.schemas.RecordJson;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.sink.Newsroom;
import newswire.sink.PlatformExtension;
import newswire.sink.PlatformExtension.Platform;
import newswire.sink.RunningSink;
import newswire.sink.Samples;
import newswire.sink.SinkHealth.State;
import newswire.sink.jsonl.JsonlConfig.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformExtension.class)
class JsonlSinkIT {

  private static final InstantSource NOW = InstantSource.fixed(Samples.DAY);

  private final Platform platform;

  JsonlSinkIT(Platform platform) {
    this.platform = platform;
  }

  @Test
  void writesEachRecordAsTailDoesAndGoesOnAfterARestart() {
    try (Newsroom newsroom = Newsroom.open(platform.addresses(), "lines1")) {
      List<Article> articles = Samples.ofFourScripts();
      newsroom.publish(articles);
      assertThat(lines(newsroom, Records.ARTICLES, false, 4))
          .containsExactlyInAnyOrderElementsOf(articles.stream().map(RecordJson::line).toList());

      Article next = Samples.article(5, 1, "Бешинчи", "кабар");
      newsroom.publish(next);
      assertThat(lines(newsroom, Records.ARTICLES, false, 1))
          .containsExactly(RecordJson.line(next));
    }
  }

  @Test
  void saysWhatIsGoneAndKeepsBackWhatIsWithheld() {
    try (Newsroom newsroom = Newsroom.open(platform.addresses(), "lines2")) {
      newsroom.order(Samples.order(1, Status.KILLED), Samples.order(3, Status.WITHHELD));
      newsroom.publish(Samples.ofFourScripts());
      Article later =
          Article.newBuilder(Samples.article(5, 1, "تحت الحظر", "نص"))
              .setEmbargoUntil(Samples.DAY.plusSeconds(1))
              .build();
      newsroom.publish(later);
      newsroom.publishBytes(newsroom.topics().articles(), Samples.id(2), null);

      assertThat(lines(newsroom, Records.ARTICLES, false, 6))
          .contains(
              "{\"id\":\"" + Samples.id(1) + "\",\"deleted\":true,\"status\":\"KILLED\"}",
              "{\"id\":\"" + Samples.id(2) + "\",\"deleted\":true}",
              RecordJson.line(Samples.ofFourScripts().get(3)))
          .hasSize(4)
          .noneMatch(line -> line.contains("زيارة") || line.contains("الحظر"));
    }
  }

  @Test
  void writesAllIfAskedTo() {
    try (Newsroom newsroom = Newsroom.open(platform.addresses(), "lines3")) {
      newsroom.order(Samples.order(1, Status.KILLED), Samples.order(3, Status.WITHHELD));
      newsroom.publish(Samples.ofFourScripts());

      assertThat(lines(newsroom, Records.ARTICLES, true, 4))
          .anyMatch(line -> line.contains("Киргизию") && line.contains("\"WITHHELD\""))
          .noneMatch(line -> line.contains("زيارة"));
    }
  }

  @Test
  void writesStoriesAndOrders() {
    try (Newsroom newsroom = Newsroom.open(platform.addresses(), "lines4")) {
      newsroom.order(Samples.order(2, Status.KILLED));
      newsroom.publish(Samples.story(1, "国事访问"));

      assertThat(lines(newsroom, Records.STORIES, false, 1))
          .containsExactly(RecordJson.line(Samples.story(1, "国事访问")));
      assertThat(lines(newsroom, Records.WITHDRAWALS, false, 1))
          .containsExactly(RecordJson.line(Samples.order(2, Status.KILLED)));
    }
  }

  @Test
  void endsWhenNobodyReadsAndWritesTheSameAgain() {
    try (Newsroom newsroom = Newsroom.open(platform.addresses(), "lines5")) {
      newsroom.publish(Samples.ofFourScripts());
      JsonlSink closed = sink(newsroom, Records.ARTICLES, false, new ClosedPipe());
      try (RunningSink running = RunningSink.start(closed)) {
        await().dontCatchUncaughtExceptions().until(() -> running.health().state() == State.FAILED);
        assertThat(running.health().message()).startsWith("nobody reads");
      }

      assertThat(lines(newsroom, Records.ARTICLES, false, 4)).hasSize(4);
    }
  }

  private static final class ClosedPipe extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }

  /** What a sink writes until it has stored as many records. */
  private static List<String> lines(Newsroom newsroom, Records topic, boolean all, int records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RunningSink running = RunningSink.start(sink(newsroom, topic, all, out))) {
      await().atMost(Duration.ofSeconds(40)).until(() -> running.health().stored() == records);
    }
    return out.toString(UTF_8).lines().toList();
  }

  private static JsonlSink sink(Newsroom newsroom, Records topic, boolean all, OutputStream out) {
    String group = newsroom.topics().prefix() + topic;
    return new JsonlSink(
        new JsonlConfig(topic, group, all),
        newsroom.kafka(),
        newsroom.topics(),
        new PrintStream(out, false, UTF_8),
        NOW);
  }
}
