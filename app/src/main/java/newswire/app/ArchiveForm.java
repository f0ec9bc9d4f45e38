package newswire.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.Schema;

/** In what form a file of an archive holds its rows. */
enum ArchiveForm {
  AVRO("avro"),
  WARC("warc.gz");

  private final String suffix;

  ArchiveForm(String suffix) {
    this.suffix = suffix;
  }

  /** What the names of such files end with. */
  String suffix() {
    return suffix;
  }

  static ArchiveForm ofSuffix(String suffix) {
    return suffix.equals(AVRO.suffix) ? AVRO : WARC;
  }

  RowReader reader(Path file) throws IOException {
    return this == AVRO ? new AvroRows.Reader(file) : new WarcRows.Reader(file);
  }

  /**
   * Begins a file.
   *
   * @param made where it is written
   * @param file what it is to be
   * @param row schema of its rows
   */
  RowWriter writer(File made, ArchiveFile file, Schema row) throws IOException {
    return this == AVRO
        ? new AvroRows.Writer(made, file, row)
        : new WarcRows.Writer(made, file, row);
  }
}
