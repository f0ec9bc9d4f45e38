package newswire.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedProcessTest {

  private final RecordedProcess record;
  private final Process process;

  RecordedProcessTest(@TempDir Path temp) throws IOException {
    record = new RecordedProcess(temp.resolve("process"), Duration.ofMillis(200));
    process = new ProcessBuilder("sleep", "30").start();
  }

  @AfterEach
  void endIt() {
    process.destroyForcibly();
  }

  @Test
  void endsTheProcessItHasNoted() throws Exception {
    record.write(process.toHandle());

    record.endPrevious();

    assertThat(process.waitFor(5, SECONDS)).isTrue();
    assertThat(record.file()).doesNotExist();
  }

  @Test
  void leavesAnotherProcessAloneThatWasGivenTheSameId() throws Exception {
    Files.writeString(record.file(), process.pid() + " 2020-01-01T00:00:00Z\n");

    record.endPrevious();

    assertThat(process.isAlive()).isTrue();
    assertThat(record.file()).doesNotExist();
  }

  @Test
  void takesAProcessThatNobodyHasReapedForEnded() throws Exception {
    Process parent = new ProcessBuilder("sh", "-c", "sleep 0.3 & exec sleep 30").start();
    try {
      ProcessHandle child = firstChild(parent);
      record.write(child);
      Thread.sleep(600);
      assertThat(child.isAlive()).isTrue();

      assertThat(RecordedProcess.isRunning(child)).isFalse();
      record.endPrevious();

      assertThat(record.file()).doesNotExist();
    } finally {
      parent.destroyForcibly();
    }
  }

  private static ProcessHandle firstChild(Process parent) throws InterruptedException {
    Optional<ProcessHandle> child = parent.children().findFirst();
    while (child.isEmpty()) {
      Thread.sleep(10);
      child = parent.children().findFirst();
    }
    return child.get();
  }

  @Test
  void makesNothingOfANoteItCannotRead() throws Exception {
    Files.writeString(record.file(), "half a no");

    record.endPrevious();

    assertThat(record.file()).doesNotExist();
  }
}
