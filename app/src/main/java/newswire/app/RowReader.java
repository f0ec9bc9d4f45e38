package newswire.app;

import java.io.IOException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file of an archive. */
interface RowReader extends AutoCloseable {

  /** The schema of the rows. */
  Schema schema();

  /** The next row; null if there is none. */
  @Nullable ArchiveRow next() throws IOException;

  /** At which byte what is read next begins. */
  long position() throws IOException;

  @Override
  void close() throws IOException;
}
