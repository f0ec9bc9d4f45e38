package newswire.app;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file of an archive: the rows of a range of offsets of one partition, with the writer's schema.
 *
 * @param form in which it holds them
 * @param kind of topic, such as {@code raw}
 * @param first the offset from which on the partition was read for it
 * @param last the offset of its last row
 */
record ArchiveFile(Path dir, ArchiveForm form, String kind, int partition, long first, long last) {

  private static final Pattern NAME =
      Pattern.compile("([a-z][a-z-]*)-([0-9]{1,9})-([0-9]{1,18})-([0-9]{1,18})\\.(avro|warc\\.gz)");

  /** The file of this name; empty if it is called otherwise. */
  static Optional<ArchiveFile> named(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ArchiveFile(
            requireNonNull(file.toAbsolutePath().getParent()),
            ArchiveForm.ofSuffix(name.group(5)),
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
    return dir.resolve(kind + "-" + partition + "-" + first + "-" + last + "." + form.suffix());
  }

  /** Gives the rows to {@code each}, and what they are written with. */
  void read(Consumer<ArchiveRow> each) throws IOException {
    read(path(), each);
  }

  private void read(Path at, Consumer<ArchiveRow> each) throws IOException {
    long rows = 0;
    long begin = 0;
    try (RowReader reader = form.reader(at)) {
      @Nullable ArchiveRow row = reader.next();
      while (row != null) {
        if (row.partition() != partition || row.offset() < first || row.offset() > last) {
          throw Exit.failed(damaged(rows, begin) + "it is of another range");
        }
        each.accept(row);
        rows++;
        begin = reader.position();
        row = reader.next();
      }
    } catch (AvroRuntimeException
        | ClassCastException
        | IllegalArgumentException
        | NullPointerException
        | IOException e) {
      throw Exit.failed(damaged(rows, begin) + e.getMessage());
    }
  }

  /** The schema of its rows. */
  Schema schema() throws IOException {
    try (RowReader reader = form.reader(path())) {
      return reader.schema();
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
    private final RowWriter rows;
    private long last = -1;

    /**
     * @param value schema of the values
     */
    Writer(ArchiveForm form, Path dir, String kind, int partition, long first, Schema value)
        throws IOException {
      this.begun = new ArchiveFile(dir, form, kind, partition, first, first);
      this.schema = ArchiveRow.schema(value);
      this.made = DurableFile.unfinished(begun.path()).toFile();
      this.rows = form.writer(made, begun, schema);
    }

    Schema schema() {
      return schema;
    }

    void add(ArchiveRow row) throws IOException {
      rows.add(row);
      last = row.offset();
    }

    /** Bytes on the disk so far. */
    long size() throws IOException {
      return rows.size();
    }

    /** Gives it its name once it is on the disk. */
    ArchiveFile finish() throws IOException {
      ArchiveFile file = upTo(last);
      rows.seal();
      DurableFile.finish(made.toPath(), file.path());
      return file;
    }

    /**
     * Puts it in the place of a file of the same range, once {@code told} has been told what the
     * manifest is to say of it: a run that is killed between the two is done again.
     */
    void replace(ArchiveFile file, Announcement told) throws IOException {
      rows.seal();
      told.of(file.entry(made.toPath()));
      DurableFile.finish(made.toPath(), file.path());
    }

    private ArchiveFile upTo(long last) {
      return new ArchiveFile(begun.dir, begun.form, begun.kind, begun.partition, begun.first, last);
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
