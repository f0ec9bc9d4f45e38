package newswire.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * The ranges stored of one partition: a chain of entries, each named by its first offset and
 * telling where the next begins. An entry appears under its name whole or not at all, and only if
 * the name is free: so no range overlaps another and none is left out, whoever writes.
 *
 * <p>The files of a range are staged before its entry appears and moved to their places after that;
 * whoever comes next ends what was left half done.
 */
final class RangeLog {

  private static final String STATE = "_newswire";
  private static final String ENTRY = "entry";

  private final Path root;
  private final Path entries;
  private final Path staged;
  private final Disk disk;

  /**
   * A range.
   *
   * @param next where the range after it begins
   * @param files staged name and place of each file
   */
  record Entry(long next, String stage, List<Move> files) {}

  /** From a name in the stage to a path in the directory. */
  record Move(String from, String to) {}

  RangeLog(Path root, TopicPartition partition, Disk disk) {
    this.root = root;
    this.entries = root.resolve(STATE).resolve("ranges").resolve(partition.toString());
    this.staged = root.resolve(STATE).resolve("staged").resolve(partition.toString());
    this.disk = disk;
  }

  void open() throws IOException {
    disk.makeFolder(entries);
    disk.makeFolder(staged);
  }

  /** Where the partition stands, once the last range is in its place. */
  long next() throws IOException {
    Optional<Path> last = last();
    if (last.isEmpty()) {
      return 0;
    }
    Entry entry = read(last.get());
    settle(entry);
    return entry.next();
  }

  private Optional<Path> last() throws IOException {
    try (Stream<Path> names = Files.list(entries)) {
      return names.max(Comparator.comparing(Path::getFileName));
    }
  }

  /** A folder of our own for the files of a range that begins at {@code first}. */
  Path stage(long first) throws IOException {
    return Files.createTempDirectory(staged, name(first) + "-");
  }

  /**
   * Stores a range whose files lie in {@code stage}.
   *
   * @throws Fenced if another range begins there
   */
  void append(long first, long next, Path stage, List<Move> files) throws IOException, Fenced {
    Entry entry = new Entry(next, stage.getFileName().toString(), files);
    Path draft = stage.resolve(ENTRY);
    try {
      Files.write(draft, lines(entry), UTF_8);
      for (Move file : files) {
        disk.sync(stage.resolve(file.from()));
      }
      disk.sync(draft);
      disk.sync(stage);
      disk.sync(staged);
    } catch (IOException e) {
      discard(stage, e);
      throw e;
    }
    if (!disk.link(entries.resolve(name(first)), draft)) {
      Fenced fenced =
          new Fenced(entries.getFileName() + " is stored beyond offset " + first + " already");
      discard(stage, fenced);
      throw fenced;
    }
    disk.sync(entries);
    settle(entry);
    removeStagedBefore(next);
  }

  /** Moves the files of a range to their places; more than one process may do so at once. */
  private void settle(Entry entry) throws IOException {
    Path stage = staged.resolve(entry.stage());
    if (!Files.isDirectory(stage)) {
      return; // done long ago; where its files are now is nobody's business
    }
    TreeSet<Path> folders = new TreeSet<>();
    for (Move file : entry.files()) {
      Path place = root.resolve(file.to());
      Path folder = root.resolve(file.to()).resolveSibling("");
      disk.makeFolder(folder);
      disk.move(stage.resolve(file.from()), place);
      folders.add(folder);
    }
    for (Path folder : folders) {
      disk.sync(folder);
    }
    remove(stage);
  }

  /** Whatever begins before {@code next} has lost: its name in the chain is taken. */
  private void removeStagedBefore(long next) throws IOException {
    List<Path> stages;
    try (Stream<Path> list = Files.list(staged)) {
      stages = list.toList();
    }
    for (Path stage : stages) {
      if (stage.getFileName().toString().compareTo(name(next)) < 0) {
        try {
          remove(stage);
        } catch (NoSuchFileException | DirectoryNotEmptyException e) {
          // its owner still lives and is at it; what remains is removed after the next range
        }
      }
    }
  }

  /** Removes what is staged and was never entered. */
  void discard(Path stage, Exception why) {
    try {
      remove(stage);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private void remove(Path stage) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(stage)) {
      files = list.toList();
    }
    for (Path file : files) {
      disk.delete(file);
    }
    disk.delete(stage);
  }

  private static List<String> lines(Entry entry) {
    List<String> lines = new ArrayList<>(List.of(Long.toString(entry.next()), entry.stage()));
    entry.files().forEach(file -> lines.add(file.from() + "\t" + file.to()));
    return lines;
  }

  private static Entry read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, UTF_8);
    try {
      List<Move> files = new ArrayList<>();
      for (String line : lines.subList(2, lines.size())) {
        String[] parts = line.split("\t", 2);
        files.add(new Move(parts[0], parts[1]));
      }
      return new Entry(Long.parseLong(lines.get(0)), lines.get(1), files);
    } catch (RuntimeException e) {
      throw new IOException(file + " is not an entry of ours", e);
    }
  }

  /** An offset so that names sort as numbers do. */
  static String name(long offset) {
    String digits = Long.toString(offset);
    return "0".repeat(19 - digits.length()) + digits;
  }
}
