package newswire.enrich.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Golden vectors: a change of one needs a new sketch version. */
class TokensTest {

  @Test
  void foldsArabicSpelling() {
    assertThat(Tokens.of("أعلنتِ الحكومـــة، إلى آخرِه: ٢٠٢٦ مبنى"))
        .containsExactly("اعلنت", "الحكومه", "الي", "اخره", "2026", "مبني");
  }

  @Test
  void keepsNonJoinersAndBidiMarksOutOfPersianAndHebrew() {
    assertThat(Tokens.of("می\u200cخواهم ۱۲۳\u200f של")).containsExactly("میخواهم", "123", "של");
  }

  @Test
  void lowersRussianAndGreek() {
    assertThat(Tokens.of("«Правительство» России-2026; ΑΘΗΝΑ"))
        .containsExactly("правительство", "россии", "2026", "αθηνα");
  }

  @Test
  void takesChineseAndJapaneseByTheCharacter() {
    assertThat(Tokens.of("中国2026年，カー𠮷")).containsExactly("中", "国", "2026", "年", "カ", "ー", "𠮷");
  }

  @Test
  void takesThaiKhmerLaoAndMyanmarByTheCharacter() {
    assertThat(Tokens.of("ข่าว ខ្មែរ ລາວ မြန်မာ")).hasSize(4 + 5 + 3 + 6);
  }

  @Test
  void keepsTheVowelSignsOfHindi() {
    assertThat(Tokens.of("सरकार ने आज शिक्षा की घोषणा की। २०२६"))
        .containsExactly("सरकार", "ने", "आज", "शिक्षा", "की", "घोषणा", "की", "2026");
  }

  @Test
  void splitsKoreanAtSpaces() {
    assertThat(Tokens.of("정부는 오늘 발표했다")).containsExactly("정부는", "오늘", "발표했다");
  }

  @Test
  void doesNotDependOnTheLocale() {
    assertThat(Tokens.of("TITLE ﬁne ISTANBUL")).containsExactly("title", "fine", "istanbul");
  }

  @Test
  void hashesTheTokens() {
    assertThat(Sketches.hash(Tokens.of("أعلنت الحكومة اليوم عن خطة جديدة لدعم التعليم")))
        .isEqualTo("8935a64486ac4059b9756921b5167d2b663d204060e0adebed39d8c955ae5818");
    assertThat(Sketches.hash(Tokens.of("中国政府今天宣布了新计划")))
        .isEqualTo("93f1f6b92b8acfe7479fb99d0af81eae8b60eae72ac5dac5af084ba666a12e62");
    assertThat(
            Sketches.hash(
                Tokens.of("Правительство объявило о новом плане поддержки школ в стране")))
        .isEqualTo("a46fed0f52ffafb68a6845cfb3b046a17f7628fee3614c7bfa857f1712e08992");
    assertThat(Sketches.hash(Tokens.of("सरकार ने आज शिक्षा के लिए नई योजना की घोषणा की")))
        .isEqualTo("4c833082fbd02c50364b2f1ac5fb2889e55a20a514d5bcbbdc07b44b9d57e8ee");
  }

  @Test
  void hasNoHashForATextTooShortToTellACopyBy() {
    assertThat(Sketches.hash(Tokens.of("خبر عاجل"))).isEmpty();
    assertThat(Sketches.hash(Tokens.of("速报速报速报速"))).isEmpty();
  }
}
