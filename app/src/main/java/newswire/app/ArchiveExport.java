package newswire.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import newswire.schemas.Erasure;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Writes what is new in the topics to an archive. For one run. */
final class ArchiveExport {

  /** A file this large is ended; it may become larger by one record. */
  private static final long LARGEST_FILE = 64L * 1024 * 1024;

  private final Path dir;
  private final ArchiveTopics topics;
  private final WriterSchemas schemas;
  private final ArchiveForm form;
  private ArchiveManifest manifest;
  private long written;

  ArchiveExport(
      Path dir,
      ArchiveManifest.Filter filter,
      ArchiveTopics topics,
      WriterSchemas schemas,
      ArchiveForm form)
      throws IOException {
    this.dir = dir;
    this.topics = topics;
    this.schemas = schemas;
    this.form = form;
    this.manifest =
        ArchiveManifest.isIn(dir) ? ArchiveManifest.read(dir) : ArchiveManifest.empty(filter);
    if (!manifest.filter().equals(filter)) {
      throw Exit.usage(
          dir
              + " is an archive of "
              + manifest.filter()
              + ", not of "
              + filter
              + "; give the same filter, or another directory");
    }
  }

  /** How many records it has written. */
  long run(RecordFinder finder) throws IOException {
    try (ArchiveLock lock = ArchiveLock.take(dir)) {
      clean();
      for (String kind : topics.kinds()) {
        begin(kind);
        for (TopicPartition partition : topics.partitions(kind)) {
          export(kind, partition, finder);
        }
      }
      return written;
    }
  }

  /** Of a run that was killed: what is unfinished goes, what is finished is taken in. */
  private void clean() throws IOException {
    try (Stream<Path> entries = Files.list(dir)) {
      for (Path file : entries.sorted(Comparator.naturalOrder()).toList()) {
        if (DurableFile.isUnfinished(file)) {
          Files.delete(file);
        }
        @Nullable ArchiveFile found = ArchiveFile.named(file).orElse(null);
        String name = file.getFileName().toString();
        if (found != null && manifest.files().stream().noneMatch(e -> e.file().equals(name))) {
          take(found);
        }
      }
    }
  }

  private void begin(String kind) throws IOException {
    ArchiveManifest.Origin origin =
        new ArchiveManifest.Origin(topics.topic(kind).name(), topics.id(kind));
    ArchiveManifest.@Nullable Origin before = manifest.topics().get(kind);
    if (before != null && !before.equals(origin)) {
      throw Exit.failed(
          dir
              + " is an archive of another topic, "
              + before.topic()
              + " with the id "
              + before.id()
              + "; what is here has the id "
              + origin.id()
              + "; give another directory");
    }
    manifest = manifest.with(kind, origin);
    manifest.write(dir);
  }

  private void export(String kind, TopicPartition partition, RecordFinder finder)
      throws IOException {
    long next = manifest.next(kind, partition.partition());
    long beginning = topics.beginning(partition);
    if (next > 0 && beginning > next) {
      System.err.println(
          "newswire: "
              + partition
              + ": offsets "
              + next
              + " to "
              + (beginning - 1)
              + " were deleted before they were archived");
    }
    try (Pass pass = new Pass(kind, partition, Math.max(next, beginning))) {
      finder.scanFrom(partition, Math.max(next, beginning), pass::take);
      pass.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void take(ArchiveFile file) throws IOException {
    ArchiveManifest.Entry entry = file.entry();
    manifest = manifest.with(entry);
    manifest.write(dir);
    written += entry.records();
    Progress.step(entry.file() + "  " + Sheet.count(entry.records()) + " records");
  }

  // WARC has a place for what was fetched only.
  private ArchiveForm formOf(String kind) {
    return kind.equals(ArchiveTopics.RAW) ? form : ArchiveForm.AVRO;
  }

  private boolean isWanted(String kind, ConsumerRecord<byte[], byte[]> record) {
    ArchiveManifest.Filter filter = manifest.filter();
    if (!kind.equals(ArchiveTopics.RAW)) {
      return true;
    }
    // An order to erase is given later than what it erases was published.
    boolean isErasure = record.value() == null && Erasure.articleId(record.headers()).isPresent();
    Instant time = Instant.ofEpochMilli(record.timestamp());
    boolean isWithin =
        (filter.from() == null || !time.isBefore(Instant.parse(filter.from())))
            && (filter.to() == null || time.isBefore(Instant.parse(filter.to())));
    return (isErasure || isWithin)
        && (filter.sites().isEmpty() || filter.sites().contains(RecordFinder.key(record)));
  }

  /** One partition, from where it was left to its end. */
  private final class Pass implements AutoCloseable {

    private final String kind;
    private final TopicPartition partition;
    private long first;
    private @Nullable Schema schema;
    private ArchiveFile.@Nullable Writer writer;

    Pass(String kind, TopicPartition partition, long first) {
      this.kind = kind;
      this.partition = partition;
      this.first = first;
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
      if (!isWanted(kind, record)) {
        return;
      }
      try {
        Schema value = schemas.of(record, schema, topics.topic(kind));
        if (writer != null && (!value.equals(schema) || writer.size() >= LARGEST_FILE)) {
          end();
        }
        if (writer == null) {
          schema = value;
          writer =
              new ArchiveFile.Writer(formOf(kind), dir, kind, partition.partition(), first, value);
        }
        writer.add(ArchiveRow.of(writer.schema(), record));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void end() throws IOException {
      if (writer != null) {
        ArchiveFile file = writer.finish();
        writer = null;
        first = file.last() + 1;
        ArchiveExport.this.take(file);
      }
    }

    @Override
    public void close() throws IOException {
      if (writer != null) {
        writer.close();
      }
    }
  }
}
