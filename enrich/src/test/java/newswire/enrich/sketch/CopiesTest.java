package newswire.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CopiesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final long SEED = 20261125;

  private record Arrival(String id, Instant effective, Fingerprint fingerprint) {}

  @Test
  void pointsAtTheEarliestCopyEvenWhenItComesLast() {
    Fingerprint report = OwnStories.story("ar", 1).fingerprint();
    Copies copies = new Copies();
    copies.add("c", NOON.plusSeconds(20), report);
    copies.add("b", NOON.plusSeconds(10), report);
    copies.add("a", NOON, report);

    assertThat(copies.decisions())
        .extracting(Copies.Decision::parent)
        .containsExactly(null, "a", "a");
    assertThat(copies.decisions()).extracting(Copies.Decision::family).containsOnly("a");
  }

  @Test
  void letsTheSmallerIdBeFirstOfTwoAtOneTime() {
    Fingerprint report = OwnStories.story("zh", 1).fingerprint();
    Copies copies = new Copies();
    copies.add("y", NOON, report);
    copies.add("x", NOON, report);

    assertThat(copies.decisions()).extracting(Copies.Decision::parent).containsExactly(null, "x");
  }

  @Test
  void leavesWhatIsOlderThanAWeekAlone() {
    Fingerprint report = OwnStories.story("ru", 1).fingerprint();
    Copies copies = new Copies();
    copies.add("a", NOON, report);
    copies.add("b", NOON.plus(Copies.WINDOW), report);
    copies.add("c", NOON.plus(Copies.WINDOW).plusMillis(1), report);

    assertThat(copies.decisions())
        .extracting(Copies.Decision::parent)
        .containsExactly(null, "a", "b");
  }

  @Test
  void decidesAgainWhenAVersionIsNoLongerACopy() {
    Fingerprint report = OwnStories.story("en", 1).fingerprint();
    Copies copies = new Copies();
    copies.add("a", NOON, report);
    copies.add("b", NOON.plusSeconds(1), report);
    copies.add("c", NOON.plusSeconds(2), report);
    copies.add("a", NOON, OwnStories.story("en", 2).fingerprint());

    assertThat(copies.decisions())
        .extracting(Copies.Decision::family)
        .containsExactly("a", "b", "b");
  }

  @Test
  void decidesTheSameInEveryOrderOfArrival() {
    Random random = new Random(SEED);
    List<Arrival> arrivals = arrivals(random);
    List<Copies.Decision> expected = decisions(arrivals);
    assertThat(expected).filteredOn(decision -> decision.parent() != null).hasSizeGreaterThan(100);
    for (int round = 0; round < 8; round++) {
      Collections.shuffle(arrivals, random);

      assertThat(decisions(arrivals)).as("seed %d, round %d", SEED, round).isEqualTo(expected);
    }
  }

  @Test
  void looksAtTheEarliestUnderACrowdedKey() {
    Fingerprint report = OwnStories.story("ar", 3).fingerprint();
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < 3 * Copies.MOST_A_KEY; i++) {
      arrivals.add(new Arrival("id" + i, NOON.plus(Duration.ofMinutes(i)), report));
    }
    List<Copies.Decision> expected = decisions(arrivals);
    Collections.reverse(arrivals);

    assertThat(decisions(arrivals)).isEqualTo(expected);
    assertThat(expected.subList(1, expected.size()))
        .extracting(Copies.Decision::parent)
        .containsOnly("id0");
  }

  private static List<Arrival> arrivals(Random random) {
    List<Arrival> arrivals = new ArrayList<>();
    for (String language : OwnStories.LANGUAGES) {
      for (int i = 0; i < 3; i++) {
        Story story = OwnStories.story(language, i);
        Story other = OwnStories.story(language, i + 7);
        for (Edit edit : Edit.values()) {
          // Few different times: ties are frequent.
          Instant effective = NOON.plus(Duration.ofHours(12L * random.nextInt(20)));
          Story copy = edit.apply(story, other, random);
          arrivals.add(new Arrival(language + i + edit, effective, copy.fingerprint()));
        }
      }
    }
    return arrivals;
  }

  private static List<Copies.Decision> decisions(List<Arrival> arrivals) {
    Copies copies = new Copies();
    arrivals.forEach(a -> copies.add(a.id(), a.effective(), a.fingerprint()));
    return copies.decisions();
  }
}
