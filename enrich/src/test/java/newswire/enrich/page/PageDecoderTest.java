package newswire.enrich.page;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageDecoderTest {

  private static final Charset ARABIC = Charset.forName("windows-1256");

  @Test
  void obeysTheByteOrderMarkBeforeAll() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0xFF);
    bytes.write(0xFE);
    bytes.writeBytes("أخبار".getBytes(UTF_16LE));
    assertThat(PageDecoder.decode(bytes.toByteArray(), "text/html; charset=utf-8"))
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
    assertThat(PageDecoder.decode(bytes, "text/html; charset=" + charset)).isEqualTo(text);
    assertThat(PageDecoder.decode(bytes, "text/html;charset=\"" + charset + "\"")).isEqualTo(text);
  }

  @Test
  void readsTheDeclarationWhereNothingWasServed() {
    String page =
        "<html><meta http-equiv=Content-Type content='text/html; charset=windows-1256'>أخبار";
    assertThat(PageDecoder.decode(page.getBytes(ARABIC), "text/html")).isEqualTo(page);
    String xml = "<?xml version='1.0' encoding='windows-1256'?><html>أخبار";
    assertThat(PageDecoder.decode(xml.getBytes(ARABIC), "")).isEqualTo(xml);
  }

  @Test
  void distrustsACharsetThatDoesNotDecode() {
    String page = "<meta charset=windows-1256>أخبار العالم اليوم";
    assertThat(PageDecoder.decode(page.getBytes(ARABIC), "text/html; charset=utf-8"))
        .isEqualTo(page);
  }

  @Test
  void takesUtf8BeforeACharsetOfSingleBytes() {
    String page = "<meta charset=iso-8859-1>عاجل 快讯 Überblick";
    assertThat(PageDecoder.decode(page.getBytes(UTF_8), "text/html")).isEqualTo(page);
  }

  @Test
  void guessesWhereNothingIsSaid() {
    String text =
        "قال رئيس الوزراء إن الحكومة ستعلن عن الخطة الجديدة في الأسبوع المقبل. ".repeat(5);
    assertThat(PageDecoder.decode(text.getBytes(ARABIC), "")).isEqualTo(text);
  }

  @Test
  void survivesNonsense() {
    byte[] bytes = {(byte) 0x81, (byte) 0xFF, 0x41, (byte) 0x9D};
    assertThat(PageDecoder.decode(bytes, "text/html; charset=no-such-thing")).contains("A");
    assertThat(PageDecoder.decode(new byte[0], "")).isEmpty();
  }
}
