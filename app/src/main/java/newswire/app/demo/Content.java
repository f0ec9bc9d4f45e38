package newswire.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that the outlets have to say, read from the class path; articles are keyed outlet/slug. */
final class Content {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Index index;
  private final Map<String, Wording> wordings;
  private final Map<String, ArticleText> articles;

  /** A class path cannot be listed from inside a jar, so the index names every article. */
  record Index(String withdrawn, String corrected, List<Outlet> outlets) {}

  private Content(Index index, Map<String, Wording> wordings, Map<String, ArticleText> articles) {
    this.index = index;
    this.wordings = wordings;
    this.articles = articles;
  }

  static Content load() {
    Index index = json("outlets.json", Index.class);
    Map<String, Wording> wordings =
        Arrays.stream(json("wording.json", Wording[].class))
            .collect(Collectors.toMap(Wording::language, Function.identity()));
    Map<String, ArticleText> articles = new LinkedHashMap<>();
    for (Outlet outlet : index.outlets()) {
      for (String slug : outlet.articles()) {
        articles.put(key(outlet, slug), article(key(outlet, slug)));
      }
    }
    return new Content(index, wordings, articles);
  }

  static String key(Outlet outlet, String slug) {
    return outlet.id() + "/" + slug;
  }

  List<Outlet> outlets() {
    return index.outlets();
  }

  ArticleText article(Outlet outlet, String slug) {
    return known(articles, key(outlet, slug));
  }

  Wording wording(String language) {
    return known(wordings, language);
  }

  /** Key of the article that the demo withdraws. */
  String withdrawn() {
    return index.withdrawn();
  }

  /** Key of the article that has a second version. */
  String corrected() {
    return index.corrected();
  }

  ArticleText correction() {
    return article(index.corrected() + ".corrected");
  }

  private static ArticleText article(String key) {
    String slug = key.substring(key.indexOf('/') + 1);
    try (InputStream file = open("articles/" + key + ".txt")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      ArticleText article = ArticleText.parse(slug, text);
      return article.bodyOf().map(Content::article).map(article::withBodyOf).orElse(article);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T json(String name, Class<T> type) {
    try (InputStream file = open(name)) {
      return JSON.readValue(file, type);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the demo's " + name, e);
    }
  }

  private static InputStream open(String name) {
    InputStream file = Content.class.getResourceAsStream(name);
    if (file == null) {
      throw new IllegalStateException("No " + name + " in the demo world");
    }
    return file;
  }

  private static <T> T known(Map<String, T> map, String key) {
    T value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("The demo world does not know " + key);
    }
    return value;
  }
}
