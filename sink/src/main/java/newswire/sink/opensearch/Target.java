package newswire.sink.opensearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import newswire.sink.intake.Change;
import newswire.sink.intake.Item;

/** The document that a record of an article or a story is about. */
record Target(boolean article, String id) {

  static Target of(Item item) {
    boolean article =
        item.change() instanceof Change.ArticleState || item.change() instanceof Change.ArticleGone;
    return new Target(article, new String(requireNonNull(item.origin().key(), "key"), UTF_8));
  }

  static boolean isState(Item item) {
    return item.change() instanceof Change.ArticleState
        || item.change() instanceof Change.StoryState;
  }

  static boolean isRemoval(Item item) {
    return item.change() instanceof Change.ArticleGone || item.change() instanceof Change.StoryGone;
  }

  String index(Indices indices) {
    return article ? indices.articles() : indices.stories();
  }

  /** Id of the document that remembers when it was removed. */
  String memory() {
    return (article ? "article " : "story ") + id;
  }
}
