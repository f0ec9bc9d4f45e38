package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.RawArticle;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

class WarcRowsTest {

  private static final List<String> TEXTS =
      List.of(HandMade.ARABIC, HandMade.CHINESE, HandMade.RUSSIAN);
  private static final Schema ROW = ArchiveRow.schema(RawArticle.getClassSchema());

  @TempDir private Path dir;
  private long offset;

  private ArchiveRow row(byte @Nullable [] value) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("raw", 2, offset++, "مفتاح".getBytes(UTF_8), value);
    record.headers().add("след", "أثر".getBytes(UTF_8));
    return ArchiveRow.of(ROW, record);
  }

  private ArchiveRow row(RawArticle raw) throws IOException {
    // As the registry's serializer frames it: a zero and the schema's id.
    ByteBuffer whole = raw.toByteBuffer();
    byte[] avro = new byte[whole.remaining() - 10];
    whole.position(10).get(avro);
    return row(
        ByteBuffer.allocate(ArchiveRow.PREFIX + avro.length)
            .put(new byte[ArchiveRow.PREFIX])
            .put(avro)
            .array());
  }

  private List<ArchiveRow> rows() throws IOException {
    List<ArchiveRow> rows = new ArrayList<>();
    for (String text : TEXTS) {
      RawArticle page = HandMade.raw(1, text);
      rows.add(row(page));
      rows.add(row(RawArticle.newBuilder(page).setUrl("https://s.example/خبر ؟").build()));
      rows.add(row(RawArticle.newBuilder(page).setHttpStatus(304).build()));
      rows.add(row(RawArticle.newBuilder(page).setContentType("text/\n\"新").build()));
      RawArticle pushed =
          RawArticle.newBuilder()
              .setSourceId("دفع")
              .setItemId("条目/*")
              .setContentType("text/plain")
              .setEntry(FeedEntry.newBuilder().setTitle(text).build())
              .setBody(ByteBuffer.wrap(text.getBytes(UTF_8)))
              .build();
      rows.add(row(pushed));
      rows.add(row(RawArticle.newBuilder(pushed).setBody(ByteBuffer.allocate(0)).build()));
    }
    byte[] any = new byte[256];
    for (int i = 0; i < any.length; i++) {
      any[i] = (byte) i;
    }
    rows.add(row(RawArticle.newBuilder(HandMade.raw(1, "")).setBody(ByteBuffer.wrap(any)).build()));
    rows.add(row(any));
    rows.add(row((byte[]) null));
    return rows;
  }

  private Path written(String name, List<ArchiveRow> rows) throws IOException {
    Path made = dir.resolve(name);
    ArchiveFile file = new ArchiveFile(dir, ArchiveForm.WARC, "raw", 2, 0, 0);
    try (RowWriter writer = ArchiveForm.WARC.writer(made.toFile(), file, ROW)) {
      for (ArchiveRow row : rows) {
        writer.add(row);
      }
      writer.seal();
    }
    return made;
  }

  private static List<ArchiveRow> read(Path file) throws IOException {
    List<ArchiveRow> rows = new ArrayList<>();
    try (RowReader reader = ArchiveForm.WARC.reader(file)) {
      for (ArchiveRow row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
      assertThat(reader.schema()).isEqualTo(ROW);
    }
    return rows;
  }

  @Test
  void comesBackAsItWas() throws IOException {
    List<ArchiveRow> rows = rows();

    Path file = written("one", rows);

    assertThat(read(file)).isEqualTo(rows);
    assertThat(written("two", rows)).hasSameBinaryContentAs(file);
  }

  @Test
  void isOneResponseForEachPageThatWasFetched() throws IOException {
    Path file = written("one", rows());

    List<String> types = new ArrayList<>();
    try (WarcReader reader = new WarcReader(file)) {
      for (WarcRecord record : reader) {
        types.add(record.type());
      }
    }

    assertThat(types.subList(0, 2)).containsExactly("warcinfo", "resource");
    assertThat(types.stream().filter("response"::equals)).hasSize(10);
    assertThat(types.stream().filter("resource"::equals)).hasSize(7);
    assertThat(types.stream().filter("metadata"::equals)).hasSize(21);
  }

  @Test
  void saysThatAFileIsCutOffOrNoneOfOurs() throws IOException {
    byte[] whole = Files.readAllBytes(written("one", rows()));
    Path cut = Files.write(dir.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
    Path other = Files.write(dir.resolve("other"), "新".getBytes(UTF_8));

    assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(other)).isInstanceOf(IOException.class);
  }
}
