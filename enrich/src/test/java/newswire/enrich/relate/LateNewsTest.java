package newswire.enrich.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import newswire.enrich.rows.Member;
import newswire.schemas.avro.Sketch;
import org.junit.jupiter.api.Test;

/** News of two years ago beside news of today, on one state. */
class LateNewsTest {

  private static final long SEED = 20260306;

  private final Random random = new Random(SEED);
  private final List<Sketch> live = reports(1, Duration.ZERO);

  /** The names of two years ago are others, as are the ids. */
  private List<Sketch> reports(long seed, Duration earlier) {
    List<Sketch> all = new ArrayList<>();
    new Reports(seed, 200, 20, Reader.NOON.minus(earlier)).versions().forEach(all::addAll);
    all.sort(Comparator.comparing(Member::of));
    return all.stream()
        .map(sketch -> Sketch.newBuilder(sketch).setArticleId(seed + sketch.getArticleId()).build())
        .toList();
  }

  /** Each list in its order, one now and then the other. */
  private List<Sketch> mixed(List<Sketch> one, List<Sketch> other) {
    List<List<Sketch>> turns = new ArrayList<>(Collections.nCopies(one.size(), one));
    turns.addAll(Collections.nCopies(other.size(), other));
    Collections.shuffle(turns, random);
    int[] next = new int[2];
    return turns.stream().map(list -> list.get(next[list == one ? 0 : 1]++)).toList();
  }

  private static Reader read(List<Sketch> schedule) {
    Reader reader = new Reader();
    schedule.forEach(reader::take);
    return reader.end();
  }

  @Test
  void doesNotTouchLiveNews() {
    System.out.println("seed " + SEED);
    Reader alone = read(live);
    for (int round = 0; round < 5; round++) {
      Reader both = read(mixed(live, reports(2, Duration.ofDays(730))));
      assertThat(both.relations).containsAllEntriesOf(alone.relations);
      assertThat(both.stories).containsAllEntriesOf(alone.stories);
    }
  }

  @Test
  void isRelatedAmongItselfWhileADayLasts() {
    List<Sketch> old = reports(2, Duration.ofDays(730));
    Reader alone = read(old);
    List<Sketch> schedule = new ArrayList<>(live);
    schedule.addAll(old);
    // The last day of the live ones has begun: nothing is forgotten before the next.
    Reader both = read(schedule);
    assertThat(both.relations).containsAllEntriesOf(alone.relations);
    assertThat(both.stories).containsAllEntriesOf(alone.stories);
  }

  @Test
  void withinTheHorizonIsAsIfItHadComeInTime() {
    List<Sketch> earlier = reports(3, Duration.ofDays(8));
    List<Sketch> inTime = new ArrayList<>(live);
    inTime.addAll(earlier);
    inTime.sort(Comparator.comparing(Member::of));
    List<Sketch> late = new ArrayList<>(live);
    late.addAll(earlier);
    Collections.shuffle(late, random);
    Reader reader = read(oneOfEach(late));
    Reader expected = read(oneOfEach(inTime));
    assertThat(reader.relations).isEqualTo(expected.relations);
    assertThat(reader.stories).isEqualTo(expected.stories);
  }

  /** Only the last version of each article, so that any order of articles will do. */
  private static List<Sketch> oneOfEach(List<Sketch> sketches) {
    List<Sketch> last = new ArrayList<>();
    sketches.stream()
        .filter(
            sketch ->
                sketches.stream()
                    .filter(other -> other.getArticleId().equals(sketch.getArticleId()))
                    .allMatch(
                        other -> other.getContentHash().compareTo(sketch.getContentHash()) <= 0))
        .forEach(last::add);
    return last;
  }
}
