package newswire.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedTextTest {

  private static final String ARABIC =
      "قال رئيس الوزراء إن الحكومة ستعلن الخطة الجديدة يوم الأحد بعد اجتماع مجلس الوزراء في العاصمة";
  private static final Charset ARABIC_WINDOWS = Charset.forName("windows-1256");

  record Case(String charset, String text) {}

  static Stream<Case> cases() {
    return Stream.of(
        new Case("windows-1256", ARABIC),
        new Case("windows-1251", "Правительство объявит новый план"),
        new Case("Shift_JIS", "政府は新しい計画を発表した"),
        new Case("GB2312", "政府宣布了新计划"),
        new Case("EUC-KR", "정부는 새로운 계획을 발표했다"),
        new Case("windows-1254", "Hükümet yeni planı açıkladı"),
        new Case("Big5", "政府宣布了新計劃"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void believesTheHeader(Case given) {
    byte[] body = given.text().getBytes(Charset.forName(given.charset()));

    assertThat(DecodedText.of(body, "text/xml; charset=\"" + given.charset() + "\"").text())
        .isEqualTo(given.text());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void believesTheDeclaration(Case given) {
    String xml = "<?xml version='1.0' encoding='" + given.charset() + "'?><a>" + given.text();
    byte[] body = xml.getBytes(Charset.forName(given.charset()));

    assertThat(DecodedText.of(body, "text/xml").text()).isEqualTo(xml);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1256", "utf-8", "us-ascii", "no-such-charset", "utf-16"})
  void doesNotBelieveAHeaderThatTheBytesContradict(String header) {
    String text = ARABIC + " — السطر";
    byte[] body = text.getBytes(UTF_8);

    DecodedText decoded = DecodedText.of(body, "text/html;charset=" + header);

    assertThat(decoded.text()).isEqualTo(text);
  }

  @Test
  void readsMarkedAndUnmarkedUtf16() {
    String xml = "<?xml version='1.0' encoding='utf-16'?><a>خبر 新闻</a>";

    assertThat(DecodedText.of(("\uFEFF" + xml).getBytes(UTF_16LE), null).text()).isEqualTo(xml);
    assertThat(DecodedText.of(("\uFEFF" + xml).getBytes(UTF_16BE), null).text()).isEqualTo(xml);
    assertThat(DecodedText.of(xml.getBytes(UTF_16LE), null).text()).isEqualTo(xml);
    assertThat(DecodedText.of(xml.getBytes(UTF_16BE), null).text()).isEqualTo(xml);
  }

  @Test
  void theMarkOutranksTheHeader() {
    byte[] body = ("\uFEFF" + ARABIC).getBytes(UTF_8);

    assertThat(DecodedText.of(body, "text/xml;charset=windows-1256"))
        .isEqualTo(new DecodedText(ARABIC, UTF_8));
  }

  @Test
  void detectsWhatNobodyDeclared() {
    byte[] body = (ARABIC + ". ").repeat(5).getBytes(ARABIC_WINDOWS);

    assertThat(DecodedText.of(body, null).text()).startsWith(ARABIC);
  }

  @Test
  void readsUtf8WithADamagedByteAsUtf8() {
    byte[] body = (ARABIC + ". ").repeat(20).getBytes(UTF_8);
    body[1] = (byte) 0xFF;

    assertThat(DecodedText.of(body, null).charset()).isEqualTo(UTF_8);
  }

  @Test
  void neverFails() {
    assertThat(DecodedText.of(new byte[0], null).text()).isEmpty();
    assertThat(DecodedText.of(new byte[] {(byte) 0x81, (byte) 0x8D}, "x;charset=").text())
        .hasSize(2);
  }
}
