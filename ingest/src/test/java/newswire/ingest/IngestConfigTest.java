package newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestConfigTest {

  @Test
  void hasTheseDefaults() {
    assertThat(IngestConfig.of(Map.of()))
        .isEqualTo(
            new IngestConfig(
                "127.0.0.1:9092",
                "1",
                "newswire-ingest",
                "newswire/0.1 (+https://example.org/newswire)",
                4,
                Duration.ofSeconds(30),
                8_388_608,
                6_291_456,
                50,
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                List.of(
                    Duration.ofHours(1),
                    Duration.ofHours(6),
                    Duration.ofHours(24),
                    Duration.ofDays(7)),
                "",
                "",
                Map.of()));
  }

  @Test
  void everyKeyHasHelp() {
    assertThat(IngestConfig.Key.values())
        .allMatch(key -> key.help().endsWith(".") && key.key().matches("[a-z]+(-[a-z]+)*"));
  }

  @Test
  void takesSettingsOfKafka() {
    assertThat(IngestConfig.of(Map.of("kafka.security.protocol", "SSL")).kafka())
        .containsExactly(Map.entry("security.protocol", "SSL"));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> IngestConfig.of(Map.of("paralel-fetches", "4")))
        .hasMessage("unknown key: paralel-fetches");
    assertThatThrownBy(() -> IngestConfig.of(Map.of("parallel-fetches", "many")))
        .hasMessage("parallel-fetches must be a number, not many");
    assertThatThrownBy(() -> IngestConfig.of(Map.of("parallel-fetches", "0")))
        .hasMessage("parallel-fetches must be between 1 and 256, not 0");
    assertThatThrownBy(() -> IngestConfig.of(Map.of("recheck-after", "PT1H,PT1H")))
        .hasMessage("recheck-after must ascend, not so PT1H");
    assertThatThrownBy(() -> IngestConfig.of(Map.of("recheck-after", "soon")))
        .hasMessage("recheck-after has no such time as soon");
    assertThatThrownBy(() -> IngestConfig.of(Map.of("websub-callback", "news.example")))
        .hasMessage("websub-callback must be an HTTP address with a path, not news.example");
    assertThatThrownBy(() -> IngestConfig.of(Map.of("websub-callback", "https://news.example/hub")))
        .hasMessage("websub-callback needs websub-secret-file");
  }
}
