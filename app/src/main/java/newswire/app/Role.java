package newswire.app;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;

/** A part of the pipeline that runs as a process of its own. Safe for many threads. */
interface Role extends AutoCloseable, MeterBinder {

  /** Begins to work, on threads of its own. */
  void start();

  /** Whether it works, or would if there were anything to do. */
  boolean isReady();

  /** What keeps it from working at present, in one sentence; empty if nothing does. */
  String trouble();

  /** Why it cannot go on, in one sentence; empty if it can. */
  Optional<String> failure();

  /** Whether it has ended by itself, with nothing wrong. */
  boolean isOver();

  /** What it has done, in one sentence. */
  String done();

  /** Ends it in order. */
  @Override
  void close();
}
