package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newswire.local.LocalPlatform;
import newswire.schemas.avro.RawArticle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The result does not depend on how many processes share the work, nor on which of them die. */
@Tag("long")
class ScaleIT {

  private static final long SEED = 20261207;
  private static final int ARTICLES = 120;

  @TempDir private Path dir;

  @Test
  void isTheSameFromOneTwoAndFourProcesses() throws Exception {
    System.out.println("seed " + SEED);
    List<RawArticle> news = new SeededNews(SEED).raws(ARTICLES);
    LocalPlatform platform = LocalPlatform.startWithoutPostgres(dir.resolve("data"), line -> {});
    try {
      List<String> one = sums(run(platform, news, 1));
      assertThat(one).allMatch(sum -> !sum.startsWith("0 "));
      assertThat(sums(run(platform, news, 2))).isEqualTo(one);
      assertThat(sums(run(platform, news, 4))).isEqualTo(one);
    } finally {
      platform.close();
    }
  }

  /** If there are several, one is killed in the middle, and another joins. */
  private List<TopicDigest> run(LocalPlatform platform, List<RawArticle> news, int count)
      throws Exception {
    Cluster cluster =
        Cluster.open(
            platform.addresses().bootstrapServers(),
            platform.addresses().registryUrl(),
            "scale" + count + ".");
    Installation.prepare(cluster);
    SharedBroker broker = SharedBroker.of(cluster);
    List<Newswire> processes = new ArrayList<>();
    int half = news.size() / 2;
    try {
      broker.send(news.subList(0, half));
      for (int i = 0; i < count; i++) {
        processes.add(start(cluster, i));
      }
      if (count > 1) {
        broker.awaitProgress();
        processes.get(0).killAll();
        broker.send(news.subList(half, news.size()));
        processes.add(start(cluster, count));
      } else {
        broker.send(news.subList(half, news.size()));
      }
      List<TopicDigest> proof = broker.proof();
      for (Newswire process : processes.subList(count > 1 ? 1 : 0, processes.size())) {
        process.terminate();
        process.exitCode(25);
      }
      return proof;
    } finally {
      for (Newswire process : processes) {
        process.close();
      }
    }
  }

  private Newswire start(Cluster cluster, int number) throws IOException {
    return Newswire.start(
        dir,
        Map.of(
            "NEWSWIRE_BOOTSTRAP_SERVER", cluster.bootstrapServers(),
            "NEWSWIRE_REGISTRY", cluster.registryUrl(),
            "NEWSWIRE_TOPIC_PREFIX", cluster.prefix(),
            "NEWSWIRE_ENRICH_STATE_DIRECTORY", dir.resolve(cluster.prefix() + number).toString()),
        "enrich");
  }

  private static List<String> sums(List<TopicDigest> digests) {
    return digests.stream().map(d -> d.records() + " " + d.sum()).toList();
  }
}
