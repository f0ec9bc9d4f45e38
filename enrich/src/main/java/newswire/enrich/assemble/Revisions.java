package newswire.enrich.assemble;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Predicate;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Revision;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the states of every article and passes on only those that differ from the last one, with
 * the store it needs: article id to {@code counter digest generation}, the SHA-256 of what was
 * passed on. Rows of an earlier form have no generation. An article that a replay was made live of
 * has the replay's generation, and never a smaller one again.
 */
final class Revisions implements FixedKeyProcessorSupplier<String, Article, Article> {

  static final String STORE = "revisions-by-id";

  private final int generation;
  private final Predicate<Article> told;

  /**
   * Of one enrichment run.
   *
   * @param told which articles are passed on; of one that was and is no longer a tombstone is
   */
  Revisions(int generation, Predicate<Article> told) {
    this.generation = generation;
    this.told = told;
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.String()));
  }

  @Override
  public FixedKeyProcessor<String, Article, Article> get() {
    return new Numbering(generation, told);
  }

  /** What was passed on last of an article; no digest if it was taken back. */
  private record Last(long counter, String digest, int generation) {

    static Last of(@Nullable String row) {
      String[] parts = row == null ? new String[0] : row.split(" ", 3);
      return new Last(
          parts.length > 0 ? Long.parseLong(parts[0]) : 0,
          parts.length > 1 ? parts[1] : "",
          parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
    }

    String row() {
      return counter + " " + digest + " " + generation;
    }
  }

  private static final class Numbering implements FixedKeyProcessor<String, Article, Article> {

    private final int generation;
    private final Predicate<Article> told;
    private @Nullable FixedKeyProcessorContext<String, Article> context;
    private @Nullable KeyValueStore<String, String> last;

    Numbering(int generation, Predicate<Article> told) {
      this.generation = generation;
      this.told = told;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Article> context) {
      this.context = context;
      this.last = context.getStateStore(STORE);
    }

    @Override
    public void process(FixedKeyRecord<String, Article> record) {
      Article article = record.value();
      KeyValueStore<String, String> counters = requireNonNull(last);
      Last before = Last.of(counters.get(record.key()));
      if (!told.test(article)) {
        if (!before.digest().isEmpty()) {
          counters.put(record.key(), new Last(before.counter(), "", before.generation()).row());
          forward(record, article, null);
        }
        return;
      }
      String digest = digest(article);
      if (digest.equals(before.digest())) {
        return;
      }
      int own = Math.max(generation, article.getRevision().getGeneration());
      Last now = new Last(before.counter() + 1, digest, Math.max(own, before.generation()));
      counters.put(record.key(), now.row());
      Revision revision = new Revision(now.generation(), now.counter());
      forward(record, article, Article.newBuilder(article).setRevision(revision).build());
    }

    private void forward(
        FixedKeyRecord<String, Article> record, Article article, @Nullable Article value) {
      // A record's time cannot lie before 1970; an article's can.
      long time = Math.max(0, article.getEffective().toEpochMilli());
      // What is said of one record that went into it, such as its attempts, is not said of it.
      requireNonNull(context)
          .forward(record.withValue(value).withTimestamp(time).withHeaders(new RecordHeaders()));
    }

    private String digest(Article article) {
      Article content =
          Article.newBuilder(article).setRevision(new Revision(generation, 0L)).build();
      try {
        return ArticleId.sha256(content.toByteBuffer().array());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
