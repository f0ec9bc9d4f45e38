package newswire.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Fuzzes with JAZZER_FUZZ=1; otherwise tries the inputs in the tree. */
class DecodedTextFuzzTest {

  /** The first line is the header, the rest is the body. */
  @FuzzTest(maxDuration = "60s")
  void anyBytesAreText(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    String header = new String(input, 0, end, StandardCharsets.UTF_8);
    byte[] body = Arrays.copyOfRange(input, Math.min(input.length, end + 1), input.length);

    DecodedText decoded = DecodedText.of(body, header);

    assertThat(DecodedText.of(body, header)).isEqualTo(decoded);
    assertThat(decoded.text().length()).isLessThanOrEqualTo(2 * body.length);
  }
}
