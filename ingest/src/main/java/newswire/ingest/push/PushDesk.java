package newswire.ingest.push;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import newswire.ingest.RawWriter;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.SeenEntry;
import newswire.schemas.avro.SourceState;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is pushed, one request at a time and each in one transaction, in which its
 * idempotency key is remembered: a request repeated writes nothing, even after a crash. Safe for
 * use by several threads.
 */
final class PushDesk implements AutoCloseable {

  private static final String PROGRESS = "push";
  private static final int KEYS_KEPT = 256;

  private final Supplier<RawWriter> writers;
  private final Clock clock;
  private @Nullable RawWriter writer;
  private SourceState progress = SourceState.newBuilder().setSourceId(PROGRESS).build();

  PushDesk(Supplier<RawWriter> writers, Clock clock) {
    this.writers = writers;
    this.clock = clock;
  }

  /** What became of a request. */
  enum Taken {
    WRITTEN,
    REPEATED,
    KEY_TAKEN
  }

  /**
   * Writes the articles, unless the same were written with the same key.
   *
   * @param key empty if the request has none
   * @param body what the key stands for
   */
  synchronized Taken take(String key, byte[] body, List<RawArticle> articles) {
    try {
      RawWriter open = open();
      String name = ArticleId.sha256(key.getBytes(StandardCharsets.UTF_8));
      String hash = ArticleId.sha256(body);
      Optional<SeenEntry> before =
          progress.getSeen().stream().filter(seen -> seen.getKey().equals(name)).findFirst();
      if (!key.isEmpty() && before.isPresent()) {
        return before.get().getHash().equals(hash) ? Taken.REPEATED : Taken.KEY_TAKEN;
      }
      open.addAll(articles, List.of());
      SourceState next = next(key.isEmpty() ? "" : name, hash, articles.size());
      open.commit(next);
      progress = next;
      return Taken.WRITTEN;
    } catch (RuntimeException e) {
      // Whether it was committed is not known: a new writer ends it, and reads what has become of
      // it.
      drop();
      throw e;
    }
  }

  private SourceState next(String name, String hash, int articles) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    List<SeenEntry> seen = new ArrayList<>(progress.getSeen());
    if (!name.isEmpty()) {
      seen.add(new SeenEntry(name, hash, now));
    }
    return SourceState.newBuilder(progress)
        .setPolled(now)
        .setPolls(progress.getPolls() + 1)
        .setArticles(progress.getArticles() + articles)
        .setSeen(seen.subList(Math.max(0, seen.size() - KEYS_KEPT), seen.size()))
        .build();
  }

  private RawWriter open() {
    if (writer == null) {
      RawWriter opened = writers.get();
      writer = opened;
      progress = opened.progress(PROGRESS).orElse(progress);
      return opened;
    }
    return writer;
  }

  private void drop() {
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }

  @Override
  public synchronized void close() {
    drop();
  }
}
