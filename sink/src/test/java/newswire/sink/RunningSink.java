package newswire.sink;

/** A sink at work on a thread of its own, until closed. */
public record RunningSink(Sink sink, Thread thread) implements AutoCloseable {

  public static RunningSink start(Sink sink) {
    Thread thread = new Thread(sink, "sink");
    thread.start();
    return new RunningSink(sink, thread);
  }

  public SinkHealth health() {
    return sink.health();
  }

  @Override
  public void close() {
    sink.close();
  }
}
