package newswire.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import newswire.schemas.CanonicalUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredUrlTest {

  private static final String SERVED = "https://news.example.com/a?from=rss";

  private static String of(String page) {
    CanonicalUrl served = CanonicalUrl.parse(SERVED).orElseThrow();
    return DeclaredUrl.of(served, page.getBytes(UTF_8), "text/html; charset=utf-8").value();
  }

  private static String canonical(String url) {
    return CanonicalUrl.parse(url).orElseThrow().value();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel=canonical href='https://example.com/أخبار/1'>",
        "<link rel='Shortlink CANONICAL' href='//example.com/أخبار/1'>",
        "<meta property=og:url content=' https://example.com/أخبار/1 '>",
        "<meta name='OG:URL' content='https://example.com/أخبار/1'>",
        "<link rel=canonical><link rel=canonical href='https://example.com/أخبار/1'>",
        "<meta property=og:url content='https://example.com/新闻'>"
            + "<link rel=canonical href='https://example.com/أخبار/1'>",
        "<base href='https://example.com/أخبار/'><link rel=canonical href=1>",
        "<body><p>Текст<link rel=canonical href='https://example.com/أخبار/1'>"
      })
  void readsWhatAPageDeclares(String page) {
    assertThat(of(page)).isEqualTo(canonical("https://example.com/أخبار/1"));
  }

  @ParameterizedTest
  @CsvSource({
    "'<link rel=canonical href=https://other.example/новости>', another site",
    "'<link rel=canonical href=https://example.com/>', a home page",
    "'<link rel=canonical href=https://example.com>', a home page",
    "'<link rel=uncanonical href=https://example.com/新闻>', another relation",
    "'<link rel=canonical href=javascript:alert(1)>', no address of HTTP",
    "'<meta property=og:url content=\"\">', nothing",
    "'<p>خبر', nothing"
  })
  void staysWithTheAddressServed(String page, String why) {
    assertThat(of(page)).as(why).isEqualTo(canonical(SERVED));
  }

  @Test
  void readsOnlyTheHeadOfWhatIsTooLarge() {
    String head = "<link rel=canonical href=/新闻>";
    String filler = "нет ".repeat(800_000);

    assertThat(of(head + filler)).isEqualTo(canonical("https://news.example.com/新闻"));
    assertThat(of(filler + head)).isEqualTo(canonical(SERVED));
  }
}
