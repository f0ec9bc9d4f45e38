package newswire.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContentTest {

  private final Content content = Content.load();

  @Test
  void speaksTwelveLanguagesAndArabicMost() {
    Map<String, Long> byLanguage =
        entries().stream().collect(Collectors.groupingBy(Entry::language, Collectors.counting()));

    assertThat(byLanguage)
        .containsKeys("ar", "en", "ru", "fr", "es", "tr", "fa", "zh", "hi", "de", "pt", "ja");
    assertThat(byLanguage.get("ar")).isGreaterThanOrEqualTo(10);
  }

  @Test
  void everyArticleHasThreeToEightParagraphsButTheGallery() {
    assertThat(entries())
        .filteredOn(entry -> !entry.text().isWordless())
        .allSatisfy(entry -> assertThat(entry.text().paragraphs()).hasSizeBetween(3, 8))
        .allSatisfy(entry -> assertThat(entry.text().title()).isNotEmpty())
        .allSatisfy(entry -> assertThat(entry.text().summary()).isNotEmpty());
    assertThat(entries())
        .filteredOn(entry -> entry.text().isWordless())
        .singleElement()
        .satisfies(entry -> assertThat(entry.text().title() + entry.text().summary()).isEmpty());
  }

  @Test
  void reprintsTheAgencyVerbatimCutAndUnderAnotherHeadline() {
    ArticleText agency = article("meridian-wire", "kyrgyzstan-state-visit");
    ArticleText verbatim = article("harbour-herald", "kyrgyzstan-state-visit");
    ArticleText cut = article("lakeside-courier", "kyrgyzstan-state-visit");
    ArticleText renamed = article("steppe-observer", "bishkek-ulaanbaatar-power-line");

    assertThat(verbatim.title()).isEqualTo(agency.title());
    assertThat(verbatim.paragraphs()).isEqualTo(agency.paragraphs());
    assertThat(cut.paragraphs()).isEqualTo(agency.paragraphs().subList(0, 4));
    assertThat(renamed.title()).isNotEqualTo(agency.title());
    assertThat(renamed.paragraphs()).isEqualTo(agency.paragraphs());
  }

  @Test
  void spellsKyrgyzstanTwoWaysInOneArabicArticle() {
    ArticleText arabic = article("nile-gazette", "kyrgyzstan-state-visit");

    assertThat(arabic.title()).contains("قيرغيزستان");
    assertThat(arabic.paragraphs().get(0)).contains("قيرغيزستان").doesNotContain("قرغيزستان");
    assertThat(arabic.paragraphs().get(2)).contains("قرغيزستان");
    assertThat(article("gulf-anchor", "kyrgyzstan-state-visit").paragraphs())
        .isEqualTo(arabic.paragraphs());
  }

  @Test
  void theCorrectionChangesAFigureAndAddsASentence() {
    List<String> first = article("harbour-herald", "mombasa-floods").paragraphs();
    List<String> second = content.correction().paragraphs();

    assertThat(second.get(0)).isEqualTo(first.get(0).replace("12,000", "21,000"));
    assertThat(second.subList(1, 4)).isEqualTo(first.subList(1, 4));
    assertThat(second.get(4)).startsWith(first.get(4)).isNotEqualTo(first.get(4));
  }

  @Test
  void refusesAnUnknownHeaderLine() {
    assertThatThrownBy(() -> ArticleText.parse("x", "Titel: عنوان\n\nنص"))
        .hasMessageContaining("Titel");
  }

  private List<Entry> entries() {
    return new Site(content, "localhost", 1, Instant.EPOCH)
        .channels().stream().flatMap(channel -> channel.entries().stream()).toList();
  }

  private ArticleText article(String outletId, String slug) {
    Outlet outlet =
        content.outlets().stream().filter(o -> o.id().equals(outletId)).findFirst().orElseThrow();
    return content.article(outlet, slug);
  }
}
