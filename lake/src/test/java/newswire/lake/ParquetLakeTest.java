package newswire.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import newswire.schemas.avro.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetLakeTest implements LakeContract {

  @Override
  public Lake lake(Path directory) {
    return new ParquetLake(directory, new Disk());
  }

  @Override
  public List<List<String>> rows(Path directory) {
    try (DuckDb duck = DuckDb.ofDirectory(directory)) {
      return duck.query("select kafka_offset, title from article_states order by 1");
    }
  }

  /** As kill -9 does it: before the step, and nothing happens after it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** A disk whose process dies at a step. */
  private static final class MortalDisk extends Disk {

    private int steps;

    MortalDisk(int steps) {
      this.steps = steps;
    }

    private void step() {
      if (steps-- == 0) {
        throw new Killed();
      }
    }

    @Override
    void sync(Path fileOrFolder) throws IOException {
      step();
      super.sync(fileOrFolder);
    }

    @Override
    boolean link(Path name, Path file) throws IOException {
      step();
      return super.link(name, file);
    }

    @Override
    boolean move(Path from, Path to) throws IOException {
      step();
      return super.move(from, to);
    }

    @Override
    void delete(Path fileOrFolder) throws IOException {
      step();
      super.delete(fileOrFolder);
    }
  }

  @Test
  void storesEveryRecordOnceWhereverItIsKilled(@TempDir Path parent) throws Exception {
    List<Article> articles = Ranges.ofThreeDays();
    int deaths = 0;
    boolean died = true;
    while (died) {
      Path directory = parent.resolve(Integer.toString(deaths));
      lake(directory).open();
      died = dies(directory, deaths, articles);
      goOn(directory, articles);

      assertThat(rows(directory))
          .as("killed before step %s", deaths)
          .extracting(row -> row.get(0))
          .containsExactly("0", "1", "2", "3");
      assertThat(staged(directory)).as("left after step %s", deaths).isEmpty();
      deaths++;
    }
    assertThat(deaths).isGreaterThan(20);
  }

  private static boolean dies(Path directory, int steps, List<Article> articles)
      throws IOException, Fenced {
    Lake lake = new ParquetLake(directory, new MortalDisk(steps));
    try {
      lake.claim(Dataset.ARTICLES, Ranges.PARTITION);
      LakeContract.append(lake, 0, articles.subList(0, 3));
      return false;
    } catch (Killed e) {
      return true;
    }
  }

  // Another poll cuts the records differently.
  private void goOn(Path directory, List<Article> articles) throws IOException, Fenced {
    Lake lake = lake(directory);
    int next = (int) lake.claim(Dataset.ARTICLES, Ranges.PARTITION);
    assertThat(next).isIn(0, 3);
    for (int i = next; i < articles.size(); i++) {
      LakeContract.append(lake, i, articles.subList(i, i + 1));
    }
  }

  private static List<Path> staged(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("_newswire").resolve("staged"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void namesFilesByDayPartitionAndOffsets(@TempDir Path directory) throws Exception {
    Lake lake = lake(directory);
    lake.open();
    lake.claim(Dataset.ARTICLES, Ranges.PARTITION);
    LakeContract.append(lake, 0, Ranges.ofThreeDays());

    String name = "news.articles.v1-3-0000000000000000000-0000000000000000003.parquet";
    for (String day : List.of("2026-11-21", "2026-11-22", "2026-11-23")) {
      assertThat(directory.resolve("articles").resolve("day=" + day).resolve(name)).exists();
    }
  }

  @Test
  void leavesFilesAloneThatSomebodyHasTakenAway(@TempDir Path directory) throws Exception {
    Lake lake = lake(directory);
    lake.open();
    lake.claim(Dataset.ARTICLES, Ranges.PARTITION);
    LakeContract.append(lake, 0, Ranges.ofThreeDays());
    try (Stream<Path> files = Files.list(directory.resolve("articles/day=2026-11-21"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }

    assertThat(lake.claim(Dataset.ARTICLES, Ranges.PARTITION)).isEqualTo(4);
  }
}
