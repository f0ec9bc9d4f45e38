package newswire.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Golden vectors: a change of one needs a new version of the fingerprint. */
class TokensTest {

  @Test
  void foldsArabicSpelling() {
    assertThat(Tokens.of("أعلنتِ الحكومـــة، إلى آخرِه: ٢٠٢٦ مبنى").list())
        .containsExactly("اعلنت", "الحكومه", "الي", "اخره", "2026", "مبني");
  }

  @Test
  void keepsNonJoinersAndBidiMarksOutOfPersianAndHebrew() {
    assertThat(Tokens.of("می\u200cخواهم ۱۲۳\u200f של").list())
        .containsExactly("ميخواهم", "123", "של");
  }

  @Test
  void lowersRussianAndGreek() {
    assertThat(Tokens.of("«Правительство» России-2026; ΑΘΗΝΑ").list())
        .containsExactly("правительство", "россии", "2026", "αθηνα");
  }

  @Test
  void takesChineseAndJapaneseByTheCharacter() {
    assertThat(Tokens.of("中国2026年，カー𠮷").list())
        .containsExactly("中", "国", "2026", "年", "カ", "ー", "𠮷");
  }

  @Test
  void takesThaiKhmerLaoAndMyanmarByTheCharacter() {
    assertThat(Tokens.of("ข่าว ខ្មែរ ລາວ မြန်မာ").list()).hasSize(4 + 5 + 3 + 6);
  }

  @Test
  void keepsTheVowelSignsOfHindi() {
    assertThat(Tokens.of("सरकार ने आज शिक्षा की घोषणा की। २०२६").list())
        .containsExactly("सरकार", "ने", "आज", "शिक्षा", "की", "घोषणा", "की", "2026");
  }

  @Test
  void splitsKoreanAtSpaces() {
    assertThat(Tokens.of("정부는 오늘 발표했다").list()).containsExactly("정부는", "오늘", "발표했다");
  }

  @Test
  void doesNotDependOnTheLocale() {
    assertThat(Tokens.of("TITLE ﬁne ISTANBUL").list()).containsExactly("title", "fine", "istanbul");
  }

  @Test
  void foldsPersianAndUrduLettersAndRussianYo() {
    assertThat(Tokens.of("کتابی که ہے مسؤول شئون Ещё").list())
        .containsExactly("كتابي", "كه", "هے", "مسوول", "شيون", "еще");
  }

  @Test
  void tellsAnArabicTextWithTatweelAndHarakatFromNothingElse() {
    assertThat(Tokens.of("قالـــتِ الوزارةُ: «٣٫٥ في المئة»").joined())
        .isEqualTo("قالت الوزاره 3 5 في الميه");
  }

  @Test
  void knowsWhichDigitsAreOneNumber() {
    Tokens tokens = Tokens.of("3.5, 4 и 1٬000");

    assertThat(tokens.list()).containsExactly("3", "5", "4", "и", "1", "000");
    assertThat(tokens.joinsPrevious(1)).isTrue();
    assertThat(tokens.joinsPrevious(2)).isFalse();
    assertThat(tokens.joinsPrevious(3)).isFalse();
    assertThat(tokens.joinsPrevious(5)).isTrue();
  }

  @Test
  void hasNoTokensWithoutText() {
    assertThat(Tokens.of(" — … ").list()).isEmpty();
    assertThat(Tokens.of("").size()).isZero();
  }
}
