package newswire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.enrich.gazetteer.GazetteerFile;
import newswire.schemas.avro.EntityType;
import newswire.schemas.avro.GazetteerEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds names of one's own to those that articles are linked by. */
@Command(
    name = "gazetteer",
    description =
        "Adds names to those that articles are linked by. A change takes effect while 'newswire up' runs.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class GazetteerCommand {

  private enum Format {
    TSV,
    GEONAMES,
    WIKIDATA
  }

  @Command(
      name = "import",
      description = {
        "Adds the entries of a file, and changes those that are there.",
        "A line that cannot be read is told and left out; then the exit code is 1."
      },
      mixinStandardHelpOptions = true)
  int importFile(
      @Parameters(
              paramLabel = "FORMAT",
              description = "tsv (docs/gazetteer.md), geonames (a dump) or wikidata (JSON lines).")
          Format format,
      @Parameters(paramLabel = "FILE", description = "UTF-8; may be gzipped (.gz).") Path file,
      @Option(names = "--dry-run", description = "Reads and counts; writes nothing.")
          boolean dryRun,
      @Option(
              names = "--type",
              paramLabel = "TYPE",
              description = "With wikidata: what all of them are (${COMPLETION-CANDIDATES}).")
          @Nullable EntityType type,
      @Option(
              names = "--alternate-names",
              paramLabel = "FILE",
              description = "With geonames: its alternateNamesV2 file, for the languages of names.")
          @Nullable Path alternateNames,
      @Mixin ClusterOptions options)
      throws IOException {
    if (type != null && format != Format.WIKIDATA) {
      throw Exit.usage("--type goes with wikidata only");
    }
    if (alternateNames != null && format != Format.GEONAMES) {
      throw Exit.usage("--alternate-names goes with geonames only");
    }
    GazetteerFile read = read(format, file, type, alternateNames);
    read.problems().told().forEach(problem -> System.err.println("newswire: " + problem));
    int untold = read.problems().count() - read.problems().told().size();
    if (untold > 0) {
      System.err.println("newswire: and " + untold + " more");
    }
    int names = read.entries().stream().mapToInt(e -> e.getAliases().size()).sum();
    String what = read.entries().size() + " entries with " + names + " names";
    if (dryRun) {
      System.err.println("would import " + what + refused(read));
    } else {
      int changed = new GazetteerTopic(options.cluster()).publish(read.entries());
      System.err.println("imported " + what + ", " + changed + " new or changed" + refused(read));
    }
    return read.problems().count() > 0 ? Exit.FAILED : 0;
  }

  private static String refused(GazetteerFile read) {
    int count = read.problems().count();
    return count == 0 ? "" : "; " + count + (count == 1 ? " line" : " lines") + " refused";
  }

  private static GazetteerFile read(
      Format format, Path file, @Nullable EntityType type, @Nullable Path alternateNames)
      throws IOException {
    for (Path path : alternateNames == null ? List.of(file) : List.of(file, alternateNames)) {
      if (!Files.isReadable(path) || Files.isDirectory(path)) {
        throw Exit.missing("there is no readable file " + path);
      }
    }
    return switch (format) {
      case TSV -> GazetteerFile.tsv(file);
      case GEONAMES -> GazetteerFile.geonames(file, Optional.ofNullable(alternateNames));
      case WIKIDATA -> GazetteerFile.wikidata(file, Optional.ofNullable(type));
    };
  }

  @Command(
      name = "list",
      description = "Prints every entry that was added, with its origin and number of names.",
      mixinStandardHelpOptions = true)
  int list(@Mixin ClusterOptions options) {
    TextTable table = new TextTable("id", "type", "name", "country", "names", "origin");
    for (GazetteerEntry entry : new GazetteerTopic(options.cluster()).read().values()) {
      table.row(
          entry.getId(),
          entry.getType().name(),
          entry.getName(),
          entry.getCountry().isEmpty() ? "-" : entry.getCountry(),
          String.valueOf(entry.getAliases().size()),
          entry.getOrigin());
    }
    System.out.print(table);
    return 0;
  }

  @Command(
      name = "remove",
      description = "Removes entries that were added; articles keep what they were linked to.",
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids, as list prints them.")
          List<String> ids,
      @Mixin ClusterOptions options) {
    GazetteerTopic topic = new GazetteerTopic(options.cluster());
    Map<String, GazetteerEntry> known = topic.read();
    for (String id : ids) {
      if (!known.containsKey(id)) {
        throw Exit.failed("there is no entry " + id + "; see 'newswire gazetteer list'");
      }
    }
    topic.remove(ids);
    ids.forEach(id -> System.err.println("removed: " + id));
    return 0;
  }
}
