package newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topics;
import org.junit.jupiter.api.Test;

class IngestWorkerTest {

  @Test
  void endsAlsoWithoutABroker() throws InterruptedException {
    Topics topics = new Topics(Topics.DEFAULT_PREFIX, SchemaRegistry.inMemory("worker"));
    IngestWorker worker =
        new IngestWorker(IngestConfig.of("127.0.0.1:1", "1"), topics, Clock.systemUTC());
    Thread thread = new Thread(worker);
    thread.start();
    Thread.sleep(500);
    assertThat(worker.idle()).isFalse();

    worker.close();
    thread.join(TimeUnit.MINUTES.toMillis(1));

    assertThat(thread.isAlive()).isFalse();
  }
}
