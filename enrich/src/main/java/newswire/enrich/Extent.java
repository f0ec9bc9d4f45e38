package newswire.enrich;

import java.util.function.Predicate;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Story;
import org.jspecify.annotations.Nullable;

/**
 * Of which part of history enrichment is.
 *
 * @param intake which raw records are prepared; null for all
 * @param articles which articles are told; null for all
 * @param stories which stories are told; null for all
 */
public record Extent(
    @Nullable Intake intake,
    @Nullable Predicate<Article> articles,
    @Nullable Predicate<Story> stories) {

  /** All of it. */
  public static final Extent EVERYTHING = new Extent(null, null, null);
}
