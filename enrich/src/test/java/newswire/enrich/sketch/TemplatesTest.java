package newswire.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bulletins of one form with other facts are not copies, however alike they look. */
class TemplatesTest {

  private static final long SEED = 20261125;
  private static final int PAIRS_A_FORM = 50;
  private static final double FEW = .01;

  @Test
  void tellsBulletinsOfOtherThingsApart() {
    assertFewAlike(false);
  }

  @Test
  void tellsTheBulletinsOfTheSameThingApart() {
    assertFewAlike(true);
  }

  private static void assertFewAlike(boolean sameNames) {
    Random random = new Random(SEED);
    int pairs = 0;
    int alike = 0;
    for (Template template : Template.all()) {
      for (int i = 0; i < PAIRS_A_FORM; i++) {
        List<Fingerprint> pair = template.pair(sameNames, random);
        Duration apart = Duration.ofHours(random.nextInt(48));
        pairs++;
        alike += Likeness.of(pair.get(0), pair.get(1), apart).isCopy() ? 1 : 0;
      }
    }
    System.out.println(alike + " of " + pairs + " pairs of bulletins called copies, seed " + SEED);
    assertThat((double) alike / pairs).isLessThanOrEqualTo(FEW);
  }
}
