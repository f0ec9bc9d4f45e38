package newswire.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import newswire.enrich.sketch.Likeness.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LikenessTest {

  static final List<String> LANGUAGES = OwnStories.LANGUAGES;

  private static final Duration HOUR = Duration.ofHours(1);

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void tellsPartFromWhole(String language) {
    Story whole = OwnStories.story(language, 1);
    Story part = Edit.KEEP_30.apply(whole, whole, new Random(1));

    assertThat(of(part, whole).kind()).isEqualTo(Kind.CONTAINED);
    assertThat(of(whole, part).kind()).isEqualTo(Kind.CONTAINS);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void tellsAnEditedCopyFromAnExactOne(String language) {
    Story story = OwnStories.story(language, 1);
    Story other = OwnStories.story(language, 2);

    assertThat(of(story, Edit.SPELLING.apply(story, other, new Random(1))).kind())
        .isIn(Kind.EXACT, Kind.NEAR);
    assertThat(of(story, Edit.WORDS_3.apply(story, other, new Random(1))).kind())
        .isEqualTo(Kind.NEAR);
    assertThat(of(story, other).kind()).isEqualTo(Kind.NONE);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void recognisesTheFirstWordsOfALongReport(String language) {
    Story whole = OwnStories.story(language, 1);
    Story teaser = whole.with(whole.sentences().subList(0, 2));

    assertThat(EditSuite.shareKey(teaser.fingerprint(), whole.fingerprint())).isTrue();
    assertThat(of(teaser, whole).kind()).isEqualTo(Kind.CONTAINED);
  }

  @Test
  void doesNotDependOnWhichIsNamedFirst() {
    Random random = new Random(1);
    for (Edit edit : Edit.values()) {
      Story story = OwnStories.story("ar", 1);
      Story copy = edit.apply(story, OwnStories.story("ar", 2), random);

      assertThat(of(story, copy).score()).isEqualTo(of(copy, story).score());
    }
  }

  @Test
  void wantsAlikeHeadlinesOfShortTexts() {
    String text =
        "أعلنت وزارة الصحة اليوم تسجيل إصابات جديدة في العاصمة ودعت السكان إلى غسل اليدين وتجنب الزحام";
    String changed = text.replace("السكان", "المواطنين");
    Fingerprint one = Fingerprint.of("إصابات جديدة في العاصمة", List.of(text));

    assertThat(
            Likeness.of(one, Fingerprint.of("إصابات جديدة في العاصمة", List.of(changed)), HOUR)
                .kind())
        .isEqualTo(Kind.NEAR);
    assertThat(
            Likeness.of(one, Fingerprint.of("نتائج مباريات الدوري", List.of(changed)), HOUR).kind())
        .isEqualTo(Kind.NONE);
  }

  @Test
  void takesACorrectedFigureInALongTextForTheSameReport() {
    String report = OwnStories.story("ru", 4).text().replaceAll("\\d+", "");
    Fingerprint one = Fingerprint.of("", List.of(report, "Погибли 12 человек."));
    Fingerprint corrected = Fingerprint.of("", List.of(report, "Погибли 14 человек."));

    assertThat(Likeness.of(one, corrected, HOUR).kind()).isEqualTo(Kind.NEAR);
  }

  @Test
  void asksForMoreTheLaterACopyComes() {
    Story story = OwnStories.story("zh", 1);
    Story copy = Edit.WORDS_10.apply(story, OwnStories.story("zh", 2), new Random(3));
    Fingerprint one = story.fingerprint();
    Fingerprint other = copy.fingerprint();

    assertThat(Likeness.of(one, other, Duration.ofHours(40)).score())
        .isLessThan(Likeness.of(one, other, HOUR).score());
  }

  private static Likeness of(Story one, Story other) {
    return Likeness.of(one.fingerprint(), other.fingerprint(), HOUR);
  }
}
