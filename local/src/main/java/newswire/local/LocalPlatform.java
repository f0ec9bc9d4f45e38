package newswire.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka, schema registry and Postgres for one machine, on loopback only, with all data in
 * one directory. Safe for use by several threads; several platforms in one JVM need a directory
 * each.
 *
 * <p>Nothing stops by itself when the JVM exits: whoever starts a platform closes it, after what
 * uses it. After a kill the registry ends by itself, and the next platform in the directory takes
 * Postgres over.
 */
public final class LocalPlatform implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalPlatform.class);
  private static final long STOP_MILLIS = 8_000;

  private final DataDirectory dir;
  private final Ports ports;
  private final Consumer<String> progress;
  private final Deque<Part> started = new ArrayDeque<>();
  private Addresses addresses = new Addresses("", "", "", "", "");
  private boolean closed;

  private LocalPlatform(DataDirectory dir, Consumer<String> progress) {
    this.dir = dir;
    this.ports = new Ports(dir.path().resolve("ports.properties"));
    this.progress = progress;
  }

  /**
   * Starts Kafka, then the registry, then Postgres, and stops again what it started when a later
   * part fails.
   *
   * @param dir made when missing, with everything that was in it when not
   * @param progress is told a line a person can read after each step
   */
  public static LocalPlatform start(Path dir, Consumer<String> progress)
      throws LocalPlatformException, InterruptedException {
    return start(dir, true, progress);
  }

  /** As {@link #start}, without Postgres. */
  public static LocalPlatform startWithoutPostgres(Path dir, Consumer<String> progress)
      throws LocalPlatformException, InterruptedException {
    return start(dir, false, progress);
  }

  private static LocalPlatform start(Path dir, boolean postgres, Consumer<String> progress)
      throws LocalPlatformException, InterruptedException {
    LocalPlatform platform = new LocalPlatform(DataDirectory.open(dir), progress);
    boolean up = false;
    try {
      platform.startParts(postgres);
      up = true;
      return platform;
    } catch (IOException e) {
      throw LocalPlatformException.cannot("start with the data in " + dir, e);
    } finally {
      if (!up) {
        platform.close();
      }
    }
  }

  private void startParts(boolean withPostgres)
      throws LocalPlatformException, IOException, InterruptedException {
    Versions versions = Versions.load();
    // The registry takes longest and needs none of the others: it gets ready while they start.
    long registryStart = System.nanoTime();
    RegistryPart registry = RegistryPart.launch(dir, ports, versions);
    started.push(registry);

    long kafkaStart = System.nanoTime();
    KafkaPart kafka = KafkaPart.start(dir, ports);
    started.push(kafka);
    tell(kafka, kafka.bootstrapServers(), kafkaStart);
    addresses = new Addresses(kafka.bootstrapServers(), registry.url(), "", "", "");

    if (withPostgres) {
      long postgresStart = System.nanoTime();
      PostgresPart postgres = PostgresPart.start(dir, ports, versions);
      started.push(postgres);
      tell(postgres, "127.0.0.1:" + postgres.port(), postgresStart);
      addresses = postgres.added(addresses);
    }
    registry.requireCompatibility();
    tell(registry, registry.url(), registryStart);
  }

  private void tell(Part part, String where, long startNanos) {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    String line = String.format(Locale.ROOT, "%s on %s (%.1f s)", part.name(), where, seconds);
    LOG.info("{}", line);
    progress.accept(line);
  }

  public Addresses addresses() {
    return addresses;
  }

  /**
   * A port on loopback for a server of the caller's own, the same under this name at every start.
   */
  public int reservePort(String name) throws LocalPlatformException {
    return ports.free(name);
  }

  /** What has ended although nobody stopped it, as one sentence. */
  public synchronized Optional<String> failure() {
    return started.stream().flatMap(part -> part.failure().stream()).findFirst();
  }

  /**
   * Stops the parts, last started first, each within eight seconds or else without waiting for it.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    boolean interrupted = false;
    while (!started.isEmpty()) {
      interrupted |= stop(started.pop());
    }
    try {
      dir.close();
    } catch (IOException e) {
      LOG.warn("cannot let go of {}", dir.path(), e);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether we were interrupted meanwhile: the rest is to be stopped all the same. */
  private static boolean stop(Part part) {
    Thread stopping = new Thread(() -> stopQuietly(part), "stop-" + part.name());
    stopping.setDaemon(true);
    stopping.start();
    boolean interrupted = false;
    long deadline = System.nanoTime() + STOP_MILLIS * 1_000_000;
    for (long left = STOP_MILLIS; left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
      try {
        stopping.join(left);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (stopping.isAlive()) {
      LOG.warn("{} did not stop within {} ms; going on without it", part.name(), STOP_MILLIS);
    }
    return interrupted;
  }

  private static void stopQuietly(Part part) {
    try {
      part.stop();
    } catch (Exception e) {
      LOG.warn("{} did not stop cleanly", part.name(), e);
    }
  }
}
