package newswire.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Tells which files of a folder are complete: unchanged for a moment, and not named otherwise. */
final class Arrivals {

  static final String PROCESSED = "_processed";
  static final String ERROR = "_error";

  private static final Duration SETTLED = Duration.ofMillis(1_000);
  private static final List<String> UNFINISHED =
      List.of(".tmp", ".part", ".partial", ".filepart", ".crdownload", "~");

  private final Path dir;
  private final Clock clock;
  private Map<Path, Look> looks = new HashMap<>();

  private record Look(long size, long modified, Instant since) {}

  Arrivals(Path dir, Clock clock) {
    this.dir = dir;
    this.clock = clock;
  }

  /** In the order of names. */
  List<Path> complete() throws IOException {
    Instant now = clock.instant();
    Map<Path, Look> seen = new HashMap<>();
    List<Path> complete = new ArrayList<>();
    for (Path file : candidates()) {
      try {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        Look look = look(file, is, now);
        seen.put(file, look);
        if (!look.since().plus(SETTLED).isAfter(now)) {
          complete.add(file);
        }
      } catch (NoSuchFileException e) {
        // Taken away since the folder was listed.
      }
    }
    looks = seen;
    return complete;
  }

  private Look look(Path file, BasicFileAttributes is, Instant now) {
    Look before = looks.get(file);
    long modified = is.lastModifiedTime().toMillis();
    boolean same = before != null && before.size() == is.size() && before.modified() == modified;
    return same && before != null ? before : new Look(is.size(), modified, now);
  }

  boolean isWaiting() throws IOException {
    return !candidates().isEmpty();
  }

  private List<Path> candidates() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !isUnfinished(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  private static boolean isUnfinished(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return name.startsWith(".")
        || name.startsWith("_")
        || UNFINISHED.stream().anyMatch(lower::endsWith);
  }
}
