package newswire.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The rows of a JSONL file, read one at a time; blank lines do not count as rows. */
final class RowFile implements Iterator<FileItem>, AutoCloseable {

  private static final int LONGEST = 7 * 1024 * 1024;
  private static final int KEPT = 64 * 1024;

  private final InputStream in;
  private final String name;
  private final Instant now;
  private long line;
  private boolean ended;
  private Optional<FileItem> next = Optional.empty();

  RowFile(InputStream in, String name, Instant now) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.name = name;
    this.now = now;
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && !ended) {
      try {
        next = read();
      } catch (IOException e) {
        ended = true;
        String place = name + ":" + (line + 1);
        next = Optional.of(new FileItem.Refused(place, "cannot be read: " + e, new byte[0]));
      }
    }
    return next.isPresent();
  }

  @Override
  public FileItem next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    FileItem item = next.orElseThrow();
    next = Optional.empty();
    return item;
  }

  private Optional<FileItem> read() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long length = 0;
    int b = in.read();
    ended = b < 0;
    line++;
    while (b >= 0 && b != '\n') {
      if (length++ < LONGEST) {
        bytes.write(b);
      }
      b = in.read();
    }
    String place = name + ":" + line;
    byte[] row = withoutMark(bytes.toByteArray());
    if (length > LONGEST) {
      byte[] start = Arrays.copyOf(row, KEPT);
      return Optional.of(new FileItem.Refused(place, "longer than " + LONGEST + " bytes", start));
    }
    return isBlank(row) ? Optional.empty() : Optional.of(ArticleRow.read(row, place, now));
  }

  private byte[] withoutMark(byte[] row) {
    boolean marked =
        line == 1
            && row.length >= 3
            && (row[0] & 0xFF) == 0xEF
            && (row[1] & 0xFF) == 0xBB
            && (row[2] & 0xFF) == 0xBF;
    return marked ? Arrays.copyOfRange(row, 3, row.length) : row;
  }

  private static boolean isBlank(byte[] row) {
    for (byte b : row) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
