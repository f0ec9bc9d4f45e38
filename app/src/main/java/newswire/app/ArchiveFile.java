package newswire.app;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newswire.schemas.ArticleId;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SyncableFileOutputStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/**
 * A file of an archive: the rows of a range of offsets of one partition, as an Avro container file
 * with the writer's schema.
 *
 * @param kind of topic, such as {@code raw}
 * @param first the offset from which on the partition was read for it
 * @param last the offset of its last row
 */
record ArchiveFile(Path dir, String kind, int partition, long first, long last) {

  private static final Pattern NAME =
      Pattern.compile("([a-z][a-z-]*)-([0-9]{1,9})-([0-9]{1,18})-([0-9]{1,18})\\.avro");
  private static final int ZSTD_LEVEL = 3;
  private static final int BLOCK = 256 * 1024;
  private static final int SYNC = 16;

  /** The file of this name; empty if it is called otherwise. */
  static Optional<ArchiveFile> named(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ArchiveFile(
            requireNonNull(file.toAbsolutePath().getParent()),
            name.group(1),
            Integer.parseInt(name.group(2)),
            Long.parseLong(name.group(3)),
            Long.parseLong(name.group(4))));
  }

  static ArchiveFile of(Path dir, ArchiveManifest.Entry entry) {
    return named(dir.resolve(entry.file()))
        .filter(f -> f.kind.equals(entry.topic()) && f.partition == entry.partition())
        .filter(f -> f.first == entry.first() && f.last == entry.last())
        .orElseThrow(
            () ->
                Exit.failed(
                    dir.resolve(ArchiveManifest.NAME)
                        + " names "
                        + entry.file()
                        + ", which is no name of the range it gives"));
  }

  Path path() {
    return dir.resolve(kind + "-" + partition + "-" + first + "-" + last + ".avro");
  }

  /** Gives the rows to {@code each}, and what they are written with. */
  void read(Consumer<ArchiveRow> each) throws IOException {
    read(path(), each);
  }

  private void read(Path at, Consumer<ArchiveRow> each) throws IOException {
    long rows = 0;
    long block = 0;
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(at.toFile(), new GenericDatumReader<>())) {
      while (reader.hasNext()) {
        block = reader.previousSync();
        ArchiveRow row = new ArchiveRow(reader.next());
        if (row.partition() != partition || row.offset() < first || row.offset() > last) {
          throw Exit.failed(damaged(rows, block) + "it is of another range");
        }
        each.accept(row);
        rows++;
      }
    } catch (AvroRuntimeException | ClassCastException | NullPointerException e) {
      throw Exit.failed(damaged(rows, block) + e.getMessage());
    } catch (IOException e) {
      throw Exit.failed(damaged(rows, block) + e.getMessage());
    }
  }

  /** The schema of its rows. */
  Schema schema() throws IOException {
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(path().toFile(), new GenericDatumReader<>())) {
      return reader.getSchema();
    }
  }

  private String damaged(long rows, long block) {
    return path() + " is damaged at row " + (rows + 1) + ", in the block at byte " + block + ": ";
  }

  /** What the manifest is to say of it; reads all of it. */
  ArchiveManifest.Entry entry() throws IOException {
    return entry(path());
  }

  private ArchiveManifest.Entry entry(Path at) throws IOException {
    long[] rows = {0};
    read(at, row -> rows[0]++);
    String name = path().getFileName().toString();
    return new ArchiveManifest.Entry(
        name, kind, partition, first, last, rows[0], Files.size(at), sha256(at));
  }

  /** Ends the command if the file is not the one that was written. */
  void check(ArchiveManifest.Entry told) throws IOException {
    if (!Files.isRegularFile(path())) {
      throw Exit.failed(path() + " is missing; the manifest says " + told.records() + " records");
    }
    ArchiveManifest.Entry is = entry(); // tells the place of the damage, if it can be found
    if (!is.equals(told)) {
      throw Exit.failed(
          path()
              + " is not the file that was written: "
              + (is.bytes() == told.bytes()
                  ? "SHA-256 is " + is.sha256() + " and not " + told.sha256()
                  : is.bytes() + " bytes and not " + told.bytes())
              + "; take it from another copy of the archive");
    }
  }

  private static String sha256(Path at) throws IOException {
    try (InputStream in = Files.newInputStream(at)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Writes a file, row by row. */
  static final class Writer implements AutoCloseable {

    private final ArchiveFile begun;
    private final Schema schema;
    private final File made;
    private final SyncableFileOutputStream disk;
    private final DataFileWriter<GenericRecord> rows;
    private long last = -1;

    /**
     * @param value schema of the values
     */
    Writer(Path dir, String kind, int partition, long first, Schema value) throws IOException {
      this.begun = new ArchiveFile(dir, kind, partition, first, first);
      this.schema = ArchiveRow.schema(value);
      this.made = DurableFile.unfinished(begun.path()).toFile();
      this.disk = new SyncableFileOutputStream(made);
      DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>());
      writer.setCodec(CodecFactory.zstandardCodec(ZSTD_LEVEL)).setSyncInterval(BLOCK);
      writer.setMeta("newswire.topic", kind);
      this.rows = writer.create(schema, disk, sync(begun));
    }

    // The same range is the same bytes.
    private static byte[] sync(ArchiveFile file) {
      byte[] name = file.path().getFileName().toString().getBytes(StandardCharsets.UTF_8);
      return Arrays.copyOf(HexFormat.of().parseHex(ArticleId.sha256(name)), SYNC);
    }

    Schema schema() {
      return schema;
    }

    void add(ArchiveRow row) throws IOException {
      rows.append(row.fields());
      last = row.offset();
    }

    /** Bytes on the disk so far. */
    long size() throws IOException {
      return disk.getChannel().position();
    }

    /** Gives it its name once it is on the disk. */
    ArchiveFile finish() throws IOException {
      ArchiveFile file = upTo(last);
      seal();
      DurableFile.finish(made.toPath(), file.path());
      return file;
    }

    /**
     * Puts it in the place of a file of the same range, once {@code told} has been told what the
     * manifest is to say of it: a run that is killed between the two is done again.
     */
    void replace(ArchiveFile file, Announcement told) throws IOException {
      seal();
      told.of(file.entry(made.toPath()));
      DurableFile.finish(made.toPath(), file.path());
    }

    private ArchiveFile upTo(long last) {
      return new ArchiveFile(begun.dir, begun.kind, begun.partition, begun.first, last);
    }

    private void seal() throws IOException {
      rows.flush();
      disk.sync();
      rows.close();
    }

    @Override
    public void close() throws IOException {
      rows.close();
      Files.deleteIfExists(made.toPath());
    }
  }

  /** Takes what the manifest is to say of a file. */
  @FunctionalInterface
  interface Announcement {
    void of(ArchiveManifest.Entry entry) throws IOException;
  }
}
