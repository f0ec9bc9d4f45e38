package newswire.enrich.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentHashTest {

  @ParameterizedTest
  @CsvSource({
    "عنوان, نص المقال, 30eeec8df75b8a07805e6a412d4cf466230e6778263020273bd76a278c22a9a4",
    "标题, 正文, 7f31287e6d43045a63156ecf43892dbf4f0fc5927b9d6c329ddfddd6ef30e075",
    "Заголовок, Текст статьи, 35ea5175b2fe12d9664ce31e85a530862df5108d8b40f1561b353f044d6ea525",
    "शीर्षक, लेख का पाठ, 432c4e0d9780e585a62b2bd1e607cd524687ed39f4bcaa655c716a3b65088316",
    "Headline, The text, 9722ba12c8083636ca22f3ebc9e7b32e3e2ab1232ce6ab7734ed4ba0f0e18208"
  })
  void isPartOfTheDataFormat(String title, String text, String hash) {
    assertThat(ContentHash.of(title, text)).isEqualTo(hash);
  }

  @Test
  void doesNotDependOnWhiteSpaceOrOnHowACharacterIsComposed() {
    assertThat(ContentHash.of(" عنوان\u00a0المقال ", "نص\r\n\u3000المقال\n"))
        .isEqualTo(ContentHash.of("عنوان المقال", "نص المقال"));
    assertThat(ContentHash.of("Ｔｉｔｌｅ", "cafe\u0301 ﷲ"))
        .isEqualTo(ContentHash.of("Title", "caf\u00e9 \u0627\u0644\u0644\u0647"));
  }

  @Test
  void tellsTitleFromText() {
    assertThat(ContentHash.of("标题 正文", "")).isNotEqualTo(ContentHash.of("标题", "正文"));
  }

  @Test
  void differsWhenALetterDoes() {
    assertThat(ContentHash.of("أ", "")).isNotEqualTo(ContentHash.of("ا", ""));
  }
}
