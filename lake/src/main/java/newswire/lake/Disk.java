package newswire.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What is done to files, step by step; tests stop at each. */
class Disk {

  /** Makes a folder and those above it, if they are not there. */
  void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path above = folder.toAbsolutePath().getParent();
    if (above != null) {
      makeFolder(above);
    }
    Files.createDirectories(folder);
    if (above != null) {
      sync(above);
    }
  }

  /** Returns when a file's bytes, or a folder's names, are on the disk. */
  void sync(Path fileOrFolder) throws IOException {
    try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Gives a file a second name, unless somebody has taken that. */
  boolean link(Path name, Path file) throws IOException {
    try {
      Files.createLink(name, file);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException e) {
      throw new IOException("the file system of " + name + " has no hard links", e);
    }
  }

  /** Moves a file; whether it was there. */
  boolean move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (NoSuchFileException e) {
      if (Files.exists(from)) {
        throw e;
      }
      return false;
    }
  }

  void delete(Path fileOrFolder) throws IOException {
    Files.deleteIfExists(fileOrFolder);
  }
}
