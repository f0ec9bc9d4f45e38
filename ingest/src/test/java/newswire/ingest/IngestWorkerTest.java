package newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topics;
import org.junit.jupiter.api.Test;

class IngestWorkerTest {

  @Test
  void endsInTimeAlsoWithoutABroker() throws InterruptedException {
    Topics topics = new Topics(Topics.DEFAULT_PREFIX, SchemaRegistry.inMemory("worker"));
    IngestWorker worker =
        new IngestWorker(IngestConfig.of("127.0.0.1:1", "1"), topics, Clock.systemUTC());
    Thread thread = new Thread(worker);
    thread.start();
    Thread.sleep(500);
    assertThat(worker.idle()).isFalse();
    long start = System.nanoTime();

    worker.close();
    thread.join(1_000);

    assertThat(thread.isAlive()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
  }
}
