package newswire.ingest.websub;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** A secret in a file of its own. */
public final class SecretFile {

  private static final int BYTES = 32;
  private static final int LEAST = 16;

  private SecretFile() {}

  /**
   * The secret in a file that nobody else may read; made if it is not there.
   *
   * @throws IOException if the file is open to others, or holds no secret
   */
  public static String read(Path file) throws IOException {
    boolean posix = Files.getFileStore(parent(file)).supportsFileAttributeView("posix");
    create(file, posix);
    if (posix) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (!PosixFilePermissions.fromString("rw-------").containsAll(permissions)) {
        throw new IOException(file + " can be read by others; it needs the mode 0600");
      }
    }
    String secret = Files.readString(file).strip();
    if (secret.length() < LEAST) {
      throw new IOException(file + " holds no secret of " + LEAST + " or more characters");
    }
    return secret;
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
}
