package newswire.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaPartTest {

  private final Locale locale = Locale.getDefault();
  private final Locale format = Locale.getDefault(Locale.Category.FORMAT);

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    Locale.setDefault(Locale.Category.FORMAT, format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa", "tr-TR", "az"})
  void keepsLocalesFromKafkaThatItCannotWorkIn(String tag) {
    Locale.setDefault(Locale.forLanguageTag(tag));
    KafkaPart.keepLocaleFromKafka();
    assertThat(Locale.getDefault()).isEqualTo(Locale.ROOT);
    assertThat(Locale.getDefault(Locale.Category.FORMAT)).isEqualTo(Locale.ROOT);
  }

  @Test
  void leavesOtherLocalesAsTheyAre() {
    Locale german = Locale.forLanguageTag("de-DE");
    Locale.setDefault(german);
    KafkaPart.keepLocaleFromKafka();
    assertThat(Locale.getDefault()).isEqualTo(german);
  }
}
