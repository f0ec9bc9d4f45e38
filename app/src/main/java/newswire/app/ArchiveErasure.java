package newswire.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.avro.Schema;

/** Takes raw articles out of an archive. For one run. */
final class ArchiveErasure {

  private final Path dir;
  private final ErasureTarget target;
  private ArchiveManifest manifest;

  ArchiveErasure(Path dir, ErasureTarget target) throws IOException {
    if (!ArchiveManifest.isIn(dir)) {
      throw Exit.usage(dir + " is no archive: it has no " + ArchiveManifest.NAME);
    }
    this.dir = dir;
    this.target = target;
    this.manifest = ArchiveManifest.read(dir);
  }

  /**
   * Rewrites every file that holds any of them.
   *
   * @param execute false to count only
   * @return how many records there are of them
   */
  long run(boolean execute) throws IOException {
    try (ArchiveLock lock = ArchiveLock.take(dir)) {
      long found = 0;
      for (ArchiveManifest.Entry entry : manifest.files()) {
        if (entry.topic().equals(ArchiveTopics.RAW)) {
          ArchiveFile file = ArchiveFile.of(dir, entry);
          long inFile = count(file);
          found += inFile;
          if (execute && inFile > 0) {
            rewrite(file);
          }
        }
      }
      return found;
    }
  }

  private long count(ArchiveFile file) throws IOException {
    long[] found = {0};
    file.read(row -> found[0] += target.isRaw(row) ? 1 : 0);
    return found[0];
  }

  private void rewrite(ArchiveFile file) throws IOException {
    Schema value = ArchiveRow.valueSchema(file.schema());
    try (ArchiveFile.Writer writer =
        new ArchiveFile.Writer(
            file.form(), dir, file.kind(), file.partition(), file.first(), value)) {
      file.read(
          row -> {
            if (!target.isRaw(row)) {
              add(row, writer);
            }
          });
      writer.replace(
          file,
          entry -> {
            manifest = manifest.with(entry);
            manifest.write(dir);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void add(ArchiveRow row, ArchiveFile.Writer writer) {
    try {
      writer.add(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
