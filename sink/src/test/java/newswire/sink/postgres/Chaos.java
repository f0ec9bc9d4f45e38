package newswire.sink.postgres;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import newswire.sink.Samples;
import org.awaitility.core.ConditionFactory;

/** Sinks at work on a platform, and all that can happen to them. Belongs to one thread. */
final class Chaos implements Closeable {

  /** What is done while records are being stored. */
  enum Fault {
    KILL_SINK("kill -9 of a sink"),
    SUSPEND_SINK("SIGSTOP of a sink until it has been replaced, then SIGCONT"),
    LOSE_COMMIT("answer to a commit lost"),
    STOP_POSTGRES("Postgres stopped at once and started again"),
    KILL_BROKER("kill -9 of the broker and the registry, started again");

    final String what;

    Fault(String what) {
      this.what = what;
    }
  }

  private static final int SINKS = 2;
  private static final int BATCH = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration REPLACEMENT = Duration.ofSeconds(30);
  private static final Duration FENCING = Duration.ofSeconds(5);
  private static final int STARTS = 3;
  private static final int LONGEST_OUTAGE_MS = 3_000;

  private final Path dir;
  private final Random random;
  private final PostgresBench bench;
  private final Audit audit;
  private final LossyProxy proxy;
  private final List<SinkProcess> running = new ArrayList<>();
  private final List<SinkProcess> all = new ArrayList<>();
  private PlatformProcess platform;
  private int published;

  /** Starts everything on a new platform in a folder. */
  Chaos(Path dir, long seed) throws Exception {
    this.dir = dir;
    this.random = new Random(seed);
    this.platform = PlatformProcess.start(dir.resolve("platform"));
    this.bench = PostgresBench.open(platform.addresses(), Map.of()).migrated();
    this.audit = Audit.of(bench).slow();
    this.proxy = new LossyProxy(bench.config().jdbcUrl());
    for (int i = 0; i < SINKS; i++) {
      startSink();
    }
  }

  private void startSink() throws IOException {
    Path log = dir.resolve("sink-" + all.size() + ".log");
    SinkProcess sink = SinkProcess.start(SinkMain.program(bench, proxy.jdbcUrl(), BATCH), log);
    running.add(sink);
    all.add(sink);
  }

  /** Publishes articles, and one in a transaction that is aborted. */
  void publish(int count) {
    bench.newsroom().publishAndAbort(Samples.article(-1 - published, 1, "never", "happened"));
    bench.newsroom().publish(Samples.many(published, count));
    published += count;
  }

  /** Lets something happen when so many more articles have been stored. */
  void let(Fault fault, int after) throws Exception {
    awaitStored(Math.min(published - 1, audit.written() + after));
    switch (fault) {
      case KILL_SINK -> {
        running.remove(random.nextInt(running.size())).kill();
        startSink();
      }
      case SUSPEND_SINK -> suspendUntilReplaced();
      case LOSE_COMMIT -> {
        int lost = proxy.lost();
        proxy.loseNextCommit();
        patiently().until(() -> proxy.lost() > lost);
      }
      case STOP_POSTGRES -> {
        PostgresServer server = new PostgresServer(dir.resolve("platform").resolve("postgres"));
        server.stopImmediately();
        Thread.sleep(random.nextInt(LONGEST_OUTAGE_MS));
        server.startAgain();
      }
      case KILL_BROKER -> {
        platform.kill();
        Thread.sleep(random.nextInt(LONGEST_OUTAGE_MS));
        platform = startAgain();
      }
    }
  }

  // A registry that is slow to notice the end of its parent still holds its files.
  private PlatformProcess startAgain() throws Exception {
    IOException failure = new IOException();
    for (int i = 0; i < STARTS; i++) {
      try {
        return PlatformProcess.start(dir.resolve("platform"));
      } catch (IOException e) {
        failure = e;
        Thread.sleep(LONGEST_OUTAGE_MS);
      }
    }
    throw failure;
  }

  // One that has just started may have no partitions yet, and then nobody replaces it.
  private void suspendUntilReplaced() throws Exception {
    List<SinkProcess> candidates = new ArrayList<>(running);
    Collections.shuffle(candidates, random);
    for (SinkProcess sink : candidates) {
      long fenced = fenced();
      String claims = "select sum(epoch) from sink_offsets";
      List<String> before = bench.column(claims);
      sink.suspend();
      boolean replaced = within(REPLACEMENT, () -> !bench.column(claims).equals(before));
      sink.resume();
      if (replaced) {
        within(FENCING, () -> fenced() > fenced);
        return;
      }
    }
  }

  private static boolean within(Duration time, Callable<Boolean> condition) throws Exception {
    for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
      if (condition.call()) {
        return true;
      }
      Thread.sleep(50);
    }
    return false;
  }

  private void awaitStored(long count) {
    patiently().until(() -> audit.written() >= count);
  }

  private static ConditionFactory patiently() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).ignoreExceptions();
  }

  /** Returns when all that was published has been stored. */
  void settle() {
    awaitStored(published);
    bench.newsroom().awaitDrained(bench.group());
  }

  Audit audit() {
    return audit;
  }

  PostgresBench bench() {
    return bench;
  }

  /** How often a sink found itself replaced. */
  long fenced() throws IOException {
    long fenced = 0;
    for (SinkProcess sink : all) {
      fenced += sink.fenced();
    }
    return fenced;
  }

  int lostCommits() {
    return proxy.lost();
  }

  @Override
  public void close() throws IOException {
    try {
      for (SinkProcess sink : all) {
        sink.kill();
      }
      proxy.close();
      bench.close();
      platform.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
