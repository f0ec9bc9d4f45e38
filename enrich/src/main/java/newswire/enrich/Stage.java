package newswire.enrich;

import newswire.schemas.avro.Article;

/** One enrichment step: a pure function of a single article, free of Kafka, clocks and I/O. */
@FunctionalInterface
public interface Stage {

  /** The article with what this step adds to it. */
  Article apply(Article article);

  /** The name used in dead letters, such as {@code language}. */
  default String name() {
    return getClass().getSimpleName();
  }
}
