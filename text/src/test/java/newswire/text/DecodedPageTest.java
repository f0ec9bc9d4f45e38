package newswire.text;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodedPageTest {

  private static final Charset ARABIC = Charset.forName("windows-1256");

  @Test
  void obeysTheByteOrderMarkBeforeAll() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0xFF);
    bytes.write(0xFE);
    bytes.writeBytes("أخبار".getBytes(UTF_16LE));
    assertThat(DecodedText.of(bytes.toByteArray(), "text/html; charset=utf-8").text())
        .isEqualTo("أخبار");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1256, أخبار العالم",
    "gb2312, 世界新闻",
    "Shift_JIS, 世界のニュース",
    "euc-kr, 세계 뉴스",
    "koi8-r, Новости мира",
    "iso-8859-9, Dünya haberleri ığş",
  })
  void decodesWhatWasServed(String charset, String text) {
    byte[] bytes = text.getBytes(Charset.forName(charset));
    assertThat(DecodedText.of(bytes, "text/html; charset=" + charset).text()).isEqualTo(text);
    assertThat(DecodedText.of(bytes, "text/html;charset=\"" + charset + "\"").text())
        .isEqualTo(text);
  }

  @Test
  void readsTheDeclarationWhereNothingWasServed() {
    String page =
        "<html><meta http-equiv=Content-Type content='text/html; charset=windows-1256'>أخبار";
    assertThat(DecodedText.of(page.getBytes(ARABIC), "text/html").text()).isEqualTo(page);
    String xml = "<?xml version='1.0' encoding='windows-1256'?><html>أخبار";
    assertThat(DecodedText.of(xml.getBytes(ARABIC), "").text()).isEqualTo(xml);
  }

  @Test
  void distrustsACharsetThatDoesNotDecode() {
    String page = "<meta charset=windows-1256>أخبار العالم اليوم";
    assertThat(DecodedText.of(page.getBytes(ARABIC), "text/html; charset=utf-8").text())
        .isEqualTo(page);
  }

  @Test
  void takesUtf8BeforeACharsetOfSingleBytes() {
    String page = "<meta charset=iso-8859-1>عاجل 快讯 Überblick";
    assertThat(DecodedText.of(page.getBytes(UTF_8), "text/html").text()).isEqualTo(page);
  }

  @Test
  void guessesWhereNothingIsSaid() {
    String text =
        "قال رئيس الوزراء إن الحكومة ستعلن عن الخطة الجديدة في الأسبوع المقبل. ".repeat(5);
    assertThat(DecodedText.of(text.getBytes(ARABIC), "").text()).isEqualTo(text);
  }

  @Test
  void survivesNonsense() {
    byte[] bytes = {(byte) 0x81, (byte) 0xFF, 0x41, (byte) 0x9D};
    assertThat(DecodedText.of(bytes, "text/html; charset=no-such-thing").text()).contains("A");
    assertThat(DecodedText.of(new byte[0], "").text()).isEmpty();
  }
}
