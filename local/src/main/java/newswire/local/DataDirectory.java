package newswire.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** The directory that holds all that the platform keeps, stamped as ours and locked while open. */
final class DataDirectory implements AutoCloseable {

  static final String STAMP = "newswire-data.properties";
  static final long LEAST_FREE_BYTES = 512L << 20;

  private static final String FORMAT = "1";
  private static final String NEW_STAMP = STAMP + ".new";
  private static final long LOG_BYTES = 10L << 20;

  /**
   * What a directory may hold before it is stamped: our own first files, and what a new volume has.
   */
  private static final Set<String> UNSTAMPED = Set.of(DirectoryLock.FILE, NEW_STAMP, "lost+found");

  private final Path path;
  private final DirectoryLock lock;

  private DataDirectory(Path path, DirectoryLock lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataDirectory open(Path dir) throws LocalPlatformException {
    Path path = dir.toAbsolutePath().normalize();
    try {
      create(path);
      requireOurs(path);
      requireSpace(path, Files.getFileStore(path).getUsableSpace());
      DirectoryLock lock = DirectoryLock.take(path);
      stamp(path, lock);
      return new DataDirectory(path, lock);
    } catch (IOException e) {
      throw LocalPlatformException.cannot("use " + path + " for data", e);
    }
  }

  private static void create(Path path) throws IOException, LocalPlatformException {
    if (Files.isDirectory(path)) {
      return;
    }
    if (Files.exists(path)) {
      throw new LocalPlatformException(path + " is not a directory; give another --data");
    }
    Path parent = path.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.createDirectory(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static void requireOurs(Path path) throws IOException, LocalPlatformException {
    if (Files.exists(path.resolve(STAMP))) {
      String format = format(path.resolve(STAMP));
      if (!format.equals(FORMAT)) {
        throw new LocalPlatformException(
            path
                + " has data format \""
                + format
                + "\", and this newswire knows only "
                + FORMAT
                + "; use the newswire that wrote it or give another --data");
      }
      return;
    }
    try (Stream<Path> entries = Files.list(path)) {
      if (entries.anyMatch(entry -> !UNSTAMPED.contains(entry.getFileName().toString()))) {
        throw new LocalPlatformException(
            path + " is not empty and not a Newswire data directory; give another --data");
      }
    }
  }

  private static String format(Path stamp) throws IOException {
    Properties stamped = new Properties();
    try (Reader reader = Files.newBufferedReader(stamp, UTF_8)) {
      stamped.load(reader);
    } catch (IllegalArgumentException e) {
      return "";
    }
    return stamped.getProperty("format", "");
  }

  static void requireSpace(Path path, long usable) throws LocalPlatformException {
    if (usable < LEAST_FREE_BYTES) {
      throw new LocalPlatformException(
          path
              + " has only "
              + (usable >> 20)
              + " MB free and newswire needs at least "
              + (LEAST_FREE_BYTES >> 20)
              + " MB; free some space or give another --data");
    }
  }

  private static void stamp(Path path, DirectoryLock lock) throws IOException {
    if (Files.exists(path.resolve(STAMP))) {
      return;
    }
    try {
      replace(path.resolve(STAMP), "format=" + FORMAT + "\n");
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /** Writes a small file so that a kill leaves the old or the new content, never half of it. */
  static void replace(Path file, String content) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(next, content, UTF_8);
    Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }

  Path path() {
    return path;
  }

  /** The folder of one part, made when missing. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(path.resolve(name));
  }

  /** The file a child process logs to; a long one is put aside first. */
  Path log(String name) throws IOException {
    Path log = folder("logs").resolve(name + ".log");
    if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
      Files.move(log, log.resolveSibling(name + ".log.1"), REPLACE_EXISTING);
    }
    return log;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
