package newswire.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps every other writer out of an archive for as long as it is open. */
record ArchiveLock(FileChannel channel) implements AutoCloseable {

  private static final String FILE = ".lock";

  static ArchiveLock take(Path dir) throws IOException {
    FileChannel channel =
        FileChannel.open(dir.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new ArchiveLock(channel);
      }
    } catch (OverlappingFileLockException e) { // held in this process
    }
    channel.close();
    throw Exit.failed("another newswire writes to " + dir + "; wait for its end");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
