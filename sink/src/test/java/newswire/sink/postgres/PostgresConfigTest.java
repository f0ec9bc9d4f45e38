package newswire.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresConfigTest {

  private static final String URL = "jdbc:postgresql://db.example/newswire?password=geheim";

  @Test
  void hasTheseDefaults() {
    assertThat(PostgresConfig.of(URL, "user", "secret"))
        .isEqualTo(
            new PostgresConfig(
                URL,
                "user",
                "secret",
                "newswire-sink-postgres",
                "newswire",
                500,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                false));
  }

  @Test
  void describesEverySettingOnce() {
    assertThat(PostgresConfig.keys())
        .hasSize(PostgresConfig.class.getRecordComponents().length)
        .allSatisfy(key -> assertThat(key.help()).endsWith("."))
        .doesNotHaveDuplicates();
  }

  @Test
  void keepsPasswordsOutOfItsText() {
    assertThat(PostgresConfig.of(URL, "user", "secret").toString())
        .contains("db.example", "user=user")
        .doesNotContain("secret", "geheim");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> PostgresConfig.from(Map.of("jdbc-url", URL, "bacth-size", "5")))
        .hasMessage("unknown setting: bacth-size");
  }

  @Test
  void refusesValuesThatCannotBe() {
    assertRefused("jdbc-url", "jdbc:mysql://x", "jdbc-url must begin with jdbc:postgresql:");
    assertRefused("schema", "Новости", "schema must be a lower-case SQL name");
    assertRefused("batch-size", "0", "batch-size must be 1 to 10000");
    assertRefused("history", "yes", "history must be true or false");
    assertRefused("batch-size", "viele", "batch-size must be a number, not viele");
    assertRefused("lock-timeout", "10s", "lock-timeout must be a duration such as PT30S, not 10s");
    assertRefused("lock-timeout", "PT0S", "every time-out must be at least a millisecond");
  }

  private static void assertRefused(String key, String value, String message) {
    Map<String, String> settings = new java.util.HashMap<>(Map.of("jdbc-url", URL));
    settings.put(key, value);
    assertThatThrownBy(() -> PostgresConfig.from(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
