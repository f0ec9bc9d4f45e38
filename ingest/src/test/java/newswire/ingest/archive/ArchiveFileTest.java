package newswire.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import newswire.schemas.avro.RawArticle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveFileTest {

  private static final String HTML = "Content-Type: text/html; charset=utf-8";

  @TempDir private Path dir;

  private static List<Archived> read(ArchiveFile archive) {
    List<Archived> all = new ArrayList<>();
    @Nullable Archived next;
    while ((next = archive.read()) != null) {
      all.add(next);
    }
    return all;
  }

  private static List<RawArticle> pages(List<Archived> all) {
    return all.stream()
        .filter(Archived.Page.class::isInstance)
        .map(record -> ((Archived.Page) record).article())
        .toList();
  }

  private static byte[] body(RawArticle article) {
    byte[] bytes = new byte[article.getBody().remaining()];
    article.getBody().duplicate().get(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsPagesAndPassesOverAllElse(boolean compressed) throws IOException {
    Path file = dir.resolve("a.warc");
    byte[] page = WarcFile.page(1);
    try (WarcFile warc = new WarcFile(file, compressed)) {
      warc.record(
          "request", "https://a.example/1", "application/http; msgtype=request", new byte[0]);
      warc.html("https://a.example/1", page);
      warc.response("https://a.example/2", "404 Not Found", HTML, page);
      warc.response("https://a.example/3.png", "200 OK", "Content-Type: image/png", page);
      warc.response(
          "https://a.example/4",
          "200 OK",
          HTML + "\r\nContent-Encoding: gzip",
          WarcFile.gzip(page));
      warc.response(
          "https://a.example/5",
          "200 OK",
          HTML + "\r\nTransfer-Encoding: chunked",
          ("6\r\n<p>新\r\n5\r\n</p>.\r\n0\r\n\r\n").getBytes(UTF_8));
      warc.response("https://a.example/6", "200 OK", HTML, new byte[0]);
    }

    try (ArchiveFile archive = new ArchiveFile(file)) {
      List<Archived> all = read(archive);

      assertThat(all).hasSize(8);
      assertThat(archive.brokenOff()).isEmpty();
      List<RawArticle> pages = pages(all);
      assertThat(pages)
          .extracting(RawArticle::getUrl)
          .containsExactly("https://a.example/1", "https://a.example/4", "https://a.example/5");
      assertThat(body(pages.get(0))).isEqualTo(page);
      assertThat(body(pages.get(1))).isEqualTo(page);
      assertThat(body(pages.get(2))).isEqualTo("<p>新</p>.".getBytes(UTF_8));
      assertThat(pages.get(0).getCaptured()).contains(Instant.parse("2026-02-01T00:00:02Z"));
      assertThat(pages.get(0).getHttpStatus()).isEqualTo(200);
      assertThat(pages.get(0).getContentType()).isEqualTo("text/html; charset=utf-8");
      assertThat(all.get(7)).isInstanceOf(Archived.Refused.class);
    }
  }

  @Test
  void aBombOfAPageIsRefusedAndTheNextIsRead() throws IOException {
    Path file = dir.resolve("bomb.warc.gz");
    ByteArrayOutputStream huge = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 20];
    for (int i = 0; i < 64; i++) {
      huge.write(zeros);
    }
    try (WarcFile warc = new WarcFile(file, true)) {
      warc.response(
          "https://a.example/bomb",
          "200 OK",
          HTML + "\r\nContent-Encoding: gzip",
          WarcFile.gzip(huge.toByteArray()));
      warc.response("https://a.example/bad", "200 OK", HTML + "\r\nContent-Encoding: gzip", zeros);
      warc.html("https://a.example/1", WarcFile.page(1));
    }

    try (ArchiveFile archive = new ArchiveFile(file)) {
      List<Archived> all = read(archive);

      assertThat(all.get(1))
          .isEqualTo(
              new Archived.Refused(
                  "https://a.example/bomb", "larger than " + ArchivedPage.LARGEST + " bytes"));
      assertThat(all.get(2)).isInstanceOf(Archived.Refused.class);
      assertThat(pages(all)).hasSize(1);
      assertThat(archive.brokenOff()).isEmpty();
    }
  }

  @Test
  void aFileCutOffGivesWhatIsThereAndSaysWhereItEnds() throws IOException {
    Path whole = dir.resolve("whole.warc.gz");
    try (WarcFile warc = new WarcFile(whole, true)) {
      for (int i = 0; i < 20; i++) {
        warc.html("https://a.example/" + i, WarcFile.page(i));
      }
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = dir.resolve("cut.warc.gz");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length * 3 / 4));

    try (ArchiveFile archive = new ArchiveFile(cut)) {
      List<Archived> all = read(archive);

      assertThat(pages(all)).hasSizeBetween(13, 16);
      assertThat(archive.brokenOff().orElseThrow())
          .contains("record " + archive.records())
          .contains("byte " + archive.position() + " of " + bytes.length * 3 / 4);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void goesOnBehindAnyRecord(boolean compressed) throws IOException {
    Path file = dir.resolve("b.warc");
    try (WarcFile warc = new WarcFile(file, compressed)) {
      for (int i = 0; i < 10; i++) {
        warc.html("https://a.example/" + i, WarcFile.page(i));
      }
    }
    for (int count = 1; count <= 11; count++) {
      long position;
      String id;
      try (ArchiveFile first = new ArchiveFile(file)) {
        for (int i = 0; i < count; i++) {
          first.read();
        }
        position = first.position();
        id = first.lastId();
      }
      for (long at : new long[] {position, 0, 7, 1_000_000}) {
        try (ArchiveFile second = new ArchiveFile(file)) {
          second.resume(at, id, count);

          assertThat(pages(read(second))).hasSize(11 - count);
          assertThat(second.records()).isEqualTo(11);
          assertThat(second.brokenOff()).isEmpty();
        }
      }
    }
  }
}
