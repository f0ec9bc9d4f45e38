package newswire.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import newswire.schemas.Topics;
import newswire.schemas.avro.HubNotice;
import org.jspecify.annotations.Nullable;

/**
 * Writes what hubs tell of sources, for the owners of the sources to act on. Safe for use by
 * several threads; of several processes the last to write fences the others, which then read anew.
 */
public final class NoticeWriter implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaClients clients;
  private final Topics topics;
  private final Clock clock;
  private final Map<String, HubNotice> latest = new HashMap<>();
  private @Nullable Outbox outbox;

  public NoticeWriter(IngestConfig config, Topics topics, Clock clock) {
    this.clients = new KafkaClients(config);
    this.topics = topics;
    this.clock = clock;
  }

  /** Changes what is known of a source's hub; when it returns, the change is committed. */
  public synchronized void write(String sourceId, UnaryOperator<HubNotice.Builder> change) {
    try {
      Outbox open = open();
      HubNotice none = HubNotice.newBuilder().setSourceId(sourceId).build();
      HubNotice.Builder next = HubNotice.newBuilder(latest.getOrDefault(sourceId, none));
      HubNotice notice = change.apply(next.setAt(clock.instant())).build();
      open.begin();
      open.add(notice);
      open.commit();
      latest.put(sourceId, notice);
    } catch (RuntimeException e) {
      // Whether it was committed is not known: whoever opens next reads what has become of it.
      close();
      throw e;
    }
  }

  private Outbox open() {
    if (outbox == null) {
      Outbox opened = new Outbox(clients.producer("newswire-hub-notices"), topics);
      outbox = opened;
      opened.fenceOthers();
      latest.clear();
      latest.putAll(new CompactedTopic<>(clients, topics.hubNotices()).read(PATIENCE));
      return opened;
    }
    return outbox;
  }

  @Override
  public synchronized void close() {
    if (outbox != null) {
      outbox.close();
      outbox = null;
    }
  }
}
