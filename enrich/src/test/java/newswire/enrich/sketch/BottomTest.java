package newswire.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BottomTest {

  private static final int MOST = 96;

  @Test
  void knowsSmallSetsExactly() {
    Bottom.Overlap overlap = set(0, 40).with(set(20, 50));

    assertThat(overlap).isEqualTo(new Bottom.Overlap(40, 30, 20));
    assertThat(overlap.jaccard()).isEqualTo(.4);
    assertThat(overlap.containment()).isEqualTo(2 / 3.0);
  }

  @Test
  void countsOnceWhatStandsTwice() {
    Bottom twice = Bottom.of(new long[] {5L << 32, 5L << 32, 7L << 32}, MOST);

    assertThat(twice.size()).isEqualTo(2);
    assertThat(twice.hashes()).containsExactly(5, 7);
  }

  @Test
  void ordersHashesWithoutSign() {
    assertThat(Bottom.of(new long[] {-1L, 1L << 32}, MOST).hashes())
        .containsExactly(1, 0xffffffffL);
  }

  @Test
  void estimatesBigSetsWithinTheErrorOfItsSample() {
    double jaccard = 0;
    double containment = 0;
    int rounds = 200;
    for (int i = 0; i < rounds; i++) {
      int from = 10_000 * i;
      Bottom.Overlap overlap = set(from, from + 600).with(set(from + 300, from + 2_000));
      jaccard += overlap.jaccard() / rounds;
      containment += overlap.containment() / rounds;
    }

    assertThat(jaccard).isCloseTo(.15, within(.01));
    assertThat(containment).isCloseTo(.5, within(.03));
  }

  @Test
  void comesBackFromItsBytes() {
    Bottom bottom = set(0, 500);
    Bottom again = Bottom.of(bottom.bytes(), bottom.size());

    assertThat(again.hashes()).isEqualTo(bottom.hashes());
    assertThat(again.with(bottom)).isEqualTo(new Bottom.Overlap(MOST, MOST, MOST));
  }

  @Test
  void isSymmetric() {
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      Bottom one = set(0, 1 + random.nextInt(400));
      Bottom other = set(random.nextInt(200), 200 + random.nextInt(900));

      Bottom.Overlap there = one.with(other);
      Bottom.Overlap back = other.with(one);

      assertThat(back).isEqualTo(new Bottom.Overlap(there.right(), there.left(), there.common()));
    }
  }

  private static Bottom set(int from, int to) {
    return Bottom.of(
        LongStream.range(from, to).map(i -> Hashes.mix(i + 0x9e3779b97f4a7c15L)).toArray(), MOST);
  }
}
