package newswire.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import newswire.ingest.websub.Signature.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

  private static final String BODY = "خبر 新闻 News";

  private static String hex(String algorithm, String secret) throws Exception {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
    return HexFormat.of().formatHex(mac.doFinal(BODY.getBytes(UTF_8)));
  }

  private static Verdict verdict(String secret, String... values) throws IOException {
    return Signature.strongest(List.of(values))
        .orElseThrow()
        .of(new ByteArrayInputStream(BODY.getBytes(UTF_8)), secret, 1_000);
  }

  @ParameterizedTest
  @CsvSource({"sha1, HmacSHA1", "sha256, HmacSHA256", "sha384, HmacSHA384", "SHA512, HmacSHA512"})
  void isRightForTheSecretAlone(String method, String algorithm) throws Exception {
    assertThat(verdict("s", method + "=" + hex(algorithm, "s"))).isEqualTo(Verdict.RIGHT);
    assertThat(verdict("t", method + "=" + hex(algorithm, "s"))).isEqualTo(Verdict.WRONG);
    assertThat(verdict("s", method + "=" + hex(algorithm, "s").substring(2)))
        .isEqualTo(Verdict.WRONG);
  }

  @Test
  void aWeakOneCountsForNothingBesideABetterOne() throws Exception {
    String weak = "sha1=" + hex("HmacSHA1", "s");

    assertThat(verdict("s", weak, "sha256=" + hex("HmacSHA256", "t"))).isEqualTo(Verdict.WRONG);
    assertThat(verdict("s", weak + ", sha256=" + hex("HmacSHA256", "s"))).isEqualTo(Verdict.RIGHT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "md5=00", "sha256", "sha256=xyz", "sha256=0", "=", "sha256 =00"})
  void isNoneWhereItCannotBeRead(String header) {
    assertThat(Signature.strongest(List.of(header))).isEmpty();
  }

  @Test
  void readsNoFurtherThanItMust() throws Exception {
    Signature signature = Signature.strongest(List.of("sha256=00")).orElseThrow();

    Verdict endless =
        signature.of(
            new java.io.InputStream() {
              @Override
              public int read() {
                return 'x';
              }
            },
            "s",
            1_000_000);

    assertThat(endless).isEqualTo(Verdict.TOO_LARGE);
  }
}
