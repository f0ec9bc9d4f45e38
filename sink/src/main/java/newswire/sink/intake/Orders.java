package newswire.sink.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newswire.schemas.InForce;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.StoryArticle;
import newswire.schemas.avro.Withdrawal;

/**
 * What the orders in force make of articles and stories that do not know them yet, so that the text
 * of a killed article never reaches a store.
 *
 * @param byArticle the order in force about each article; none means that there is none
 */
public record Orders(Map<String, Withdrawal> byArticle) {

  /** The article as its order wants it: marked with its status, and blank if killed. */
  public Article obeyed(Article article) {
    return InForce.obeyed(article, byArticle.get(article.getId()));
  }

  /**
   * The story without the words of killed articles, under the title of its earliest article that is
   * not killed.
   */
  public Story obeyed(Story story) {
    boolean touched =
        isKilled(story.getId()) || story.getTimeline().stream().anyMatch(a -> isKilled(a.getId()));
    return touched ? retitled(story) : story;
  }

  private Story retitled(Story story) {
    List<StoryArticle> timeline = new ArrayList<>(story.getTimeline().size());
    String headline = "";
    for (StoryArticle article : story.getTimeline()) {
      timeline.add(isKilled(article.getId()) ? blank(article) : article);
      if (headline.isEmpty() && !isKilled(article.getId())) {
        headline = article.getTitle();
      }
    }
    return Story.newBuilder(story).setHeadline(headline).setTimeline(timeline).build();
  }

  private static StoryArticle blank(StoryArticle article) {
    return StoryArticle.newBuilder(article)
        .setTitle("")
        .setTerms(List.of())
        .setEntities(List.of())
        .build();
  }

  /** Whether an article is killed by order; one may be by its own status as well. */
  public boolean isKilled(String id) {
    Withdrawal order = byArticle.get(id);
    return order != null && order.getStatus() == Status.KILLED;
  }
}
