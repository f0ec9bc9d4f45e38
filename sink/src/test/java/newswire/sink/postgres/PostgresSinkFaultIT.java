package newswire.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newswire.schemas.avro.Article;
import newswire.sink.PlatformExtension;
import newswire.sink.PlatformExtension.Platform;
import newswire.sink.RunningSink;
import newswire.sink.Samples;
import newswire.sink.SinkHealth.State;
import newswire.sink.postgres.OffsetTable.Claim;
import newswire.sink.postgres.OffsetTable.Move;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformExtension.class)
class PostgresSinkFaultIT {

  private static final Map<String, String> QUICK_RETRY = Map.of("longest-retry", "PT0.5S");

  private final Platform platform;

  PostgresSinkFaultIT(Platform platform) {
    this.platform = platform;
  }

  @Test
  void fencesASinkWhosePartitionsAnotherHasClaimed() throws Exception {
    try (PostgresBench bench = open().migrated();
        RunningSink zombie = RunningSink.start(bench.sink())) {
      Audit audit = Audit.of(bench);
      bench.newsroom().publish(Samples.many(0, 50));
      bench.newsroom().awaitDrained(bench.group());

      Map<TopicPartition, Claim> claims = claimArticles(bench);
      bench.newsroom().publish(Samples.many(50, 50));
      await().atMost(Duration.ofSeconds(10)).until(() -> zombie.health().fenced() > 0);
      assertThat(audit.written()).isEqualTo(50);
      for (Map.Entry<TopicPartition, Claim> claim : claims.entrySet()) {
        assertUnmoved(bench, claim.getKey(), claim.getValue());
      }

      // The zombie has not been replaced after all, and in time goes on.
      bench.newsroom().awaitDrained(bench.group());
      audit.assertEachOnce(Samples.many(0, 100).stream().map(Article::getId).toList());
    }
  }

  private static Map<TopicPartition, Claim> claimArticles(PostgresBench bench) throws Exception {
    OffsetTable offsets = new OffsetTable(bench.group());
    Map<TopicPartition, Claim> claims = new TreeMap<>(OffsetTable.ORDER);
    try (Connection connection = bench.connect()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < bench.newsroom().topics().articles().partitions(); i++) {
        var partition = new TopicPartition(bench.newsroom().topics().articles().name(), i);
        claims.put(partition, offsets.claim(connection, partition));
      }
      connection.commit();
    }
    return claims;
  }

  private static void assertUnmoved(PostgresBench bench, TopicPartition partition, Claim claim)
      throws Exception {
    try (Connection connection = bench.connect()) {
      connection.setAutoCommit(false);
      // Throws if another epoch or offset is in the way.
      new OffsetTable(bench.group())
          .move(connection, List.of(new Move(partition, claim, claim.next())));
      connection.rollback();
    }
  }

  @Test
  void waitsForAPostgresThatIsDownAndGoesOnByItself() throws Exception {
    PostgresServer server = new PostgresServer(platform.dir().resolve("postgres"));
    try (PostgresBench bench = open().migrated();
        RunningSink sink = RunningSink.start(bench.sink())) {
      Audit audit = Audit.of(bench);
      bench.newsroom().publish(Samples.many(0, 500));
      await().until(() -> audit.written() > 0);

      server.stopImmediately();
      try {
        bench.newsroom().publish(Samples.many(500, 500));
        await().atMost(Duration.ofSeconds(20)).until(() -> is(sink, State.WAITING));
        assertThat(sink.health().message()).isNotEmpty();
        assertThat(bench.newsroom().members(bench.group())).isEqualTo(1);
      } finally {
        server.startAgain();
      }

      bench.newsroom().awaitDrained(bench.group());
      audit.assertEachOnce(Samples.many(0, 1_000).stream().map(Article::getId).toList());
      assertThat(sink.health().ready()).isTrue();
      assertThat(sink.health().deadLetters()).isZero();
    }
  }

  private static boolean is(RunningSink sink, State state) {
    return sink.health().state() == state;
  }

  @Test
  void sharesThePartitionsWithASecondSinkAndTakesThemBack() throws Exception {
    try (PostgresBench bench = open().migrated();
        RunningSink first = RunningSink.start(bench.sink())) {
      Audit audit = Audit.of(bench);
      bench.newsroom().publish(Samples.many(0, 500));
      await().until(() -> audit.written() > 0);
      try (RunningSink second = RunningSink.start(bench.sink())) {
        for (int i = 1; i < 10 && second.health().stored() == 0; i++) {
          bench.newsroom().publish(Samples.many(500 * i, 500));
          Thread.sleep(200);
        }
        await().until(() -> second.health().stored() > 0);
      }
      int published = Math.toIntExact(articles(bench));
      bench.newsroom().publish(Samples.many(published, 100));
      bench.newsroom().awaitDrained(bench.group());

      List<Article> all = Samples.many(0, published + 100);
      audit.assertEachOnce(all.stream().map(Article::getId).toList());
      assertThat(first.health().stored()).isPositive();
    }
  }

  private static long articles(PostgresBench bench) {
    bench.newsroom().awaitDrained(bench.group());
    return bench.count("articles");
  }

  private PostgresBench open() {
    return PostgresBench.open(platform.addresses(), QUICK_RETRY);
  }
}
