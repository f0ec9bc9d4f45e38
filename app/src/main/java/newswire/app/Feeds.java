package newswire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import newswire.ingest.Opml;
import newswire.ingest.SourceWriter;
import newswire.ingest.UnreadableOpml;
import newswire.schemas.avro.Source;
import org.jspecify.annotations.Nullable;

/**
 * The sources that {@code newswire up} is to read.
 *
 * @param sources to publish
 * @param onlyIfNone whether they are just an example, for who has no sources yet
 */
record Feeds(List<Source> sources, boolean onlyIfNone) {

  private static final long LARGEST_FILE = 8 * 1024 * 1024;

  static Feeds none() {
    return new Feeds(List.of(), false);
  }

  /** Those of an OPML file, or the example list. */
  static Feeds of(@Nullable Path opml) {
    if (opml == null) {
      return new Feeds(Opml.example(), true);
    }
    try {
      if (Files.size(opml) > LARGEST_FILE) {
        throw Exit.usage(opml + " is larger than 8 MB, too large for a list of feeds");
      }
      return new Feeds(Opml.read(Files.readAllBytes(opml)), false);
    } catch (UnreadableOpml e) {
      throw Exit.usage(opml + " cannot be read as OPML: " + e.getMessage());
    } catch (IOException e) {
      throw Exit.missing("cannot read " + opml + ": " + e.getClass().getSimpleName());
    }
  }

  /** Writes them to the sources topic; a demo that does not run is paused. */
  void publish(Cluster cluster, @Nullable DemoRun demo) {
    SourceWriter writer = new SourceWriter(cluster.ingest("up"), cluster.topics());
    Map<String, Source> known = writer.read();
    List<Source> wanted = new ArrayList<>(sources);
    Set<String> examples = Opml.example().stream().map(Source::getId).collect(Collectors.toSet());
    boolean has =
        known.keySet().stream()
            .anyMatch(id -> !id.startsWith(DemoRun.PREFIX) && !examples.contains(id));
    if (onlyIfNone && has) {
      wanted.clear();
    }
    if (!onlyIfNone) {
      // Nobody asked for the examples: they were read for want of others.
      Set<String> ids = wanted.stream().map(Source::getId).collect(Collectors.toSet());
      known.values().stream()
          .filter(source -> examples.contains(source.getId()) && !ids.contains(source.getId()))
          .map(source -> Source.newBuilder(source).setPaused(true).build())
          .forEach(wanted::add);
    }
    if (demo != null) {
      wanted.addAll(demo.sources());
    } else {
      known.values().stream()
          .filter(source -> source.getId().startsWith(DemoRun.PREFIX))
          .map(source -> Source.newBuilder(source).setPaused(true).build())
          .forEach(wanted::add);
    }
    writer.publish(wanted);
    if (demo == null) {
      long active = writer.read().values().stream().filter(source -> !source.getPaused()).count();
      Progress.step(active + " feeds to read");
    }
  }
}
