package newswire.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import newswire.schemas.avro.Article;
import newswire.sink.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lake promises when two processes believe that a partition is theirs. */
interface LakeContract {

  /** A process's view of what is in the directory. */
  Lake lake(Path directory);

  /** Offset and title of every row of articles, sorted. */
  List<List<String>> rows(Path directory);

  @Test
  default void keepsEveryScriptAndGoesOnWhereItStands(@TempDir Path directory) throws Exception {
    List<Article> articles = Ranges.ofThreeDays();
    try (Lake lake = opened(directory)) {
      assertThat(lake.claim(Dataset.ARTICLES, Ranges.PARTITION)).isZero();
      append(lake, 0, articles);
      append(lake, 4, List.of(Samples.article(5, 1, "Бешинчи", "кабар")));
    }
    try (Lake lake = opened(directory)) {
      assertThat(lake.claim(Dataset.ARTICLES, Ranges.PARTITION)).isEqualTo(5);
    }
    assertThat(rows(directory))
        .containsExactly(
            List.of("0", "زيارة رسمية"),
            List.of("1", "国事访问"),
            List.of("2", "Государственный визит"),
            List.of("3", "राजकीय यात्रा"),
            List.of("4", "Бешинчи"));
  }

  @Test
  default void refusesWhatAZombieHasReadAgain(@TempDir Path directory) throws Exception {
    List<Article> articles = Ranges.ofThreeDays();
    try (Lake zombie = opened(directory);
        Lake heir = opened(directory)) {
      assertThat(zombie.claim(Dataset.ARTICLES, Ranges.PARTITION)).isZero();
      assertThat(heir.claim(Dataset.ARTICLES, Ranges.PARTITION)).isZero();
      append(heir, 0, articles.subList(0, 2));

      assertThatThrownBy(() -> append(zombie, 0, articles)).isInstanceOf(Fenced.class);
      assertThatThrownBy(() -> append(zombie, 0, articles.subList(0, 1)))
          .isInstanceOf(Fenced.class);

      append(heir, 2, articles.subList(2, 4));
      assertThatThrownBy(() -> append(zombie, 0, articles)).isInstanceOf(Fenced.class);
      assertThat(zombie.claim(Dataset.ARTICLES, Ranges.PARTITION)).isEqualTo(4);
    }
    assertThat(rows(directory)).extracting(row -> row.get(0)).containsExactly("0", "1", "2", "3");
  }

  @Test
  default void letsOneOfTwoWinThatWriteAtOnce(@TempDir Path directory) throws Exception {
    int rounds = 5;
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Lake one = opened(directory);
        Lake two = opened(directory)) {
      for (int round = 0; round < rounds; round++) {
        List<Article> articles = List.of(Samples.article(round, 1, "回合 " + round, "نص"));
        long first = round;
        assertThat(one.claim(Dataset.ARTICLES, Ranges.PARTITION)).isEqualTo(first);
        assertThat(two.claim(Dataset.ARTICLES, Ranges.PARTITION)).isEqualTo(first);
        List<Callable<Boolean>> both =
            Stream.of(one, two)
                .<Callable<Boolean>>map(lake -> () -> wins(lake, first, articles))
                .toList();
        List<Boolean> won = new ArrayList<>();
        for (Future<Boolean> answer : threads.invokeAll(both)) {
          won.add(answer.get());
        }
        assertThat(won).containsExactlyInAnyOrder(true, false);
      }
    } finally {
      threads.shutdown();
    }
    assertThat(rows(directory)).hasSize(rounds).doesNotHaveDuplicates();
  }

  private static boolean wins(Lake lake, long first, List<Article> articles) {
    try {
      append(lake, first, articles);
      return true;
    } catch (Fenced | IOException e) { // the winner may remove what the loser is writing
      return false;
    }
  }

  @Test
  default void movesOnOverARangeWithoutRows(@TempDir Path directory) throws Exception {
    try (Lake lake = opened(directory)) {
      lake.claim(Dataset.ARTICLES, Ranges.PARTITION);
      lake.append(Dataset.ARTICLES, List.of(new Range(Ranges.PARTITION, 0, 7, List.of())));
      assertThat(lake.claim(Dataset.ARTICLES, Ranges.PARTITION)).isEqualTo(7);
    }
    assertThat(rows(directory)).isEmpty();
  }

  private Lake opened(Path directory) throws IOException {
    Lake lake = lake(directory);
    lake.open();
    return lake;
  }

  static void append(Lake lake, long first, List<Article> articles) throws IOException, Fenced {
    Range range = Ranges.of(lake.schema(Dataset.ARTICLES), first, articles);
    lake.append(Dataset.ARTICLES, List.of(range));
  }
}
