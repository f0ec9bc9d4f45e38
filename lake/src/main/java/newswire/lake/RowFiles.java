package newswire.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Files;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.FileAppender;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;

/** Writes Parquet files that belong to no table. */
final class RowFiles {

  static final String CODEC = "zstd";

  private RowFiles() {}

  /** Writes a file that is not there yet. */
  static void write(Path file, Schema schema, List<Record> rows) throws IOException {
    try (FileAppender<Record> out =
        Parquet.write(Files.localOutput(file.toFile()))
            .schema(schema)
            .createWriterFunc(GenericParquetWriter::create)
            .set(TableProperties.PARQUET_COMPRESSION, CODEC)
            .build()) {
      out.addAll(rows);
    } catch (UncheckedIOException e) { // Iceberg's own is one of them
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Writes a file with columns and no rows, which Iceberg's writers do not. */
  @SuppressWarnings("deprecation") // the other constructors are for encryption
  static void writeEmpty(Path file, Schema schema) throws IOException {
    try (ParquetFileWriter out =
        new ParquetFileWriter(
            new LocalOutputFile(file),
            ParquetSchemaUtil.convert(schema, "table"),
            ParquetFileWriter.Mode.CREATE,
            ParquetWriter.DEFAULT_BLOCK_SIZE,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT)) {
      out.start();
      out.end(Map.of());
    }
  }
}
