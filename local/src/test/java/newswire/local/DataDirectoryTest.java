package newswire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  private final Path temp;

  DataDirectoryTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void makesADirectoryThatOnlyItsOwnerCanEnter() throws Exception {
    Path dir = temp.resolve("new/data");
    DataDirectory.open(dir).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir)))
        .isEqualTo("rwx------");
    assertThat(dir.resolve(DataDirectory.STAMP)).content().isEqualTo("format=1\n");
  }

  @Test
  void takesAnEmptyDirectoryAndItsOwnAgain() throws Exception {
    DataDirectory.open(temp).close();
    Files.writeString(temp.resolve("anything"), "later");

    assertThatCode(() -> DataDirectory.open(temp).close()).doesNotThrowAnyException();
  }

  @Test
  void takesWhatAKilledFirstStartLeft() throws Exception {
    Files.writeString(temp.resolve(DirectoryLock.FILE), "1234");
    Files.writeString(temp.resolve(DataDirectory.STAMP + ".new"), "for");

    DataDirectory.open(temp).close();

    assertThat(temp.resolve(DataDirectory.STAMP)).content().isEqualTo("format=1\n");
  }

  @Test
  void refusesADirectoryOfSomethingElseAndLeavesItAlone() throws Exception {
    Files.writeString(temp.resolve("thesis.txt"), "all of it");

    assertRefused(
        () -> DataDirectory.open(temp),
        temp + " is not empty and not a Newswire data directory; give another --data");
    assertThat(temp).isDirectoryNotContaining(file -> !file.endsWith("thesis.txt"));
  }

  @Test
  void refusesAFormatItDoesNotKnowAndLeavesItAlone() throws Exception {
    Path stamp = Files.writeString(temp.resolve(DataDirectory.STAMP), "format=2\n");

    assertRefused(
        () -> DataDirectory.open(temp),
        temp
            + " has data format \"2\", and this newswire knows only 1;"
            + " use the newswire that wrote it or give another --data");
    assertThat(stamp).content().isEqualTo("format=2\n");
    assertThat(temp).isDirectoryNotContaining(file -> !file.equals(stamp));
  }

  @Test
  void refusesAStampItCannotRead() throws Exception {
    Files.writeString(temp.resolve(DataDirectory.STAMP), "format=\\u00zz\n");

    assertThatThrownBy(() -> DataDirectory.open(temp))
        .isInstanceOf(LocalPlatformException.class)
        .hasMessageStartingWith(temp + " has data format \"\"");
  }

  @Test
  void refusesAFile() throws Exception {
    Path file = Files.createFile(temp.resolve("file"));

    assertRefused(
        () -> DataDirectory.open(file), file + " is not a directory; give another --data");
  }

  @Test
  void refusesAPlaceWhereNothingCanBeMade() throws Exception {
    Path below = Files.createFile(temp.resolve("file")).resolve("data");

    assertThatThrownBy(() -> DataDirectory.open(below))
        .isInstanceOf(LocalPlatformException.class)
        .hasMessageStartingWith("cannot use " + below + " for data: ")
        .hasMessageEndingWith("; make that possible or give another --data");
  }

  @Test
  void refusesADirectoryInUseEverySingleTime() throws Exception {
    String inUse =
        temp
            + " is in use by another newswire (process "
            + ProcessHandle.current().pid()
            + "); stop it or give another --data";
    try (DataDirectory held = DataDirectory.open(temp)) {
      assertRefused(() -> DataDirectory.open(held.path()), inUse);
      assertRefused(() -> DataDirectory.open(held.path()), inUse);
    }
    assertThatCode(() -> DataDirectory.open(temp).close()).doesNotThrowAnyException();
  }

  @Test
  void refusesADiskThatIsNearlyFull() {
    assertRefused(
        () -> DataDirectory.requireSpace(temp, 12L << 20),
        temp
            + " has only 12 MB free and newswire needs at least 512 MB;"
            + " free some space or give another --data");
    assertThatCode(() -> DataDirectory.requireSpace(temp, DataDirectory.LEAST_FREE_BYTES))
        .doesNotThrowAnyException();
  }

  @Test
  void putsALongLogAside() throws Exception {
    try (DataDirectory dir = DataDirectory.open(temp)) {
      Files.write(dir.log("registry"), new byte[11 << 20]);

      assertThat(dir.log("registry")).doesNotExist();
      assertThat(temp.resolve("logs/registry.log.1")).hasSize(11 << 20);
    }
  }

  private static void assertRefused(ThrowingCallable start, String sentence) {
    assertThatThrownBy(start).isInstanceOf(LocalPlatformException.class).hasMessage(sentence);
  }
}
