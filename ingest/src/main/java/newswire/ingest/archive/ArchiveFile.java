package newswire.ingest.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import newswire.schemas.ArticleId;
import newswire.schemas.TrustedRecords;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** One WARC file, compressed or not, read record by record from any of them. For one thread. */
final class ArchiveFile implements AutoCloseable {

  static {
    TrustedRecords.register();
  }

  private static final int HEAD = 64 * 1024;

  private final Path file;
  private WarcReader reader;
  private long records;
  private long position;
  private String lastId = "";
  private Optional<String> end = Optional.empty();

  ArchiveFile(Path file) throws IOException {
    this.file = file;
    this.reader = new WarcReader(file);
  }

  /** The same for the same file under whatever name: of its beginning and size. */
  static String id(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD);
      return ArticleId.sha256(head).substring(0, 24) + "-" + Files.size(file);
    }
  }

  /**
   * Goes on after a record that was read before: by its position if it is there, else by counting.
   */
  void resume(long after, String id, long count) throws IOException {
    if (!isAt(after, id)) {
      reader.close();
      reader = new WarcReader(file);
      records = 0;
      while (records < count && next() != null) {
        // What was read before is passed over.
      }
    }
    records = count;
  }

  private boolean isAt(long after, String id) {
    try {
      if (after <= 0 || after >= Files.size(file)) {
        return false;
      }
      reader.position(after);
      @Nullable WarcRecord record = next();
      return record != null && lastId.equals(id);
    } catch (IOException | RuntimeException e) {
      return false;
    } finally {
      end = Optional.empty();
    }
  }

  /** What the next record holds; null at the end, whether that is where it should be or not. */
  @Nullable Archived read() {
    @Nullable WarcRecord record = next();
    return record == null ? null : ArchivedPage.read(record);
  }

  private @Nullable WarcRecord next() {
    try {
      Optional<WarcRecord> record = reader.next();
      if (record.isEmpty()) {
        return null;
      }
      records++;
      position = record.get().position();
      lastId = record.get().headers().first("WARC-Record-ID").orElse("");
      return record.get();
    } catch (IOException | RuntimeException e) {
      String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      end =
          Optional.of(
              "it ends within or after record "
                  + records
                  + ", which begins at byte "
                  + position
                  + " of "
                  + size()
                  + ": "
                  + what);
      return null;
    }
  }

  private long size() {
    try (FileChannel channel = FileChannel.open(file)) {
      return channel.size();
    } catch (IOException e) {
      return -1;
    }
  }

  /** How many records have been read, those before {@link #resume} included. */
  long records() {
    return records;
  }

  /** Where the last record begins. */
  long position() {
    return position;
  }

  /** Id of the last record. */
  String lastId() {
    return lastId;
  }

  /** Why reading has ended before the end of the file, if it has. */
  Optional<String> brokenOff() {
    return end;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
