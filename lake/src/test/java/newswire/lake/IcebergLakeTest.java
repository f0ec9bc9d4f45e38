package newswire.lake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import newswire.schemas.avro.Article;
import newswire.sink.Samples;
import newswire.sink.lake.IcebergConfig;
import org.apache.iceberg.Table;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcebergLakeTest implements LakeContract {

  @Override
  public Lake lake(Path directory) {
    return new IcebergLake(Tables.in(directory));
  }

  @Override
  public List<List<String>> rows(Path directory) {
    try (DuckDb duck = Tables.read(directory)) {
      return duck.query("select kafka_offset, title from article_states order by 1");
    }
  }

  /** Two that own different partitions may commit at once: neither undoes the other's offsets. */
  @Test
  void keepsTheOffsetsOfOtherPartitions(@TempDir Path directory) throws Exception {
    TopicPartition other = new TopicPartition(Ranges.PARTITION.topic(), 4);
    List<Article> articles = Samples.ofFourScripts();
    try (Lake one = lake(directory);
        Lake two = lake(directory)) {
      one.open();
      two.open();
      LakeContract.append(one, 0, articles.subList(0, 2));
      Range range = Ranges.of(two.schema(Dataset.ARTICLES), 0, articles.subList(2, 4));
      two.append(Dataset.ARTICLES, List.of(new Range(other, 0, 2, range.rows())));
      LakeContract.append(one, 2, articles.subList(2, 3));

      for (Lake lake : List.of(one, two)) {
        assertThat(lake.claim(Dataset.ARTICLES, Ranges.PARTITION)).isEqualTo(3);
        assertThat(lake.claim(Dataset.ARTICLES, other)).isEqualTo(2);
      }
    }
    assertThat(rows(directory)).hasSize(5);
  }

  @Test
  void leavesNoFileOfWhatWasRefused(@TempDir Path directory) throws Exception {
    refusesWhatAZombieHasReadAgain(directory);

    try (JdbcCatalog catalog = IcebergCatalog.open(Tables.in(directory))) {
      Table articles =
          requireNonNull(
              IcebergCatalog.tables(catalog, IcebergConfig.DEFAULT_NAMESPACE)
                  .get(Dataset.ARTICLES));
      try (Stream<Path> files = Files.walk(directory.resolve(IcebergConfig.DEFAULT_NAMESPACE))) {
        assertThat(files.map(Path::toString).filter(file -> file.endsWith(".parquet")))
            .containsExactlyInAnyOrderElementsOf(Tables.files(articles));
      }
    }
  }
}
