package newswire.enrich.prepare;

import newswire.schemas.avro.Article;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** An article as a replay prepared it, which is to be live. */
record Promotion(Article article, byte[] bytes) implements Arrival {

  /** Reads both. */
  record Reader(Deserializer<Article> articles) implements Deserializer<Promotion> {

    @Override
    public @Nullable Promotion deserialize(String topic, byte @Nullable [] bytes) {
      return bytes == null ? null : new Promotion(articles.deserialize(topic, bytes), bytes);
    }
  }

  /** Whether it is what a replay writes. */
  boolean isWhole() {
    return !article.getId().isEmpty()
        && !article.getVersions().isEmpty()
        && article.getRevision().getGeneration() > 0;
  }

  @Override
  public String sourceId() {
    return article.getSourceId();
  }

  @Override
  public String url() {
    return article.getUrl();
  }
}
