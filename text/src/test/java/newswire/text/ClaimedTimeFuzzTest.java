package newswire.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import newswire.schemas.avro.Precision;

/** Fuzzes with JAZZER_FUZZ=1; otherwise tries the inputs in the tree. */
class ClaimedTimeFuzzTest {

  @FuzzTest(maxDuration = "60s")
  void anyTextIsATimeOrUnknown(byte[] text) {
    ClaimedTime time = ClaimedTime.read(new String(text, StandardCharsets.UTF_8));

    assertThat(time.instant() == null).isEqualTo(time.precision() == Precision.UNKNOWN);
  }
}
