package newswire.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/** Makes a WARC file, each record a gzip member of its own. */
public final class WarcFile implements AutoCloseable {

  private final OutputStream out;
  private final boolean compressed;
  private int records;

  public WarcFile(Path file, boolean compressed) throws IOException {
    this.out = new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    this.compressed = compressed;
    record("warcinfo", "", "application/warc-fields", "software: test\r\n".getBytes(UTF_8));
  }

  public static byte[] page(int i) {
    String text = "<html><head><title>خبر " + i + "</title></head><body><p>新闻 " + i + "</p>";
    return (text + "<p>Новость номер.</p>".repeat(50 + i % 50) + "</body></html>").getBytes(UTF_8);
  }

  public static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    }
    return zipped.toByteArray();
  }

  public void html(String url, byte[] page) throws IOException {
    response(url, "200 OK", "Content-Type: text/html; charset=utf-8", page);
  }

  public void response(String url, String status, String headers, byte[] body) throws IOException {
    ByteArrayOutputStream http = new ByteArrayOutputStream();
    http.write(("HTTP/1.1 " + status + "\r\n" + headers + "\r\n\r\n").getBytes(UTF_8));
    http.write(body);
    record("response", url, "application/http; msgtype=response", http.toByteArray());
  }

  public void record(String type, String url, String contentType, byte[] block) throws IOException {
    String head =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-"
            + Integer.toString(100_000_000 + records)
            + "000>\r\nWARC-Date: "
            + Instant.parse("2026-02-01T00:00:00Z").plusSeconds(records)
            + "\r\n"
            + (url.isEmpty() ? "" : "WARC-Target-URI: " + url + "\r\n")
            + "Content-Type: "
            + contentType
            + "\r\nContent-Length: "
            + block.length
            + "\r\n\r\n";
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.write(head.getBytes(UTF_8));
    record.write(block);
    record.write("\r\n\r\n".getBytes(UTF_8));
    out.write(compressed ? gzip(record.toByteArray()) : record.toByteArray());
    records++;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
