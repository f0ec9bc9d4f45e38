package newswire.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class MarkupTest {

  @Test
  void escapesTextAndAttributesInEveryScript() {
    String html = new Markup().element("a", "أخبار & <新闻>", "title", "\"it's\"").toString();

    assertThat(html).isEqualTo("<a title=\"&quot;it&#39;s&quot;\">أخبار &amp; &lt;新闻&gt;</a>\n");
  }

  @Test
  void splitsACdataSectionThatItsOwnTextWouldEnd() {
    assertThat(new Markup().cdata("a]]>b").toString()).isEqualTo("<![CDATA[a]]]]><![CDATA[>b]]>");
  }

  @Test
  void refusesATextThatItsCharsetCannotWrite() {
    Charset arabic = Charset.forName("windows-1256");

    assertThat(Document.of("خبر", "text/plain", arabic).bytes()).hasSize(3);
    assertThatThrownBy(() -> Document.of("٣ أخبار", "text/plain", arabic))
        .isInstanceOf(IllegalStateException.class);
  }
}
