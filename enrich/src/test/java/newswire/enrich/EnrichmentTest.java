package newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import newswire.enrich.prepare.Preparation;
import newswire.schemas.avro.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichmentTest {

  private static Enrichment of(Path state) {
    return new Enrichment(
        EnrichConfig.of("127.0.0.1:1", state),
        new TestPlatform(state).topics,
        new Preparation(raw -> Article.newBuilder().build(), List.of()));
  }

  @Test
  void isThreeApplicationsInTheOrderOfAnArticlesWay(@TempDir Path state) {
    try (Enrichment enrichment = of(state)) {
      assertThat(enrichment.applicationIds())
          .containsExactly("newswire.prepare", "newswire.relate", "newswire.assemble");
      assertThat(enrichment.describe())
          .contains("newswire.raw.v1", "newswire.stories.v1", "newswire.revisions.v1");
    }
  }

  @Test
  void isNotRunningBeforeItIsStartedNorAfterItIsClosed(@TempDir Path state) {
    Enrichment enrichment = of(state);
    assertThat(enrichment.running()).isFalse();
    assertThat(enrichment.states()).containsValues("CREATED");
    enrichment.close();
    assertThat(enrichment.running()).isFalse();
  }

  @Test
  void namesEveryInternalTopicAndCommitsExactlyOnce(@TempDir Path state) {
    Properties settings =
        StreamsSettings.of(
            EnrichConfig.of("127.0.0.1:1", state), new TestPlatform(state).topics, "prepare");
    assertThat(settings)
        .containsEntry("processing.guarantee", "exactly_once_v2")
        .containsEntry("ensure.explicit.internal.resource.naming", true)
        .containsEntry("application.id", "newswire.prepare")
        .containsEntry("commit.interval.ms", 100L)
        .containsEntry("producer.transaction.timeout.ms", 10_000)
        .containsEntry("consumer.session.timeout.ms", 6_000);
  }
}
