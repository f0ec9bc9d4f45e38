package newswire.sink.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between sinks and Postgres, and on demand loses the answer to a commit: Postgres has
 * committed, and whoever asked for it sees the connection break.
 */
final class LossyProxy implements Closeable {

  /** Tag of the message CommandComplete, which ends a command. */
  private static final byte[] COMMITTED = "COMMIT\0".getBytes(US_ASCII);

  private static final int BUFFER = 64 * 1024;

  private final String jdbcUrl;
  private final int port;
  private final ServerSocket door;
  private final Semaphore toLose = new Semaphore(0);
  private final AtomicInteger lost = new AtomicInteger();

  LossyProxy(String jdbcUrl) throws IOException {
    this.jdbcUrl = jdbcUrl;
    this.port = Integer.parseInt(jdbcUrl.replaceFirst(".*:(\\d+)/.*", "$1"));
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    run(this::accept);
  }

  /** The database as reached through here. */
  String jdbcUrl() {
    return jdbcUrl.replaceFirst(":\\d+/", ":" + door.getLocalPort() + "/");
  }

  void loseNextCommit() {
    toLose.release();
  }

  /** How many answers have been lost. */
  int lost() {
    return lost.get();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void run(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // A connection ended; both of its ends are closed.
              }
            },
            "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (!door.isClosed()) {
      Socket client = door.accept();
      run(() -> connect(client));
    }
  }

  private void connect(Socket client) throws IOException {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      run(() -> pump(client, server));
      answer(server, client);
    }
  }

  private static void pump(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    }
  }

  private void answer(Socket server, Socket client) throws IOException {
    InputStream in = server.getInputStream();
    OutputStream out = client.getOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      if (hasCommitted(buffer, length) && toLose.tryAcquire()) {
        lost.incrementAndGet();
        return;
      }
      out.write(buffer, 0, length);
    }
  }

  private static boolean hasCommitted(byte[] buffer, int length) {
    return new String(buffer, 0, length, US_ASCII).contains(new String(COMMITTED, US_ASCII));
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
