package newswire.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a delivery (W3C WebSub, 7.1): {@code X-Hub-Signature: method=hex}. */
public final class Signature {

  private static final int BUFFER = 16 * 1024;

  private final String algorithm;
  private final byte[] mac;

  private Signature(String algorithm, byte[] mac) {
    this.algorithm = algorithm;
    this.mac = mac;
  }

  /** Strongest first; sha1 counts where a hub gives nothing better. */
  private enum Method {
    SHA512("HmacSHA512"),
    SHA384("HmacSHA384"),
    SHA256("HmacSHA256"),
    SHA1("HmacSHA1");

    private final String algorithm;

    Method(String algorithm) {
      this.algorithm = algorithm;
    }
  }

  /** The strongest one given in the header's values; empty if there is none. */
  public static Optional<Signature> strongest(List<String> values) {
    List<String> given = new ArrayList<>();
    values.forEach(value -> given.addAll(List.of(value.split(",", -1))));
    for (Method method : Method.values()) {
      String prefix = method.name().toLowerCase(Locale.ROOT) + "=";
      for (String one : given) {
        String text = one.strip();
        if (text.regionMatches(true, 0, prefix, 0, prefix.length())) {
          return read(method, text.substring(prefix.length()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Signature> read(Method method, String hex) {
    try {
      return Optional.of(new Signature(method.algorithm, HexFormat.of().parseHex(hex)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What became of a body. */
  public enum Verdict {
    RIGHT,
    WRONG,
    TOO_LARGE
  }

  /** Whether a body is signed with the secret; read in pieces, and no further than {@code most}. */
  public Verdict of(InputStream body, String secret, long most) throws IOException {
    try {
      Mac computing = Mac.getInstance(algorithm);
      computing.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
      byte[] buffer = new byte[BUFFER];
      long size = 0;
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        size += n;
        if (size > most) {
          return Verdict.TOO_LARGE;
        }
        computing.update(buffer, 0, n);
      }
      return MessageDigest.isEqual(computing.doFinal(), mac) ? Verdict.RIGHT : Verdict.WRONG;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no " + algorithm, e);
    }
  }
}
