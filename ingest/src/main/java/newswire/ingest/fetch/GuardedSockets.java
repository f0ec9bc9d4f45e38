package newswire.ingest.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Sockets that connect to allowed addresses only. Here, and not where names are resolved, is the
 * one place that every connection passes, literal addresses included.
 */
final class GuardedSockets extends SocketFactory {

  private final Predicate<InetAddress> policy;

  GuardedSockets(Predicate<InetAddress> policy) {
    this.policy = policy;
  }

  @Override
  public Socket createSocket() {
    return new GuardedSocket(policy);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  private Socket connected(InetSocketAddress remote) throws IOException {
    Socket socket = createSocket();
    socket.connect(remote);
    return socket;
  }

  /** An address that requests of this kind must not reach. */
  static final class ForbiddenAddress extends IOException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddress(InetAddress address) {
      super(address.getHostAddress() + " is not a public address");
    }
  }

  private static final class GuardedSocket extends Socket {
    private final Predicate<InetAddress> policy;

    GuardedSocket(Predicate<InetAddress> policy) {
      // Not the JVM's SOCKS proxy either, which would connect where we cannot see.
      super(Proxy.NO_PROXY);
      this.policy = policy;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (!(endpoint instanceof InetSocketAddress to) || to.getAddress() == null) {
        throw new IOException("not an address: " + endpoint);
      }
      if (!policy.test(to.getAddress())) {
        throw new ForbiddenAddress(to.getAddress());
      }
      super.connect(endpoint, timeout);
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }
  }
}
