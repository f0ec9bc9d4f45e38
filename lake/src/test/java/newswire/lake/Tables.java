package newswire.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import newswire.sink.lake.IcebergConfig;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** Iceberg tables read by DuckDB: the files that their current snapshots name. */
final class Tables {

  private Tables() {}

  static IcebergConfig in(Path directory) {
    return new IcebergConfig(directory, "", "", "", IcebergConfig.DEFAULT_NAMESPACE);
  }

  static DuckDb read(Path directory) {
    DuckDb duck = DuckDb.open();
    Path empty = directory.resolve("_columns");
    try (JdbcCatalog catalog = IcebergCatalog.open(in(directory))) {
      new ParquetLake(empty, new Disk()).open();
      IcebergCatalog.tables(catalog, IcebergConfig.DEFAULT_NAMESPACE)
          .forEach((dataset, table) -> define(duck, dataset, table, empty));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    duck.defineLatest();
    return duck;
  }

  private static void define(DuckDb duck, Dataset dataset, Table table, Path empty) {
    List<String> files = new ArrayList<>(files(table));
    files.add(empty.resolve(dataset.label()).resolve("day=1970-01-01/columns.parquet").toString());
    String list = files.stream().collect(Collectors.joining("', '", "['", "']"));
    String view =
        switch (dataset) {
          case ARTICLES -> "article_states";
          case STORIES -> "story_states";
          case WITHDRAWALS -> "withdrawal_states";
        };
    duck.run(
        "create view "
            + view
            + " as select * from read_parquet("
            + list
            + ", union_by_name = true, hive_partitioning = false)");
  }

  static List<String> files(Table table) {
    List<String> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      tasks.forEach(task -> files.add(task.file().location()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
