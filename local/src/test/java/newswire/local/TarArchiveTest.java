package newswire.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarArchiveTest {

  private final Path temp;
  private final Path folder;
  private final TarArchive unpacker = new TarArchive(1_000, 5);
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

  TarArchiveTest(@TempDir Path temp) {
    this.temp = temp;
    folder = temp.resolve("program");
  }

  @Test
  void unpacksFilesFoldersProgramsAndLinks() throws Exception {
    file("bin/postgres", 0755, "program");
    file("share/ملف", 0644, "text");
    link("bin/postmaster", "postgres");

    unpacker.unpack(archive(), folder);

    assertThat(folder.resolve("bin/postgres")).isExecutable().hasContent("program");
    assertThat(folder.resolve("bin/postmaster")).isSymbolicLink().hasContent("program");
    assertThat(Files.isExecutable(folder.resolve("share/ملف"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "/outside", "a/../../outside"})
  void neverWritesOutsideItsFolder(String name) throws Exception {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(4);
    put(entry, "evil");
    // The part it is unpacked in is one level down, as the folder is.
    InputStream archive = archive();

    assertThatThrownBy(() -> unpacker.unpack(archive, folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("leads out of its folder");
    assertThat(temp.resolve("outside")).doesNotExist();
    assertThat(folder).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../outside", "/etc/passwd", "a/..", "here/../../outside"})
  void refusesLinksToOtherFolders(String target) throws Exception {
    link("link", target);
    InputStream archive = archive();

    assertThatThrownBy(() -> unpacker.unpack(archive, folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("leads out of its folder");
    assertThat(folder).doesNotExist();
  }

  @Test
  void doesNotWriteThroughALink() throws Exception {
    link("link", "file");
    file("link", 0644, "content");
    InputStream archive = archive();

    assertThatThrownBy(() -> unpacker.unpack(archive, folder)).isInstanceOf(IOException.class);
  }

  @Test
  void refusesMoreBytesOrEntriesThanAllowed() throws Exception {
    file("large", 0644, "x".repeat(1_001));
    InputStream large = archive();
    assertThatThrownBy(() -> unpacker.unpack(large, folder)).hasMessageContaining("is larger");

    TarArchive few = new TarArchive(1 << 20, 0);
    InputStream one = new ByteArrayInputStream(bytes.toByteArray());
    assertThatThrownBy(() -> few.unpack(one, folder)).hasMessageContaining("is larger");
    assertThat(folder).doesNotExist();
  }

  @Test
  void startsAgainAfterAKillInTheMiddle() throws Exception {
    Path left = Files.createDirectories(temp.resolve("program.part/bin"));
    Files.writeString(left.resolve("postgres"), "half");
    file("bin/postgres", 0755, "whole");

    unpacker.unpack(archive(), folder);

    assertThat(folder.resolve("bin/postgres")).hasContent("whole");
    assertThat(temp.resolve("program.part")).doesNotExist();
  }

  private void file(String name, int mode, String content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setMode(mode);
    entry.setSize(content.getBytes(UTF_8).length);
    put(entry, content);
  }

  private void link(String name, String target) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    entry.setLinkName(target);
    put(entry, "");
  }

  private void put(TarArchiveEntry entry, String content) throws IOException {
    tar.putArchiveEntry(entry);
    tar.write(content.getBytes(UTF_8));
    tar.closeArchiveEntry();
  }

  private InputStream archive() throws IOException {
    tar.close();
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
