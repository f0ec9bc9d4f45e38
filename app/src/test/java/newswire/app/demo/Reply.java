package newswire.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A reply to one raw request: JDK clients neither set Host nor resolve {@code *.localhost}. */
record Reply(int status, Map<String, String> headers, String latin1) {

  static Reply get(URI url) throws IOException {
    return send("GET", url, "");
  }

  static Reply get(URI url, String etag) throws IOException {
    return send("GET", url, "If-None-Match: " + etag + "\r\n");
  }

  static Reply send(String method, URI url, String headers) throws IOException {
    String request =
        method
            + " "
            + url.getRawPath()
            + " HTTP/1.1\r\nHost: "
            + url.getAuthority()
            + "\r\n"
            + headers
            + "Connection: close\r\n\r\n";
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (Socket socket = new Socket(loopback, url.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return parse(socket.getInputStream().readAllBytes());
    }
  }

  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  byte[] bytes() {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  String text(Charset charset) {
    return new String(bytes(), charset);
  }

  String text() {
    return text(StandardCharsets.UTF_8);
  }

  private static Reply parse(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = all.indexOf("\r\n\r\n");
    Map<String, String> headers = new TreeMap<>();
    Arrays.stream(all.substring(0, end).split("\r\n")).skip(1).forEach(line -> put(headers, line));
    return new Reply(Integer.parseInt(all.substring(9, 12)), headers, all.substring(end + 4));
  }

  private static void put(Map<String, String> headers, String line) {
    int colon = line.indexOf(':');
    headers.put(
        line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
  }
}
