package newswire.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns SIGINT and SIGTERM into an orderly end of the main thread, and waits for it. */
final class Shutdown implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::request, "shutdown");

  private Shutdown() {}

  static Shutdown install() {
    Shutdown shutdown = new Shutdown();
    Runtime.getRuntime().addShutdownHook(shutdown.hook);
    return shutdown;
  }

  /** Waits, and says whether the end has been asked for. */
  boolean requestedWithin(long millis) throws InterruptedException {
    return requested.await(millis, TimeUnit.MILLISECONDS);
  }

  /** For the time before there is anything to end in order. */
  void endIfRequested() {
    if (requested.getCount() == 0) {
      throw Exit.failed("stopped while starting");
    }
  }

  private void request() {
    requested.countDown();
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The orderly end is done. */
  @Override
  public void close() {
    ended.countDown();
    if (requested.getCount() > 0) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
