package newswire.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.Status;
import newswire.sink.Samples;
import org.junit.jupiter.api.Test;

class SearchVectorTest {

  private static Article article(String tag, String title, String text) {
    return Article.newBuilder(Samples.article(1, 1, title, text))
        .setSummary("")
        .setLanguage(Language.newBuilder().setTag(tag).build())
        .build();
  }

  @Test
  void givesTheTermsOfTitleAndTextWithTheirPositions() {
    assertThat(SearchVector.of(article("en", "Wheat prices", "The wheat's price rose.")))
        .isEqualTo("'wheat':1A,14 'price':2A,15 'rose':16");
    assertThat(SearchVector.of(article("ru", "Пшеница", "Цены на пшеницу")))
        .isEqualTo("'пшениц':1A,14 'цен':12");
    assertThat(SearchVector.of(article("zh", "小麦涨价", ""))).contains("'小麦':1A", "'涨价':3A");
  }

  @Test
  void joinsTheFormsOfAnArabicWordAndKeepsItsNames() {
    String vector = SearchVector.of(article("ar", "والكتاب", "قرأ الكتاب عن بوتين"));

    assertThat(vector).contains("'كتاب':1A,").contains("'بوت':");
    assertThat(SearchQuery.of("بوتين", Optional.of("ar"))).contains("( ('بوت') )");
    assertThat(SearchQuery.of("كتاب", Optional.of("ar"))).contains("( ('كتاب') )");
  }

  @Test
  void findsAnArabicWordWithoutWhatIsWrittenTogetherWithIt() {
    String query = SearchQuery.of("قيرغيزستان", Optional.of("ar")).orElseThrow();
    String stem = query.substring(query.indexOf("'"), query.lastIndexOf("'") + 1);

    assertThat(SearchVector.of(article("ar", "لقيرغيزستان", ""))).contains(stem + ":1A");
    assertThat(SearchVector.of(article("ar", "وبقيرغيزستان اليوم", "")))
        .contains(stem + ":1A", ":2A");
    assertThat(SearchVector.of(article("ar", "قيرغيزستان", ""))).isEqualTo(stem + ":1A");
  }

  @Test
  void quotesWhatPostgresReadsOtherwise() {
    assertThat(Terms.quoted("o'neill\\")).isEqualTo("'o''neill\\\\'");
  }

  @Test
  void endsWherePostgresEnds() {
    StringBuilder long1 = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      long1.append("خبر").append(i).append(' ');
    }
    assertThat(SearchVector.of(article("ar", "طويل", long1.toString())).length())
        .isBetween(300_000, 1_000_000);
  }

  @Test
  void saysNothingOfAKilledArticle() {
    Article killed =
        Article.newBuilder(article("hi", "राजकीय यात्रा", "राष्ट्रपति"))
            .setStatus(Status.KILLED)
            .build();

    assertThat(SearchVector.of(killed)).isEmpty();
    assertThat(SearchVector.names(killed)).isEmpty();
  }

  @Test
  void takesQuotedWordsAsAPhraseAndOthersInAnyOrder() {
    assertThat(SearchQuery.of("rising \"the price of wheat\"", Optional.of("en")))
        .contains("( ('rise') & ('price' <2> 'wheat') )");
    assertThat(SearchQuery.of("小麦涨价", Optional.of("zh"))).contains("( ('小麦' <1> '麦涨' <1> '涨价') )");
    assertThat(SearchQuery.of("the", Optional.of("en"))).isEmpty();
    assertThat(SearchQuery.of("' & | !", Optional.empty())).isEmpty();
  }

  @Test
  void takesWordsOfAnUnknownLanguageAsOfEveryLanguage() {
    assertThat(SearchQuery.of("пшеницу", Optional.empty()).orElseThrow())
        .contains("('пшениц')", "('пшеницу')");
  }

  @Test
  void takesWordsApartAtAnySpace() {
    for (String words : List.of("東京\u3000大阪", "القاهرة\u00a0الجيزة", "Москва Казань")) {
      assertThat(SearchQuery.of(words, Optional.of("und")).orElseThrow()).contains(" & ");
    }
  }
}
