package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import newswire.schemas.ArticleId;
import newswire.schemas.Letters;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Rows of raw articles in a WARC file. The body of a row is a record that any tool reads: a {@code
 * response} where it was fetched, else a {@code resource}. What such a record has no place for is a
 * {@code metadata} record after it: the row as JSON, without the body. A row without body is the
 * latter alone.
 */
final class WarcRows {

  private static final MediaType JSON = MediaType.parse("application/json");
  private static final URI SCHEMA = URI.create("urn:newswire:row-schema");
  private static final String CONCURRENT = "WARC-Concurrent-To";

  // A raw record has 8 MiB at most; as JSON a byte may take six.
  private static final int LARGEST = 64 * 1024 * 1024;

  private WarcRows() {}

  static final class Writer implements RowWriter {

    private final FileChannel disk;
    private final WarcWriter records;
    private final Schema schema;

    Writer(File made, ArchiveFile file, Schema row) throws IOException {
      this.schema = row;
      this.disk =
          FileChannel.open(
              made.toPath(),
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      this.records = new WarcWriter(disk, WarcCompression.GZIP);
      String name = file.path().getFileName().toString();
      records.write(
          new Warcinfo.Builder()
              .recordId(id(name.getBytes(UTF_8), "info"))
              .date(Instant.EPOCH)
              .filename(name)
              .fields(Map.of("software", List.of("newswire " + Version.number())))
              .build());
      byte[] json = row.toString().getBytes(UTF_8);
      records.write(
          new WarcResource.Builder(SCHEMA)
              .recordId(id(json, name))
              .date(Instant.EPOCH)
              .body(JSON, json)
              .build());
    }

    @Override
    public void add(ArchiveRow row) throws IOException {
      Optional<GenericRecord> article = row.record();
      byte[] body = article.map(a -> Letters.bytes((ByteBuffer) a.get("body"))).orElse(new byte[0]);
      byte[] told = json(body.length == 0 ? row : withBody(row, new byte[0]));
      WarcMetadata.Builder metadata =
          new WarcMetadata.Builder()
              .recordId(id(told, "metadata"))
              .date(Instant.ofEpochMilli(row.timestamp()))
              .body(JSON, told);
      if (article.isPresent() && body.length > 0) {
        WarcRecord content = content(article.get(), body, told);
        records.write(content);
        metadata.concurrentTo(content.id());
      }
      records.write(metadata.build());
    }

    private static WarcRecord content(GenericRecord article, byte[] body, byte[] told)
        throws IOException {
      UUID id = id(told, "content");
      Instant time = Instant.ofEpochMilli((long) article.get("fetched"));
      int status = (int) article.get("http_status");
      String type = WarcAddress.printable(article.get("content_type").toString());
      URI target = WarcAddress.of(article);
      if (!mayHaveBody(status) || !target.toString().startsWith("http")) {
        return new WarcResource.Builder(target)
            .recordId(id)
            .date(time)
            .body(WarcAddress.mediaType(type), body)
            .build();
      }
      ByteArrayOutputStream http = new ByteArrayOutputStream();
      http.write(
          ("HTTP/1.1 "
                  + status
                  + " \r\n"
                  + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n"))
              .getBytes(UTF_8));
      http.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(UTF_8));
      http.write(body);
      return new WarcResponse.Builder(target)
          .recordId(id)
          .date(time)
          .body(MediaType.HTTP_RESPONSE, http.toByteArray())
          .build();
    }

    private static boolean mayHaveBody(int status) {
      return status >= 200 && status < 600 && status != 204 && status != 304;
    }

    private byte[] json(ArchiveRow row) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      JsonEncoder encoder = EncoderFactory.get().jsonEncoder(schema, out);
      new GenericDatumWriter<GenericRecord>(schema).write(row.fields(), encoder);
      encoder.flush();
      return out.toByteArray();
    }

    // The same range is the same bytes.
    private static UUID id(byte[] of, String part) {
      byte[] name = (part + " " + ArticleId.sha256(of)).getBytes(UTF_8);
      return UUID.nameUUIDFromBytes(name);
    }

    @Override
    public long size() throws IOException {
      return disk.position();
    }

    @Override
    public void seal() throws IOException {
      disk.force(true);
      records.close();
    }

    @Override
    public void close() throws IOException {
      records.close();
    }
  }

  static final class Reader implements RowReader {

    private final WarcReader records;
    private final Schema schema;
    private String contentId = "";
    private byte[] content = new byte[0];

    Reader(Path file) throws IOException {
      this.records = new WarcReader(file);
      records.next(); // that it is a WARC file
      @Nullable WarcRecord first = records.next().orElse(null);
      if (!(first instanceof WarcResource resource) || !resource.targetURI().equals(SCHEMA)) {
        records.close();
        throw new IOException("it does not begin as a file of an archive of newswire");
      }
      this.schema = new Schema.Parser().parse(new String(bytes(resource.body().stream()), UTF_8));
    }

    @Override
    public Schema schema() {
      return schema;
    }

    @Override
    public @Nullable ArchiveRow next() throws IOException {
      for (Optional<WarcRecord> record = records.next();
          record.isPresent();
          record = records.next()) {
        if (record.get() instanceof WarcMetadata metadata) {
          return row(metadata);
        }
        contentId = record.get().headers().first("WARC-Record-ID").orElse("");
        content = content(record.get());
      }
      return null;
    }

    private ArchiveRow row(WarcMetadata metadata) throws IOException {
      byte[] told = bytes(metadata.body().stream());
      ArchiveRow row =
          new ArchiveRow(
              new GenericDatumReader<GenericRecord>(schema)
                  .read(null, DecoderFactory.get().jsonDecoder(schema, new String(told, UTF_8))));
      Optional<String> of = metadata.headers().first(CONCURRENT);
      if (of.isEmpty()) {
        return row;
      }
      if (!of.get().equals(contentId)) {
        throw new IOException("the record " + of.get() + " does not lie before its metadata");
      }
      return withBody(row, content);
    }

    private static byte[] content(WarcRecord record) throws IOException {
      return record instanceof WarcResponse response
          ? bytes(response.http().body().stream())
          : bytes(record.body().stream());
    }

    private static byte[] bytes(InputStream in) throws IOException {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException("a record is larger than " + LARGEST + " bytes");
      }
      return bytes;
    }

    @Override
    public long position() {
      return records.position();
    }

    @Override
    public void close() throws IOException {
      records.close();
    }
  }

  private static ArchiveRow withBody(ArchiveRow row, byte[] body) {
    GenericRecord fields = GenericData.get().deepCopy(row.fields().getSchema(), row.fields());
    ((GenericRecord) fields.get("value")).put("body", ByteBuffer.wrap(body));
    return new ArchiveRow(fields);
  }
}
