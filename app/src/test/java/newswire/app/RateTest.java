package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class RateTest {

  private final Rate.Converter rates = new Rate.Converter();
  private final Moment moments =
      new Moment(Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC));

  @Test
  void readsRates() {
    assertThat(rates.convert("5").perSecond()).isEqualTo(5);
    assertThat(rates.convert("5/s")).isEqualTo(rates.convert("300/m"));
    assertThat(rates.convert("3600/h").perSecond()).isEqualTo(1);
  }

  @Test
  void neverSendsSoManyAtOnceThatThePaceBecomesJerky() {
    assertThat(rates.convert("5/s").atOnce()).isEqualTo(1);
    assertThat(rates.convert("200/s").atOnce()).isEqualTo(20);
    assertThat(rates.convert("100000/s").atOnce()).isEqualTo(100);
    assertThat(Rate.UNLIMITED.atOnce()).isEqualTo(100);
    assertThat(rates.convert("2/s").nanosUntil(3)).isEqualTo(1_500_000_000L);
    assertThat(Rate.UNLIMITED.nanosUntil(1_000)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "5/d", "fast", "٥/s", "1.5", "99999999"})
  void refusesWhatIsNoRate(String text) {
    assertThatThrownBy(() -> rates.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("is no rate such as 5/s");
  }

  @Test
  void readsMoments() {
    assertThat(moments.convert("2026-11-22T00:00:00Z")).isEqualTo("2026-11-22T00:00:00Z");
    assertThat(moments.convert("2h")).isEqualTo("2026-11-23T08:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-11-22", "أمس", "2 h"})
  void refusesWhatIsNoMoment(String text) {
    assertThatThrownBy(() -> moments.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("neither an instant such as");
  }
}
