package newswire.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import newswire.lake.RangeLog.Move;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.kafka.common.TopicPartition;

/**
 * Parquet files in a directory, by dataset and day, each named by the topic, partition and offsets
 * that it has rows of. {@link RangeLog} decides which there are.
 */
final class ParquetLake implements Lake {

  private static final String EMPTY = "day=1970-01-01/columns.parquet";

  private final Path root;
  private final Disk disk;

  ParquetLake(Path root, Disk disk) {
    this.root = root.toAbsolutePath();
    this.disk = disk;
  }

  /** With an empty file in each dataset, so that a query finds columns before there are rows. */
  @Override
  public void open() throws IOException {
    for (Dataset dataset : Dataset.values()) {
      Path empty = root.resolve(dataset.label()).resolve(EMPTY);
      if (!Files.exists(empty)) {
        disk.makeFolder(empty.resolveSibling(""));
        Path draft = Files.createTempDirectory(root, "_columns").resolve("columns");
        RowFiles.writeEmpty(draft, dataset.schema());
        disk.move(draft, empty);
        disk.delete(draft.resolveSibling(""));
      }
    }
  }

  @Override
  public Schema schema(Dataset dataset) {
    return dataset.schema();
  }

  @Override
  public long claim(Dataset dataset, TopicPartition partition) throws IOException {
    RangeLog log = log(partition);
    log.open();
    return log.next();
  }

  @Override
  public void append(Dataset dataset, List<Range> ranges) throws IOException, Fenced {
    for (Range range : ranges) {
      append(dataset, range);
    }
  }

  private void append(Dataset dataset, Range range) throws IOException, Fenced {
    RangeLog log = log(range.partition());
    Path stage = log.stage(range.first());
    List<Move> files;
    try {
      files = write(dataset, range, stage);
    } catch (IOException e) {
      log.discard(stage, e); // the disk may be full of what earlier tries have left
      throw e;
    }
    log.append(range.first(), range.next(), stage, files);
  }

  private static List<Move> write(Dataset dataset, Range range, Path stage) throws IOException {
    List<Move> files = new ArrayList<>();
    SortedMap<LocalDate, List<Record>> days = Range.byDay(List.of(range));
    for (Map.Entry<LocalDate, List<Record>> day : days.entrySet()) {
      String staged = day.getKey() + ".parquet";
      RowFiles.write(stage.resolve(staged), dataset.schema(), day.getValue());
      files.add(new Move(staged, dataset.label() + "/day=" + day.getKey() + "/" + fileName(range)));
    }
    return files;
  }

  private static String fileName(Range range) {
    return String.join(
            "-",
            range.partition().toString(),
            RangeLog.name(range.first()),
            RangeLog.name(range.next() - 1))
        + ".parquet";
  }

  private RangeLog log(TopicPartition partition) {
    return new RangeLog(root, partition, disk);
  }

  @Override
  public void close() {
    // nothing is held open
  }
}
