package newswire.schemas;

import java.util.List;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Version;

/** What is left of an article once nothing it said may remain, as of a killed one. */
public final class Blank {

  private Blank() {}

  /**
   * The article without title, summary, text, authors, subjects and entities, without what its
   * versions changed and without the words and names it shares with others.
   */
  public static Article of(Article article) {
    return Article.newBuilder(article)
        .setTitle("")
        .setSummary("")
        .setText("")
        .setAuthors(List.of())
        .setSubjects(List.of())
        .setEntities(List.of())
        .setVersions(article.getVersions().stream().map(Blank::version).toList())
        .setRelation(article.getRelation().map(Blank::of).orElse(null))
        .build();
  }

  /** The relation without the words and names that the article shares with others. */
  public static Relation of(Relation relation) {
    return Relation.newBuilder(relation)
        .setStoryTerms(List.of())
        .setStoryEntities(List.of())
        .setCounterpartEntities(List.of())
        .build();
  }

  // That they are not listed any more, not that there were none.
  private static Version version(Version version) {
    boolean cut = version.getChangesCut() || !version.getChanges().isEmpty();
    return Version.newBuilder(version).setChanges(List.of()).setChangesCut(cut).build();
  }
}
