package newswire.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks a tar archive, all of it or nothing, and never outside its folder. */
final class TarArchive {

  private final long maxBytes;
  private final int maxEntries;

  TarArchive(long maxBytes, int maxEntries) {
    this.maxBytes = maxBytes;
    this.maxEntries = maxEntries;
  }

  /** Unpacks into the folder, which appears only when complete. */
  void unpack(InputStream tar, Path folder) throws IOException {
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    delete(part);
    Files.createDirectories(part);
    try (TarArchiveInputStream entries = new TarArchiveInputStream(tar)) {
      long bytes = 0;
      int count = 0;
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        bytes += Math.max(0, entry.getSize());
        if (bytes > maxBytes || ++count > maxEntries) {
          throw new IOException("the archive for " + folder + " is larger than it can be");
        }
        unpack(entry, entries, part);
      }
    }
    Files.move(part, folder);
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("the archive's entry " + entry.getName() + " leads out of its folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Path parent = target.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (entry.isSymbolicLink()) {
      link(target, entry.getLinkName());
    } else if (entry.isFile() && !entry.isLink()) {
      write(target, content, (entry.getMode() & 0100) != 0);
    } else {
      throw new IOException(
          "the archive's entry " + entry.getName() + " is no file, folder or link");
    }
  }

  /** Only to a name in the same folder: links over folders could add up to a way out. */
  private static void link(Path target, String name) throws IOException {
    if (name.contains("/") || name.equals("..") || name.isEmpty()) {
      throw new IOException("the archive's link to " + name + " leads out of its folder");
    }
    Files.createSymbolicLink(target, Path.of(name));
  }

  private static void write(Path target, InputStream content, boolean executable)
      throws IOException {
    // The default options would follow a link that an earlier entry has put there.
    Files.createFile(target);
    try (OutputStream out = Files.newOutputStream(target, LinkOption.NOFOLLOW_LINKS)) {
      content.transferTo(out);
    }
    if (executable) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
