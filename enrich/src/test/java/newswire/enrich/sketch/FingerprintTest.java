package newswire.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Sketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden vectors: a change of one needs a new version of the fingerprint. */
class FingerprintTest {

  static {
    TrustedRecords.register();
  }

  static final List<String> LANGUAGES = OwnStories.LANGUAGES;

  private static final String ARABIC = "أعلنت الحكومة اليوم عن خطة جديدة لدعم 1٬200 مدرسة";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "أعلنت الحكومة اليوم عن خطة جديدة لدعم التعليم|8935a64486ac4059b9756921b5167d2b663d204060e0adebed39d8c955ae5818",
        "中国政府今天宣布了新计划|93f1f6b92b8acfe7479fb99d0af81eae8b60eae72ac5dac5af084ba666a12e62",
        "Правительство объявило о новом плане поддержки школ в стране|a46fed0f52ffafb68a6845cfb3b046a17f7628fee3614c7bfa857f1712e08992",
        "सरकार ने आज शिक्षा के लिए नई योजना की घोषणा की|4c833082fbd02c50364b2f1ac5fb2889e55a20a514d5bcbbdc07b44b9d57e8ee"
      })
  void hashesTheBody(String body, String hash) {
    assertThat(Fingerprint.of("", List.of(body)).bodyHash()).isEqualTo(hash);
  }

  @Test
  void keepsItsHashes() {
    Fingerprint arabic = Fingerprint.of("خطة", List.of(ARABIC));
    Fingerprint chinese = Fingerprint.of("计划", List.of("中国政府今天宣布了新计划"));
    Fingerprint russian =
        Fingerprint.of("", List.of("Правительство объявило о плане на 3,5 млрд для школ страны"));

    assertThat(List.of(vector(arabic), vector(chinese), vector(russian)))
        .containsExactly(
            "8 0fadf38018acc80c c25da2a2 46300e92cdbca5540a7e837fed6f096aa78e2743",
            "10 0b6fed0010b50244  a1d66cfc132d86d6d63ecc690beb9ed6be9529ec23f4fac835d39b3a",
            "9 0dc3a43b122fb5ed a264e11c e91cf8acce5b7f732fa8955cef82c55006a193fc3b02fd56");
  }

  private static String vector(Fingerprint fingerprint) {
    Sketch sketch = fingerprint.addTo(Sketch.newBuilder()).build();
    HexFormat hex = HexFormat.of();
    return sketch.getShingles()
        + " "
        + hex.formatHex(sketch.getBottom().array(), 0, 8)
        + " "
        + hex.formatHex(sketch.getNumbers().array())
        + " "
        + hex.formatHex(sketch.getKeys().array());
  }

  @Test
  void hasNoKeysForATextTooShortToTellACopyBy() {
    for (String text : List.of("خبر عاجل", "速报速报速报速", "срочная новость", "")) {
      Fingerprint fingerprint = Fingerprint.of("", List.of(text));

      assertThat(fingerprint.keys()).isEmpty();
      assertThat(fingerprint.bodyHash()).isEmpty();
    }
  }

  @Test
  void countsADecimalAsOneNumberInEveryScript() {
    Fingerprint one = Fingerprint.of("", List.of("ارتفع المؤشر ٣٫٥ في المئة إلى ١٬٢٠٠ نقطة"));
    Fingerprint other = Fingerprint.of("", List.of("指数上涨3.5，收于1,200点，共1个"));

    assertThat(one.numbers().size()).isEqualTo(2);
    assertThat(other.numbers().size()).isEqualTo(3);
    assertThat(one.numbers().with(other.numbers()).common()).isEqualTo(2);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void comesBackFromItsRecord(String language) {
    Fingerprint one = OwnStories.story(language, 1).fingerprint();
    Story story = OwnStories.story(language, 1);
    Sketch sketch = one.addTo(Sketch.newBuilder().setTitle(story.title())).build();

    Fingerprint again = Fingerprint.of(sketch);

    assertThat(again.keys()).isEqualTo(one.keys());
    assertThat(again.titleTokens()).isEqualTo(one.titleTokens());
    Fingerprint other = OwnStories.story(language, 2).fingerprint();
    assertThat(Likeness.of(again, other, Duration.ofDays(7)))
        .isEqualTo(Likeness.of(one, other, Duration.ofDays(7)));
    assertThat(again.addTo(Sketch.newBuilder().setTitle(story.title())).build()).isEqualTo(sketch);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void staysSmall(String language) throws IOException {
    Story story = OwnStories.story(language, 1);
    Sketch sketch =
        story
            .fingerprint()
            .addTo(
                Sketch.newBuilder()
                    .setArticleId("0123456789abcdef0123456789abcdef")
                    .setContentHash("0".repeat(64))
                    .setSite("example.org")
                    .setSourceName("Example")
                    .setTitle("كلمة ".repeat(12)))
            .build();

    assertThat(Sketch.getEncoder().encode(sketch).remaining()).isLessThan(900);
    assertThat(story.fingerprint().keys().length)
        .isBetween(Fingerprint.FEWEST_KEYS, Fingerprint.MOST_KEYS + Fingerprint.LEAD_KEYS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "zh", "ru"})
  void ofAnotherVersionCountsByItsBodyHashAlone(String language) {
    Fingerprint report = OwnStories.story(language, 1).fingerprint();
    Sketch other =
        report.addTo(Sketch.newBuilder()).setSketchVersion(Fingerprint.VERSION + 1).build();
    Sketch edited = Sketch.newBuilder(other).setBodyHash("0".repeat(64)).build();

    assertThat(Fingerprint.keys(other)).isEmpty();
    assertThat(Likeness.of(report, Fingerprint.of(other), Duration.ZERO).kind())
        .isEqualTo(Likeness.Kind.EXACT);
    assertThat(Likeness.of(report, Fingerprint.of(edited), Duration.ZERO).isCopy()).isFalse();
  }
}
