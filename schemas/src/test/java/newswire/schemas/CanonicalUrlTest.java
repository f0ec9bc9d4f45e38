package newswire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

  @ParameterizedTest
  @CsvSource({
    "HTTP://Example.COM:80/a/../b, http://example.com/b",
    "https://example.com/a?utm_source=x&id=7&fbclid=y#top, https://example.com/a?id=7",
    "https://example.com/a?utm_source=x, https://example.com/a",
    "https://example.com, https://example.com/",
    "https://example.com/أخبار/1, https://example.com/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1",
    "https://example.com/新闻, https://example.com/%E6%96%B0%E9%97%BB",
  })
  void givesOnePageOneForm(String given, String canonical) {
    assertThat(CanonicalUrl.parse(given)).map(CanonicalUrl::value).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "not a url", "ftp://example.com/x", "javascript:alert(1)", "http://"})
  void refusesWhatIsNotAnAddress(String given) {
    assertThat(CanonicalUrl.parse(given)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://news.bbc.co.uk/x, bbc.co.uk",
    "https://www.aljazeera.net/x, aljazeera.net",
    "http://nile-gazette.localhost:8080/x, nile-gazette.localhost",
    "http://127.0.0.1:8080/x, 127.0.0.1",
    "http://localhost/x, localhost",
    "https://пример.испытание/x, xn--e1afmkfd.xn--80akhbyknj4f",
  })
  void knowsTheRegistrableDomain(String url, String site) {
    assertThat(CanonicalUrl.parse(url)).map(CanonicalUrl::site).contains(site);
  }

  @Test
  void idsAreThirtyTwoHexDigits() {
    String id = ArticleId.ofUrl(CanonicalUrl.parse("https://example.com/1").orElseThrow());

    assertThat(ArticleId.isId(id)).isTrue();
    assertThat(id).isEqualTo("31d1ea27989657c170141b3186db2789");
  }
}
