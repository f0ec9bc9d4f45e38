package newswire.enrich.prepare;

import newswire.schemas.avro.RawArticle;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** A raw article with the bytes it was read from, which a dead letter has to keep unchanged. */
record Incoming(RawArticle article, byte[] bytes) implements Arrival {

  /** Reads both. */
  record Reader(Deserializer<RawArticle> articles) implements Deserializer<Incoming> {

    @Override
    public @Nullable Incoming deserialize(String topic, byte @Nullable [] bytes) {
      return bytes == null ? null : new Incoming(articles.deserialize(topic, bytes), bytes);
    }
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
