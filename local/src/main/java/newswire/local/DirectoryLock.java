package newswire.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps every other newswire out of a data directory for as long as this one is open. */
final class DirectoryLock implements AutoCloseable {

  static final String FILE = "lock";

  /**
   * The directories this JVM holds. Closing any channel to a file drops all POSIX locks of the
   * process on it, so a second attempt from within must not even open the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path dir;
  private final FileChannel channel;

  private DirectoryLock(Path dir, FileChannel channel) {
    this.dir = dir;
    this.channel = channel;
  }

  static DirectoryLock take(Path dir) throws IOException, LocalPlatformException {
    Path real = dir.toRealPath();
    if (!HELD.add(real)) {
      throw inUse(dir, Long.toString(ProcessHandle.current().pid()));
    }
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel = FileChannel.open(real.resolve(FILE), CREATE, WRITE);
      if (channel.tryLock() == null) {
        throw inUse(dir, Files.readString(real.resolve(FILE), US_ASCII).strip());
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)));
      taken = true;
      return new DirectoryLock(real, channel);
    } finally {
      if (!taken) {
        if (channel != null) {
          channel.close();
        }
        HELD.remove(real);
      }
    }
  }

  private static LocalPlatformException inUse(Path dir, String pid) {
    String holder = pid.isEmpty() ? "" : " (process " + pid + ")";
    return new LocalPlatformException(
        dir + " is in use by another newswire" + holder + "; stop it or give another --data");
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(dir);
  }
}
