package newswire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SiteLanesTest {

  @Test
  void pausesBetweenTwoRequestsToOneSite() throws InterruptedException {
    List<Long> starts = new CopyOnWriteArrayList<>();
    CountDownLatch done = new CountDownLatch(3);
    try (SiteLanes lanes = new SiteLanes(4)) {
      for (int i = 0; i < 3; i++) {
        lanes.submit(
            "aljazeera.net",
            Duration.ofMillis(100),
            () -> {
              starts.add(System.nanoTime());
              done.countDown();
            });
      }
      assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(starts.get(1) - starts.get(0)).isGreaterThanOrEqualTo(99_000_000);
    assertThat(starts.get(2) - starts.get(1)).isGreaterThanOrEqualTo(99_000_000);
  }

  @Test
  void asksOtherSitesMeanwhile() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(2);
    try (SiteLanes lanes = new SiteLanes(2)) {
      for (String site : List.of("nhk.or.jp", "bbc.co.uk")) {
        lanes.submit(
            site,
            Duration.ZERO,
            () -> {
              both.countDown();
              await(both);
              done.countDown();
            });
      }
      assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void goesOnAfterWorkThatThrows() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    try (SiteLanes lanes = new SiteLanes(1)) {
      lanes.submit(
          "x.org",
          Duration.ZERO,
          () -> {
            throw new IllegalStateException("x");
          });
      lanes.submit("x.org", Duration.ZERO, done::countDown);
      assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
