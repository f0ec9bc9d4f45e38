package newswire.enrich.page;

import static newswire.enrich.page.Raws.entry;
import static newswire.enrich.page.Raws.html;
import static newswire.enrich.page.Raws.page;
import static newswire.enrich.page.Raws.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.Stream;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Precision;
import newswire.schemas.avro.RawArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PageReaderTest {

  private static final String LONG =
      "The government said on Monday that it would publish the plan for the new bridge by the end"
          + " of the month, after years of delay and several changes of mind.";

  static Stream<Arguments> languages() {
    return Stream.of(
        Arguments.of(
            "ar",
            "زلزال يضرب شرق قرغيزستان",
            "قال مسؤولون إن زلزالا قويا ضرب المنطقة صباح اليوم. "),
        Arguments.of(
            "fa",
            "زمین‌لرزه در شرق قرقیزستان",
            "مقام‌ها می‌گویند زمین‌لرزه‌ای نیرومند منطقه را لرزاند. "),
        Arguments.of("zh", "吉尔吉斯斯坦东部发生地震", "官员表示，今天早上该地区发生强烈地震，造成多人受伤。 "),
        Arguments.of(
            "ru",
            "Землетрясение на востоке Киргизии",
            "Власти сообщили о сильном землетрясении утром. "),
        Arguments.of(
            "hi",
            "किर्गिज़स्तान के पूर्व में भूकंप",
            "अधिकारियों ने बताया कि आज सुबह तेज़ भूकंप आया। "),
        Arguments.of(
            "tr",
            "Kırgızistan'ın doğusunda deprem",
            "Yetkililer sabah saatlerinde güçlü bir deprem olduğunu söyledi. "),
        Arguments.of(
            "de",
            "Erdbeben im Osten Kirgistans",
            "Behörden meldeten am Morgen ein starkes Erdbeben in der Region. "),
        Arguments.of(
            "en",
            "Quake in the east of Kyrgyzstan",
            "Officials reported a strong earthquake in the morning. "));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void readsTheTextAndNothingAround(String lang, String title, String sentence) {
    String first = sentence.repeat(4).strip();
    String second = sentence.repeat(3).strip();
    Article article = read(html(page(lang, title, first, second)));
    assertThat(article.getTitle()).isEqualTo(title);
    assertThat(article.getText()).isEqualTo(first + "\n" + second);
    assertThat(article.getDeclaredLanguage()).isEqualTo(lang);
    assertThat(article.getExtraction().getRule()).isEqualTo("body-class");
    assertThat(article.getExtraction().getStatus()).isEqualTo("ok");
  }

  @Test
  void keepsTheStandfirstInTextAndSummary() {
    String html =
        "<article><h1>A bridge at last</h1><p class='standfirst'>After ten years the city agrees on a"
            + " plan for the river.</p><div class='article-body'><p>"
            + LONG
            + "</p><p>"
            + LONG
            + " Truly.</p></div></article>";
    Article article = read(html(html));
    assertThat(article.getSummary()).startsWith("After ten years");
    assertThat(article.getText()).startsWith(article.getSummary() + "\n" + LONG);
    assertThat(article.getTitle()).isEqualTo("A bridge at last");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void dropsTheLabelAboveAndTheTimeBelowTheHeadline(String lang, String title, String sentence) {
    String text = sentence.strip().repeat(6);
    Article article =
        read(
            html(
                "<html lang='"
                    + lang
                    + "'><body><article><p>العالم 国际</p><h1>"
                    + title
                    + "</h1><p><time>2026-11-23 10:01</time> Мир</p><p>"
                    + text
                    + " <time>2026-11-22</time></p></article></body></html>"));

    assertThat(article.getText()).isEqualTo(text + " 2026-11-22");
  }

  @Test
  void prefersLinkedDataAndForgivesItsErrors() {
    String html =
        "<html><head><title>x</title><script type='application/ld+json'>{broken</script>"
            + "<script type='application/ld+json'>{'@graph':[{'@type':'WebPage'},{'@type':['NewsArticle'],"
            + "'headline':'جسر جديد &amp; طريق','author':[{'name':'ليلى حسن'},{'name':'王伟'}],"
            + "'articleSection':'Politik','datePublished':'2026-03-01T10:00:00+03:00',}]}</script></head>"
            + "<body><article><p>"
            + LONG.repeat(3)
            + "</p></article></body></html>";
    Article article = read(html(html));
    assertThat(article.getTitle()).isEqualTo("جسر جديد & طريق");
    assertThat(article.getAuthors()).containsExactly("ليلى حسن", "王伟");
    assertThat(article.getSubjects()).containsExactly("Politik");
    assertThat(article.getPublished()).contains(Instant.parse("2026-03-01T07:00:00Z"));
    assertThat(article.getPublishedPrecision()).isEqualTo(Precision.INSTANT);
  }

  @Test
  void takesLinkedDataForTheTextWhereThePageShowsLittle() {
    String html =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"H\","
            + "\"articleBody\":\"<p>"
            + LONG
            + "</p><p>"
            + LONG
            + " 2</p><p>"
            + LONG
            + " 3</p>\"}</script>"
            + "<article><p>"
            + LONG
            + "</p></article>";
    Article article = read(html(html));
    assertThat(article.getExtraction().getRule()).isEqualTo("json-ld");
    assertThat(article.getText().lines()).hasSize(3);
  }

  @Test
  void believesACanonicalAddressOfItsOwnSiteOnly() {
    String own = "<link rel=canonical href='/news/one'><title>T</title><p>" + LONG;
    String other = "<link rel=canonical href='https://elsewhere.com/1'><title>T</title><p>" + LONG;
    String home = "<link rel=canonical href='https://www.example.org/'><title>T</title><p>" + LONG;
    assertThat(read(html(own)).getUrl()).isEqualTo("https://www.example.org/news/one");
    assertThat(read(html(other)).getUrl()).isEqualTo(Raws.URL);
    assertThat(read(html(home)).getUrl()).isEqualTo(Raws.URL);
    assertThat(read(html(own)).getSite()).isEqualTo("example.org");
  }

  @Test
  void identifiesByAddressThenByItemThenByContent() {
    String url = CanonicalUrl.parse(Raws.URL).map(ArticleId::ofUrl).orElseThrow();
    assertThat(read(html("<title>T</title>")).getId()).isEqualTo(url);
    RawArticle.Builder item = Raws.of("نص\nفقرة", "text/plain").setSourceId("s").setItemId("7");
    assertThat(read(item).getId()).isEqualTo(ArticleId.ofItem("s", "7"));
    String content = read(Raws.of("نص\nفقرة", "text/plain")).getId();
    assertThat(read(Raws.of("نص\nفقرة", "text/plain")).getId()).isEqualTo(content);
    assertThat(read(Raws.of("نص\n段落", "text/plain")).getId()).isNotEqualTo(content);
    assertThat(read(Raws.of("نص\nفقرة", "text/plain").setSourceId("ж")).getId())
        .isNotEqualTo(content);
  }

  @Test
  void takesTheHeadlineOfPlainTextFromItsFirstLineOnce() {
    Article article =
        read(Raws.of("\n\n عنوان الخبر \nفقرة أولى\n\nعنوان الخبر\n第二段\n", "text/plain"));
    assertThat(article.getTitle()).isEqualTo("عنوان الخبر");
    assertThat(article.getText()).isEqualTo("فقرة أولى\n第二段");
    Article given =
        read(Raws.of("标题\n正文第一段", "text/plain").setEntry(entry().setTitle("标题").build()));
    assertThat(given.getTitle()).isEqualTo("标题");
    assertThat(given.getText()).isEqualTo("正文第一段");
  }

  @Test
  void leavesTheTextOfARowWithoutHeadlineWhole() {
    Article article =
        read(Raws.of("وصل الوفد إلى مصر.\n代表团抵达埃及。", "text/plain").setEntry(entry().build()));

    assertThat(article.getTitle()).isEmpty();
    assertThat(article.getText()).isEqualTo("وصل الوفد إلى مصر.\n代表团抵达埃及。");
  }

  @Test
  void readsTheFeedWhereThereIsNoPage() {
    RawArticle.Builder raw =
        RawArticle.newBuilder()
            .setFetchError("HTTP 403")
            .setEntry(
                entry()
                    .setLink("https://example.org/a?utm_source=rss")
                    .setTitle("Мост &amp; дорога")
                    .setSummary("<p>Кратко <a href=x>читать</a></p>")
                    .setContent("<p>Первый абзац.</p><p>Второй абзац.<script>x()</script></p>")
                    .setLanguage("ru_RU")
                    .setPublished(Instant.parse("2026-03-01T00:00:00Z"))
                    .setPublishedPrecision(Precision.DAY)
                    .build());
    Article article = read(raw);
    assertThat(article.getTitle()).isEqualTo("Мост & дорога");
    assertThat(article.getText()).isEqualTo("Первый абзац.\nВторой абзац.");
    assertThat(article.getUrl()).isEqualTo("https://example.org/a");
    assertThat(article.getDeclaredLanguage()).isEqualTo("ru-RU");
    assertThat(article.getPublishedPrecision()).isEqualTo(Precision.DAY);
    assertThat(article.getExtraction().getRule()).isEqualTo("feed-content");
    assertThat(article.getExtraction().getStatus()).isEqualTo("feed only: HTTP 403");
  }

  @Test
  void takesTheFeedsTextWhereItIsTheLonger() {
    String content = "<p>" + LONG.repeat(4) + "</p>";
    Article article =
        read(
            html(page("en", "A bridge at last", LONG + " " + LONG))
                .setEntry(entry().setContent(content).build()));
    assertThat(article.getText()).isEqualTo(LONG.repeat(4));
    assertThat(article.getExtraction().getRule()).isEqualTo("feed-content");
  }

  @Test
  void keepsAnArticleThatHasATitleOnly() {
    Article article = read(html("<title>عاجل</title>"));
    assertThat(article.getTitle()).isEqualTo("عاجل");
    assertThat(article.getExtraction().getStatus()).isEqualTo("no text");
  }

  @Test
  void rejectsWhatGivesNothingAndSaysWhy() {
    assertThatThrownBy(() -> read(Raws.of("{}", "application/json")))
        .isInstanceOf(UnreadablePage.class)
        .hasMessage("There is neither a title nor text: the page is application/json.");
    assertThatThrownBy(() -> read(RawArticle.newBuilder().setFetchError("time-out")))
        .hasMessage("There is neither a title nor text: time-out.");
    assertThatThrownBy(() -> read(html("<p> </p>")))
        .hasMessage("There is neither a title nor text: the page holds no running text.");
    assertThatThrownBy(() -> read(Raws.of(" \n", "text/plain"))).isInstanceOf(UnreadablePage.class);
  }
}
