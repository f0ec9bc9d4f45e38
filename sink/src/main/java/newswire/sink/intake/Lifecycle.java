package newswire.sink.intake;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import newswire.sink.SinkException;
import org.apache.kafka.common.errors.InterruptException;

/** The life of a sink: it works once, on the thread that runs it, until any other ends it. */
public final class Lifecycle {

  private static final long LONGEST_STOP_MILLIS = 15_000;

  private final Progress progress;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean begun;

  public Lifecycle(Progress progress) {
    this.progress = progress;
  }

  /**
   * Does the work, and keeps the sink's health true to how it ends.
   *
   * @throws SinkException as the work does
   */
  public void run(Runnable work) {
    begun = true;
    try {
      work.run();
      progress.stopped();
    } catch (SinkException e) {
      progress.failed(String.valueOf(e.getMessage()));
      throw e;
    } catch (InterruptException e) {
      progress.stopped();
    } catch (RuntimeException | Error e) {
      progress.failed("stopped by a fault: " + Reason.sentence(e));
      throw e;
    } finally {
      ended.countDown();
    }
  }

  public boolean isOpen() {
    return closing.getCount() > 0 && !Thread.currentThread().isInterrupted();
  }

  /** Waits, and says whether the end has been asked for. */
  public boolean closesWithin(Duration time) {
    try {
      return closing.await(time.toMillis(), MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /**
   * Asks for the end and returns when it has come.
   *
   * @throws SinkException if it does not come within 15 s
   */
  public void close() {
    closing.countDown();
    if (!begun) {
      return;
    }
    try {
      if (!ended.await(LONGEST_STOP_MILLIS, MILLISECONDS)) {
        throw new SinkException("the sink did not end within 15 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
