package newswire.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thirteen kinds of edit: are the copies found again, and only they? */
class EditSuiteTest {

  private static final long SEED = 20261125;
  private static final int OWN = 40;
  private static final int OTHER_PAIRS = 2000;

  @Test
  void findsEditedCopiesOfItsOwnTexts() {
    EditSuite suite = new EditSuite(SEED, false);
    suite.run(own(OWN));
    assertFound(suite);
  }

  @Test
  void findsEditedCopiesOfTheDevelopmentTexts() throws IOException {
    EditSuite suite = new EditSuite(SEED, false);
    suite.run(development());
    assertFound(suite);
  }

  @Test
  void findsMostCopiesOfDaysLater() throws IOException {
    EditSuite suite = new EditSuite(SEED, true);
    suite.run(development());
    System.out.println("three days later, " + suite);
    assertThat(suite.overall()).isGreaterThanOrEqualTo(.95);
  }

  @Test
  void findsEveryExactCopy() {
    own(OWN)
        .values()
        .forEach(
            stories ->
                stories.forEach(
                    story -> {
                      Fingerprint one = story.fingerprint();
                      Fingerprint other = story.titled("").fingerprint();

                      assertThat(EditSuite.shareKey(one, other)).isTrue();
                      assertThat(Likeness.of(one, other, Duration.ofDays(7)).kind())
                          .isEqualTo(Likeness.Kind.EXACT);
                    }));
  }

  @Test
  void callsNoOtherArticleACopy() {
    own(OWN + 30).forEach((language, stories) -> assertNoneAlike(language, stories));
  }

  @Test
  void callsNoOtherDevelopmentTextACopy() throws IOException {
    Map<String, List<Story>> stories = development();
    stories.forEach(
        (language, texts) -> {
          int pairs = texts.size() * (texts.size() - 1) / 2;
          if (pairs >= OTHER_PAIRS) {
            // The pages hold two articles twice: what is on the wire again is no false pair.
            assertThat(alike(texts)).as(language).isLessThanOrEqualTo(pairs / OTHER_PAIRS);
          }
        });
  }

  private static void assertFound(EditSuite suite) {
    System.out.println("seed " + SEED + "\n" + suite);
    assertThat(suite.overall()).isGreaterThanOrEqualTo(.98);
    assertThat(suite.worstLanguage()).isGreaterThanOrEqualTo(.96);
    assertThat(suite.worstEdit()).isGreaterThanOrEqualTo(.92);
  }

  private static void assertNoneAlike(String language, List<Story> stories) {
    assertThat(stories.size() * (stories.size() - 1) / 2).isGreaterThan(OTHER_PAIRS);
    assertThat(alike(stories)).as(language).isZero();
  }

  /** Pairs called copies, whether they share a key or not. */
  private static int alike(List<Story> stories) {
    Random random = new Random(SEED);
    List<Fingerprint> all = stories.stream().map(Story::fingerprint).toList();
    int alike = 0;
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        Duration apart = Duration.ofHours(random.nextInt(168));
        alike += Likeness.of(all.get(i), all.get(j), apart).isCopy() ? 1 : 0;
      }
    }
    return alike;
  }

  private static Map<String, List<Story>> own(int each) {
    Map<String, List<Story>> own = new TreeMap<>();
    for (String language : OwnStories.LANGUAGES) {
      own.put(
          language, IntStream.range(0, each).mapToObj(i -> OwnStories.story(language, i)).toList());
    }
    return own;
  }

  private static Map<String, List<Story>> development() throws IOException {
    assumeTrue(
        Files.isDirectory(DevelopmentStories.DATA),
        "no development data at " + DevelopmentStories.DATA);
    return DevelopmentStories.read();
  }
}
