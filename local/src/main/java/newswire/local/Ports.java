package newswire.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Ports on loopback, each chosen once and kept in a file under a name. Safe for use by several
 * threads.
 */
final class Ports {

  private static final int LOWEST = 20_000;
  private static final int ATTEMPTS = 200;
  private static final Path EPHEMERAL = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  private final Path file;

  Ports(Path file) {
    this.file = file;
  }

  /** The port of this name, chosen now if there is none yet; it may be in use. */
  synchronized int kept(String name) throws LocalPlatformException {
    try {
      Map<String, Integer> ports = read();
      Integer kept = ports.get(name);
      if (kept != null) {
        return kept;
      }
      int chosen = choose(ports);
      ports.put(name, chosen);
      DataDirectory.replace(file, text(ports));
      return chosen;
    } catch (IOException e) {
      throw LocalPlatformException.cannot("keep a port for " + name + " in " + file, e);
    }
  }

  /** The port of this name, which nothing listens on. */
  int free(String name) throws LocalPlatformException {
    int port = kept(name);
    if (!isFree(port)) {
      throw new LocalPlatformException(
          "port "
              + port
              + ", which newswire keeps for its "
              + name
              + ", is in use by another program; stop that program, or delete the line "
              + name
              + "="
              + port
              + " in "
              + file
              + " so that another port is chosen");
    }
    return port;
  }

  private Map<String, Integer> read() throws IOException, LocalPlatformException {
    Map<String, Integer> ports = new TreeMap<>();
    if (!Files.exists(file)) {
      return ports;
    }
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      lines.load(reader);
      lines.forEach((name, port) -> ports.put((String) name, Integer.valueOf((String) port)));
    } catch (IllegalArgumentException e) {
      throw new LocalPlatformException(
          file + " is not a list of lines name=port; mend or delete it", e);
    }
    return ports;
  }

  private static String text(Map<String, Integer> ports) {
    return ports.entrySet().stream()
        .map(port -> port.getKey() + "=" + port.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static int choose(Map<String, Integer> taken) throws IOException {
    int end = Math.max(LOWEST + 1_000, firstEphemeral());
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, end);
      if (!taken.containsValue(port) && isFree(port)) {
        return port;
      }
    }
    throw new IOException("found no free port between " + LOWEST + " and " + end);
  }

  /**
   * Outgoing connections get their ports from here on, and could sit on ours while newswire is
   * stopped.
   */
  static int firstEphemeral() {
    // Not readString: it reads byte by byte what has no size, and the kernel gives such a reader
    // only one.
    try (BufferedReader range = Files.newBufferedReader(EPHEMERAL, UTF_8)) {
      return Integer.parseInt(range.readLine().strip().split("\\s+", 2)[0]);
    } catch (IOException | NumberFormatException e) {
      return 32_768;
    }
  }

  static boolean isFree(int port) {
    try (ServerSocket socket =
        new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
