package newswire.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import newswire.schemas.ArticleId;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SyncableFileOutputStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Rows of an archive in an Avro container file. */
final class AvroRows {

  private static final int ZSTD_LEVEL = 3;
  private static final int BLOCK = 256 * 1024;
  private static final int SYNC = 16;

  private AvroRows() {}

  static final class Reader implements RowReader {

    private final DataFileReader<GenericRecord> file;

    Reader(Path file) throws IOException {
      this.file = new DataFileReader<>(file.toFile(), new GenericDatumReader<>());
    }

    @Override
    public Schema schema() {
      return file.getSchema();
    }

    @Override
    public @Nullable ArchiveRow next() {
      return file.hasNext() ? new ArchiveRow(file.next()) : null;
    }

    /** That of the block. */
    @Override
    public long position() {
      return file.previousSync();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  static final class Writer implements RowWriter {

    private final SyncableFileOutputStream disk;
    private final DataFileWriter<GenericRecord> rows;

    Writer(File made, ArchiveFile file, Schema row) throws IOException {
      this.disk = new SyncableFileOutputStream(made);
      DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>());
      writer.setCodec(CodecFactory.zstandardCodec(ZSTD_LEVEL)).setSyncInterval(BLOCK);
      writer.setMeta("newswire.topic", file.kind());
      this.rows = writer.create(row, disk, sync(file));
    }

    // The same range is the same bytes.
    private static byte[] sync(ArchiveFile file) {
      byte[] name = file.path().getFileName().toString().getBytes(StandardCharsets.UTF_8);
      return Arrays.copyOf(HexFormat.of().parseHex(ArticleId.sha256(name)), SYNC);
    }

    @Override
    public void add(ArchiveRow row) throws IOException {
      rows.append(row.fields());
    }

    @Override
    public long size() throws IOException {
      return disk.getChannel().position();
    }

    @Override
    public void seal() throws IOException {
      rows.flush();
      disk.sync();
      rows.close();
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }
}
