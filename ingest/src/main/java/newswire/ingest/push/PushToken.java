package newswire.ingest.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import newswire.ingest.websub.SecretFile;
import org.jspecify.annotations.Nullable;

/** The secret that whoever pushes has to know. */
public final class PushToken {

  private static final String SCHEME = "bearer ";

  private final byte[] token;

  private PushToken(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The token in a file that nobody else may read; made if it is not there.
   *
   * @throws IOException if the file is open to others, or holds no token
   */
  public static PushToken in(Path file) throws IOException {
    return new PushToken(SecretFile.read(file));
  }

  /** Whether an Authorization header gives it; takes as long whatever is wrong. */
  boolean isIn(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    byte[] given =
        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given, token);
  }
}
