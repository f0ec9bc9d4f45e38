package newswire.enrich;

import java.util.function.Predicate;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Story;
import org.jspecify.annotations.Nullable;

/**
 * Of which part of history enrichment is.
 *
 * @param given where prepared articles and their sketches are taken from as they are; null if raw
 *     records are prepared
 * @param intake which raw records are prepared, or which given records are taken; null for all
 * @param articles which articles are told; null for all
 * @param stories which stories are told; null for all
 */
public record Extent(
    @Nullable Topics given,
    @Nullable Intake intake,
    @Nullable Predicate<Article> articles,
    @Nullable Predicate<Story> stories) {

  /** All of it. */
  public static final Extent EVERYTHING = new Extent(null, null, null, null);
}
