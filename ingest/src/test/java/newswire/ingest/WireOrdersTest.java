package newswire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireOrdersTest {

  static {
    TrustedRecords.register();
  }

  private static @Nullable Withdrawal order(@Nullable String status, int at) {
    return status == null
        ? null
        : Withdrawal.newBuilder()
            .setArticleId("a")
            .setStatus(Status.valueOf(status))
            .setAt(Instant.ofEpochSecond(at))
            .build();
  }

  @ParameterizedTest
  @CsvSource({
    ", 0, USABLE, 1, true",
    ", 0, CORRECTED, 1, true",
    ", 0, WITHHELD, 1, true",
    ", 0, KILLED, 1, true",
    "WITHHELD, 1, USABLE, 2, true",
    "WITHHELD, 2, USABLE, 1, false",
    "WITHHELD, 2, KILLED, 1, true",
    "CORRECTED, 1, CORRECTED, 1, false",
    "CORRECTED, 1, CORRECTED, 2, true",
    "USABLE, 1, USABLE, 2, true",
    "USABLE, 2, USABLE, 1, false",
    "USABLE, 2, WITHHELD, 1, false",
    "KILLED, 1, USABLE, 2, false",
    "KILLED, 1, CORRECTED, 2, false",
    "KILLED, 1, WITHHELD, 2, false",
    "KILLED, 1, KILLED, 2, false",
  })
  void aKillIsForEverAndElseTheOrderSentLastCounts(
      @Nullable String before, int then, String given, int now, boolean outranks) {
    Withdrawal order = Objects.requireNonNull(order(given, now));

    assertThat(WireOrders.outranks(order, order(before, then))).isEqualTo(outranks);
  }
}
