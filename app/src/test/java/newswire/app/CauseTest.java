package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "the article is 1,234,567 bytes long | the article is # bytes long",
        "طول المقال ١٢٣٤ بايت والحد ٩٦٠ | طول المقال # بايت والحد #",
        "страница «Главная» не найдена: 404 | страница “…” не найдена: #",
        "无法读取「标题」第12行 | 无法读取“…”第#行",
        "field \"text\" is no string | field “…” is no string",
        "/data/in/rows.jsonl:3: field text is no string | …: field text is no string",
        "C:\\news\\أخبار.txt:7: empty | …: empty",
        "https://новости.example/a?b=1 answers 500 | … answers #",
        "no schema 3f2a99bc77d0e1aa | no schema #",
        "it can't be read | it can't be read",
        "it ends too early | it ends too early"
      })
  void leavesOutWhatDiffersFromRecordToRecord(String reason, String cause) {
    assertThat(Cause.of(reason).text()).isEqualTo(cause);
  }

  @Test
  void staysOnOneLineOfBoundedLength() {
    assertThat(Cause.of("сбой\n\u202Eв строке").text()).isEqualTo("сбой в строке");
    assertThat(Cause.of("خطأ".repeat(5_000)).text().codePoints()).hasSize(201);
    assertThat(Cause.of(" \n ").text()).isEqualTo("no reason given");
  }

  @Test
  void takesNoTimeForHostileReasons() {
    String slashes = "/a:".repeat(100_000);
    String quotes = "'\"“«".repeat(100_000);

    assertThat(Cause.of(slashes + quotes).text()).isNotEmpty();
  }
}
