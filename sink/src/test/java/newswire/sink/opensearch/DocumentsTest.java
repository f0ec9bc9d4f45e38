package newswire.sink.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Change;
import newswire.schemas.avro.ChangedPart;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.StoryArticle;
import newswire.schemas.avro.Version;
import newswire.schemas.avro.Withdrawal;
import newswire.sink.Samples;
import newswire.sink.intake.Orders;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  @Test
  void putsTheWordsUnderTheirLanguage() {
    List<Article> articles = Samples.ofFourScripts();

    assertThat(words(articles.get(0), "ar")).isEqualTo(articles.get(0).getText());
    assertThat(words(articles.get(1), "cjk")).isEqualTo(articles.get(1).getText());
    assertThat(words(articles.get(2), "ru")).isEqualTo(articles.get(2).getText());
    assertThat(words(articles.get(3), "hi")).isEqualTo(articles.get(3).getText());
    assertThat(Documents.of(Samples.article(5, 1, "t", "t"), Optional.empty()).has("words"))
        .isFalse();
  }

  private static String words(Article article, String field) {
    return Documents.of(article, Optional.empty()).path("words").path(field).path("text").asText();
  }

  @Test
  void marksADocumentAsOrdersMarkTheRecord() {
    for (Status status : Status.values()) {
      for (Article plain : Samples.ofFourScripts()) {
        Article article = full(plain);
        Withdrawal order = Samples.order(1, status);
        Article obeyed = new Orders(Map.of(article.getId(), order)).obeyed(article);
        ObjectNode document = Documents.of(article, article.getEmbargoUntil());

        Documents.mark(document, order);

        assertThat(document).isEqualTo(Documents.of(obeyed, article.getEmbargoUntil()));
      }
    }
  }

  private static Article full(Article article) {
    Change change = new Change(ChangedPart.TITLE, 0, "国事访问", "Визит");
    Version version =
        Version.newBuilder(article.getVersions().get(0)).setChanges(List.of(change)).build();
    Relation relation =
        Relation.newBuilder(article.getRelation().orElseThrow())
            .setStoryTerms(List.of("визит"))
            .setStoryEntities(List.of("KG"))
            .setCounterpartEntities(List.of("KG"))
            .build();
    return Article.newBuilder(article).setVersions(List.of(version)).setRelation(relation).build();
  }

  @Test
  void retitlesADocumentAsOrdersRetitleTheRecord() {
    Story story =
        Story.newBuilder(Samples.story(1, "زيارة رسمية"))
            .setTimeline(List.of(entry(1, "زيارة رسمية"), entry(2, ""), entry(3, "Визит")))
            .build();
    Orders orders = new Orders(Map.of(Samples.id(1), Samples.order(1, Status.KILLED)));
    ObjectNode document = Documents.of(story);

    Documents.retitle(document, orders::isKilled);

    assertThat(document).isEqualTo(Documents.of(orders.obeyed(story)));
    assertThat(document.path("headline").asText()).isEqualTo("Визит");
  }

  private static StoryArticle entry(int number, String title) {
    return StoryArticle.newBuilder()
        .setId(Samples.id(number))
        .setTitle(title)
        .setTerms(List.of(title))
        .build();
  }
}
