package newswire.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {

  private final Path data;

  PostmasterFileTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void readsWhatPostgresWrote() throws Exception {
    write("8741\n/data\n1763890390\n20732\n\n127.0.0.1\n  1441792         0\nready   \n");

    assertThat(PostmasterFile.read(data))
        .contains(new PostmasterFile(8741, Instant.ofEpochSecond(1_763_890_390), 20_732));
  }

  @Test
  void isEmptyForNoFileAndForHalfAFile() throws Exception {
    assertThat(PostmasterFile.read(data)).isEmpty();
    write("8741\n/da");
    assertThat(PostmasterFile.read(data)).isEmpty();
  }

  @Test
  void tellsAProcessFromAnotherWithItsId() {
    long pid = ProcessHandle.current().pid();
    Instant start = ProcessHandle.current().info().startInstant().orElseThrow();

    assertThat(new PostmasterFile(pid, start, 1).isAlive()).isTrue();
    PostmasterFile earlier = new PostmasterFile(pid, start.minusSeconds(60), 1);
    assertThat(earlier.isAlive()).isFalse();
    assertThat(earlier.idIsTaken()).isTrue();
  }

  private void write(String content) throws IOException {
    Files.writeString(data.resolve(PostmasterFile.FILE), content);
  }
}
