package newswire.app;

import java.io.IOException;

/** Writes rows of an archive to a file. */
interface RowWriter extends AutoCloseable {

  void add(ArchiveRow row) throws IOException;

  /** Bytes on the disk so far. */
  long size() throws IOException;

  /** Brings all to the disk and ends it. */
  void seal() throws IOException;

  @Override
  void close() throws IOException;
}
