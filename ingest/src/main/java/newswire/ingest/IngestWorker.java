package newswire.ingest;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import newswire.schemas.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the sources that the group gives to this process and writes what is new to the raw topic.
 * Runs on the thread that calls {@link #run} until closed; everything else may be called from any
 * thread. Trouble with Kafka or the registry is waited out.
 */
public final class IngestWorker implements Runnable, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IngestWorker.class);
  private static final long FIRST_PAUSE_MS = 500;
  private static final long LONGEST_PAUSE_MS = 30_000;
  private static final long DRAINING_MS = 3_500;
  private static final long GIVING_UP_MS = 1_500;

  private final IngestConfig config;
  private final Topics topics;
  private final Clock clock;
  private final Set<String> polledOnce = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Snapshot snapshot = new Snapshot(List.of(), false);
  private volatile boolean working;
  private volatile @Nullable String trouble;
  private volatile @Nullable Thread runner;

  private record Snapshot(List<SourceHealth> health, boolean idle) {}

  /**
   * @param clock tells when sources are due and when articles were fetched
   */
  public IngestWorker(IngestConfig config, Topics topics, Clock clock) {
    this.config = config;
    this.topics = topics;
    this.clock = clock;
  }

  /** Works until {@link #close}; may be called once. */
  @Override
  public void run() {
    runner = Thread.currentThread();
    try (Crawl crawl = new Crawl(config, clock)) {
      long pause = FIRST_PAUSE_MS;
      while (!isClosing()) {
        long start = System.nanoTime();
        session(crawl);
        boolean lasted = System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(2 * pause);
        pause = lasted ? FIRST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, 2 * pause);
        rest(pause);
      }
    } finally {
      runner = null;
      ended.countDown();
    }
  }

  /** Works until closed or until trouble that a new session may be rid of. */
  private void session(Crawl crawl) {
    KafkaClients clients = new KafkaClients(config);
    SourceTable table = new SourceTable(polledOnce);
    try (IngestSession session =
        new IngestSession(config, clock, crawl, table, connect(clients, table))) {
      session.begin();
      while (!isClosing()) {
        session.turn();
        snapshot = new Snapshot(session.health(), session.isIdle());
        trouble = null;
        working = true;
      }
      session.end();
    } catch (RuntimeException | Error e) {
      // The one place for it: whatever it is, the topics know all that is needed to go on.
      if (!isClosing()) {
        trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        LOG.warn("ingest starts anew after: {}", e.toString());
        LOG.debug("in full", e);
      }
    } finally {
      working = false;
      snapshot = new Snapshot(snapshot.health(), false);
    }
  }

  private IngestSession.Connections connect(KafkaClients clients, SourceTable table) {
    Outbox outbox =
        new Outbox(clients.producer(config.groupId() + "-" + config.instanceId()), topics);
    Optional<Subscriber> subscriber = Optional.empty();
    try {
      subscriber = subscriber(clients);
      return new IngestSession.Connections(
          new Membership(clients, topics, table),
          outbox,
          new CompactedTopic<>(clients, topics.withdrawals()),
          subscriber);
    } catch (RuntimeException e) {
      subscriber.ifPresent(Subscriber::close);
      outbox.close();
      throw e;
    }
  }

  private Optional<Subscriber> subscriber(KafkaClients clients) {
    return config
        .callbacks()
        .map(
            callbacks ->
                new Subscriber(callbacks, HubNotices.follow(clients, topics.hubNotices())));
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void rest(long millis) {
    try {
      closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      close();
    }
  }

  /** How every source that is ours at present is doing, by id. */
  public List<SourceHealth> health() {
    return snapshot.health();
  }

  /**
   * Whether all sources that are ours and not paused have been polled since the start, or are known
   * not to be due yet, and no article or transaction is under way.
   */
  public boolean idle() {
    return snapshot.idle();
  }

  /** Whether it is a member of the group and asks the sources that are its own. */
  public boolean working() {
    return working;
  }

  /** What keeps the worker from working at present, in one sentence. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Ends {@link #run} within five seconds; what has been fetched by then is written. */
  @Override
  public void close() {
    closing.countDown();
    Thread thread = runner;
    if (thread == null || thread == Thread.currentThread()) {
      return;
    }
    try {
      if (!ended.await(DRAINING_MS, TimeUnit.MILLISECONDS)) {
        thread.interrupt();
        ended.await(GIVING_UP_MS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
