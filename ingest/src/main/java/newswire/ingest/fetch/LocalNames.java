package newswire.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import okhttp3.Dns;

/** Names under {@code localhost} are this machine (RFC 6761, 6.3), whatever the system thinks. */
final class LocalNames implements Dns {

  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    String host = hostname.toLowerCase(Locale.ROOT);
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return List.of(InetAddress.getByAddress(hostname, new byte[] {127, 0, 0, 1}));
    }
    return Dns.SYSTEM.lookup(hostname);
  }
}
