package newswire.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an archive holds, in its {@value #NAME}.
 *
 * @param format of the directory
 * @param filter which records it takes
 * @param topics where they are from, by the kind of topic, such as {@code raw}
 * @param files in the order of topic, partition and offset
 */
record ArchiveManifest(
    int format, Filter filter, SortedMap<String, Origin> topics, List<Entry> files) {

  static final String NAME = "manifest.json";

  private static final int FORMAT = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /**
   * Which raw articles are taken; the other topics are taken whole.
   *
   * @param from earliest time of fetching, RFC 3339
   * @param to the time from which on they are left out
   * @param sites registrable domains; all if empty
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Filter(@Nullable String from, @Nullable String to, List<String> sites) {

    Filter {
      sites = sites == null ? List.of() : sites.stream().sorted().distinct().toList();
    }

    @Override
    public String toString() {
      List<String> words = new ArrayList<>();
      if (from != null) {
        words.add("--from " + from);
      }
      if (to != null) {
        words.add("--to " + to);
      }
      sites.forEach(site -> words.add("--site " + site));
      return words.isEmpty() ? "everything" : String.join(" ", words);
    }
  }

  /**
   * A topic as it was exported.
   *
   * @param id the one that Kafka gave it, other than its name never given again
   */
  record Origin(String topic, String id) {}

  /**
   * A file.
   *
   * @param first offset it begins with
   * @param last offset it ends with
   * @param sha256 of the whole file, hex
   */
  record Entry(
      String file,
      String topic,
      int partition,
      long first,
      long last,
      long records,
      long bytes,
      String sha256) {}

  ArchiveManifest {
    topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
    files = List.copyOf(files);
  }

  static ArchiveManifest empty(Filter filter) {
    return new ArchiveManifest(FORMAT, filter, new TreeMap<>(), List.of());
  }

  static boolean isIn(Path dir) {
    return Files.isRegularFile(dir.resolve(NAME));
  }

  static ArchiveManifest read(Path dir) throws IOException {
    Path file = dir.resolve(NAME);
    ArchiveManifest manifest;
    try {
      manifest = JSON.readValue(file.toFile(), ArchiveManifest.class);
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw Exit.failed(
          file + " is damaged: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    if (manifest.format() != FORMAT) {
      throw Exit.failed(
          file + " has format " + manifest.format() + ", and this version reads " + FORMAT);
    }
    return manifest;
  }

  void write(Path dir) throws IOException {
    DurableFile.write(dir.resolve(NAME), JSON.writeValueAsBytes(this));
  }

  ArchiveManifest with(String kind, Origin origin) {
    SortedMap<String, Origin> all = new TreeMap<>(topics);
    all.put(kind, origin);
    return new ArchiveManifest(format, filter, all, files);
  }

  /** With this file, instead of the one of its name. */
  ArchiveManifest with(Entry entry) {
    List<Entry> all =
        Stream.concat(
                files.stream().filter(each -> !each.file().equals(entry.file())), Stream.of(entry))
            .sorted(
                Comparator.comparing(Entry::topic)
                    .thenComparing(Entry::partition)
                    .thenComparing(Entry::first))
            .toList();
    return new ArchiveManifest(format, filter, topics, all);
  }

  /** The files of one partition, in order. */
  List<Entry> files(String kind, int partition) {
    return files.stream()
        .filter(e -> e.topic().equals(kind) && e.partition() == partition)
        .toList();
  }

  /** The offset from which on a partition has not been exported. */
  long next(String kind, int partition) {
    return files(kind, partition).stream().mapToLong(e -> e.last() + 1).max().orElse(0);
  }
}
