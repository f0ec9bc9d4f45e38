package newswire.enrich.entities;

import java.util.List;
import newswire.enrich.Stage;
import newswire.enrich.tagger.Tagger;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Entity;

/**
 * Adds the persons, places and organisations named in an article's text, in the order of their
 * first mention; one that only the title names follows without mentions. What the gazetteer does
 * not know has no id, but a key.
 *
 * <p>Safe for use by several threads; names and models are loaded when a language first comes up.
 */
public final class EntityStage implements Stage {

  private final EntityLinker linker = new EntityLinker();
  private final NameFinder finder = new NameFinder(linker, Tagger.standard());
  private final UserGazetteer users;

  /** With the names that ship alone. */
  public EntityStage() {
    this(new UserGazetteer());
  }

  /**
   * With names of users beside those that ship.
   *
   * @param users which may change at any time; an article is linked by one version of it
   */
  public EntityStage(UserGazetteer users) {
    this.users = users;
  }

  @Override
  public Article apply(Article article) {
    UserNames names = users.names();
    String language = article.getLanguage().getTag();
    String title = article.getTitle();
    String text = article.getText();
    List<Entity> entities =
        Grouping.entities(title, text, language, finder.find(title, text, language, names));
    return Article.newBuilder(article)
        .setEntities(entities)
        .setGazetteer(linker.version() + names.version())
        .build();
  }

  @Override
  public String name() {
    return "entities";
  }
}
