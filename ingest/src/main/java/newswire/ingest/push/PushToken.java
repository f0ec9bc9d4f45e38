package newswire.ingest.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The secret that whoever pushes has to know. */
public final class PushToken {

  private static final int BYTES = 32;
  private static final int LEAST = 16;
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
    boolean posix = Files.getFileStore(parent(file)).supportsFileAttributeView("posix");
    create(file, posix);
    if (posix) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (!PosixFilePermissions.fromString("rw-------").containsAll(permissions)) {
        throw new IOException(file + " can be read by others; it needs the mode 0600");
      }
    }
    String token = Files.readString(file).strip();
    if (token.length() < LEAST) {
      throw new IOException(file + " holds no token of " + LEAST + " or more characters");
    }
    return new PushToken(token);
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private static void create(Path file, boolean posix) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    try {
      if (posix) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
      Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
    } catch (FileAlreadyExistsException e) {
      // It stays what it is.
    }
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
