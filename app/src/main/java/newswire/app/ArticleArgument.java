package newswire.app;

import java.util.Optional;
import java.util.regex.Pattern;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import picocli.CommandLine.Parameters;

/** The article that a command is about. */
final class ArticleArgument {

  private static final Pattern ADDRESS = Pattern.compile("[./:]");

  @Parameters(index = "0", paramLabel = "ID|URL", description = "The article's id or address.")
  private String article = "";

  /** Its id. */
  String id() {
    return id(article);
  }

  /** The id of an article that a user has named by its id or its address. */
  static String id(String article) {
    if (ArticleId.isId(article)) {
      return article;
    }
    return Optional.of(article)
        .filter(text -> ADDRESS.matcher(text).find()) // else a mistyped id would be a host's name
        .flatMap(CanonicalUrl::parse)
        .map(ArticleId::ofUrl)
        .orElseThrow(
            () ->
                Exit.usage(
                    "'" + article + "' is neither an article id (32 hex digits) nor an address"));
  }

  /** What is said of an id that no topic knows. */
  static String unknown(String id) {
    return "nothing is known of article "
        + id
        + "; a page that declares another address of its site as its own is known by that one";
  }
}
