package newswire.lake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import newswire.sink.lake.IcebergConfig;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SnapshotAncestryValidator;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.exceptions.CleanableFailure;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.parquet.Parquet;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Iceberg tables whose properties say how far each partition has come. Files and offsets become
 * visible in one commit, which is made only if the offsets still are what they were expected to be.
 *
 * <p>Without that check the append of a process that was replaced would be put on top of what its
 * successor has committed, however few retries it is allowed.
 */
final class IcebergLake implements Lake {

  private static final String OFFSET = "newswire.next-offset.";

  private final IcebergConfig config;
  private @Nullable JdbcCatalog catalog;
  private Map<Dataset, Table> tables = Map.of();

  IcebergLake(IcebergConfig config) {
    this.config = config;
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  /** Iceberg tells all trouble with files, catalogs and commits by unchecked exceptions. */
  private static <T> T attempt(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    } catch (ValidationException e) {
      throw e;
    } catch (RuntimeException e) {
      if (e.getClass().getName().startsWith("org.apache.iceberg.")) {
        throw new IOException(e.getMessage(), e);
      }
      throw e;
    }
  }

  @Override
  public void open() throws IOException {
    tables =
        attempt(
            () -> {
              if (catalog == null) {
                catalog = IcebergCatalog.open(config);
              }
              return IcebergCatalog.tables(catalog, config.namespace());
            });
  }

  private Table table(Dataset dataset) {
    return requireNonNull(tables.get(dataset), "not open");
  }

  @Override
  public Schema schema(Dataset dataset) {
    return table(dataset).schema();
  }

  @Override
  public long claim(Dataset dataset, TopicPartition partition) throws IOException {
    Table table = table(dataset);
    return attempt(
        () -> {
          table.refresh();
          return next(table, partition);
        });
  }

  private static long next(Table table, TopicPartition partition) {
    return Long.parseLong(table.properties().getOrDefault(OFFSET + partition, "0"));
  }

  @Override
  public void append(Dataset dataset, List<Range> ranges) throws IOException, Fenced {
    Table table = table(dataset);
    List<String> paths = new ArrayList<>();
    List<DataFile> files;
    try {
      files = attempt(() -> write(table, ranges, paths));
    } catch (IOException e) {
      remove(paths, e);
      throw e;
    }
    try {
      attempt(() -> commit(table, ranges, files));
    } catch (ValidationException e) {
      remove(paths, e);
      throw new Fenced(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      // After any other the table may name these files: the answer was lost, not the commit.
      if (e.getCause() instanceof CleanableFailure) {
        remove(paths, e);
      }
      throw e;
    }
  }

  private static void remove(List<String> paths, Exception why) {
    for (String path : paths) {
      try {
        Files.deleteIfExists(Path.of(path));
      } catch (IOException e) {
        why.addSuppressed(e);
      }
    }
  }

  private static List<DataFile> write(Table table, List<Range> ranges, List<String> paths)
      throws IOException {
    List<DataFile> files = new ArrayList<>();
    for (Map.Entry<LocalDate, List<Record>> day : Range.byDay(ranges).entrySet()) {
      Record partition = GenericRecord.create(table.spec().partitionType());
      partition.set(0, Math.toIntExact(day.getKey().toEpochDay()));
      String name = UUID.randomUUID() + ".parquet";
      String path = table.locationProvider().newDataLocation(table.spec(), partition, name);
      paths.add(path);
      files.add(write(table, partition, path, day.getValue()));
    }
    return files;
  }

  private static DataFile write(Table table, Record partition, String path, List<Record> rows)
      throws IOException {
    DataWriter<Record> writer =
        Parquet.writeData(table.io().newOutputFile(path))
            .forTable(table)
            .withPartition(partition)
            .createWriterFunc(GenericParquetWriter::create)
            .build();
    try (writer) {
      writer.write(rows);
    }
    new Disk().sync(Path.of(path));
    return writer.toDataFile();
  }

  private static List<DataFile> commit(Table table, List<Range> ranges, List<DataFile> files) {
    Transaction transaction = table.newTransaction();
    // First of the two, so that it sees the offsets as they are before this commit, in every retry.
    AppendFiles append = transaction.newAppend();
    append.validateWith(new Unmoved(transaction.table(), ranges));
    files.forEach(append::appendFile);
    append.commit();
    UpdateProperties offsets = transaction.updateProperties();
    ranges.forEach(range -> offsets.set(OFFSET + range.partition(), "" + range.next()));
    offsets.commit();
    transaction.commitTransaction();
    return files;
  }

  /** Compares the offsets with those that the ranges begin at. */
  private record Unmoved(Table table, List<Range> ranges) implements SnapshotAncestryValidator {

    @Override
    public boolean validate(Iterable<org.apache.iceberg.Snapshot> ancestors) {
      return ranges.stream().allMatch(range -> next(table, range.partition()) == range.first());
    }

    @Override
    public String errorMessage() {
      return "records of " + table.name() + " have been stored by another process";
    }
  }

  @Override
  public void close() {
    if (catalog != null) {
      catalog.close();
      catalog = null;
    }
  }
}
