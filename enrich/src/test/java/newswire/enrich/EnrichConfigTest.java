package newswire.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrichConfigTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void hasTheseDefaults() {
    assertThat(EnrichConfig.of("broker:9092", Path.of("state")))
        .isEqualTo(
            new EnrichConfig(
                "broker:9092",
                Path.of("state"),
                "newswire.",
                1,
                1,
                Duration.ofMillis(100),
                Duration.ofSeconds(10),
                Duration.ofSeconds(6),
                Duration.ofSeconds(10),
                Map.of()));
  }

  @Test
  void refusesACommitIntervalThatNoTransactionOutlives() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new EnrichConfig(
                    "b:1", Path.of("s"), "", 1, 1, SECOND, SECOND, SECOND, SECOND, Map.of()))
        .withMessageContaining("commit interval");
  }
}
