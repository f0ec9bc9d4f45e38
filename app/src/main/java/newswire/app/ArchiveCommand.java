package newswire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import newswire.ingest.HistoryWriter;
import newswire.ingest.IngestConfig;
import newswire.schemas.avro.SourceState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Keeps history in files. */
@Command(
    name = "archive",
    description = "Keeps in files what everything else is computed from, and brings it back.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ArchiveCommand {

  private static final String SCHEMAS = "schemas.json";

  /** Which topics. */
  private static final class TopicOption {
    @Option(
        names = "--topic",
        paramLabel = "TOPIC",
        description = "raw, withdrawals, gazetteer or sources; may be repeated (default: all).")
    private List<String> kinds = List.of();
  }

  private static final class FormOption implements ITypeConverter<ArchiveForm> {
    @Override
    public ArchiveForm convert(String value) {
      for (ArchiveForm form : ArchiveForm.values()) {
        if (form.name().toLowerCase(Locale.ROOT).equals(value)) {
          return form;
        }
      }
      throw new TypeConversionException("'" + value + "' is neither avro nor warc");
    }
  }

  @Command(
      name = "export",
      description = {
        "Writes raw articles, withdrawals, gazetteer and sources to Avro files, or raw articles to"
            + " WARC",
        "files. Run again on the same directory it adds what has come since."
      },
      mixinStandardHelpOptions = true)
  int export(
      @Mixin ClusterOptions options,
      @Mixin TopicOption wanted,
      @Parameters(paramLabel = "DIR", description = "Where to; made if it is missing.") Path dir,
      @Option(
              names = "--from",
              paramLabel = "TIME",
              converter = Moment.class,
              description = "Raw articles fetched then or later.")
          @Nullable Instant from,
      @Option(
              names = "--to",
              paramLabel = "TIME",
              converter = Moment.class,
              description = "Raw articles fetched before then.")
          @Nullable Instant to,
      @Option(
              names = "--site",
              paramLabel = "SITE",
              description = "Raw articles of this registrable domain only; may be repeated.")
          @Nullable List<String> sites,
      @Option(
              names = "--format",
              paramLabel = "avro|warc",
              defaultValue = "avro",
              converter = FormOption.class,
              description =
                  "Of the files of raw articles (default: ${DEFAULT-VALUE}); the others are Avro.")
          ArchiveForm form)
      throws IOException, InterruptedException {
    Cluster cluster = options.cluster();
    ArchiveTopics topics = ArchiveTopics.of(cluster, wanted.kinds);
    Files.createDirectories(dir);
    ArchiveManifest.Filter filter =
        new ArchiveManifest.Filter(text(from), text(to), sites == null ? List.of() : sites);
    long written;
    try (RecordFinder finder = new RecordFinder(cluster)) {
      written =
          new ArchiveExport(dir, filter, topics, new WriterSchemas(cluster), form).run(finder);
    }
    SchemaDump.of(cluster.registry().client()).write(dir.resolve(SCHEMAS));
    System.err.println(Sheet.count(written) + " records written to " + dir);
    return 0;
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  @Command(
      name = "import",
      description = {
        "Writes the records of an archive to their topics, with the times, keys and headers that"
            + " they",
        "had. Ended before its time, it goes on where it was when it is run again."
      },
      mixinStandardHelpOptions = true)
  int restore(
      @Mixin ClusterOptions options,
      @Mixin TopicOption wanted,
      @Parameters(paramLabel = "DIR", description = "The archive.") Path dir,
      @Option(names = "--dry-run", description = "Checks the files and says what would be written.")
          boolean dryRun)
      throws IOException, InterruptedException {
    if (!ArchiveManifest.isIn(dir)) {
      throw Exit.usage(dir + " is no archive: it has no " + ArchiveManifest.NAME);
    }
    Cluster cluster = options.cluster();
    ArchiveTopics topics = ArchiveTopics.of(cluster, wanted.kinds);
    ArchiveRestore restore =
        new ArchiveRestore(dir, topics, new WriterSchemas(cluster), Clock.systemUTC());
    restore.check();
    IngestConfig config = cluster.ingest(cluster.prefix() + "import");
    if (dryRun) { // it must not end an import that runs
      System.out.print(restored(cluster, topics, restore, null));
      return 0;
    }
    try (HistoryWriter writer = new HistoryWriter(config, cluster.topics())) {
      System.out.print(restored(cluster, topics, restore, writer));
    }
    return 0;
  }

  private static TextTable restored(
      Cluster cluster, ArchiveTopics topics, ArchiveRestore restore, @Nullable HistoryWriter writer)
      throws IOException {
    Map<String, SourceState> done =
        writer == null
            ? new TopicReader(cluster).latest(cluster.topics().sourceState())
            : writer.progress();
    TextTable table =
        new TextTable(
            "file",
            writer == null ? "would write" : "written",
            "before",
            "still there",
            "newer there");
    try (RecordFinder finder = new RecordFinder(cluster)) {
      for (String kind : restore.kinds()) {
        Optional<PresentKeys> present =
            topics.isCompacted(kind)
                ? Optional.of(PresentKeys.of(topics.topic(kind), finder))
                : Optional.empty();
        for (ArchiveManifest.Entry entry : restore.files(kind)) {
          ArchiveRestore.Tally tally = restore.restore(entry, present, done, writer);
          table.row(entry.file(), tally.written, tally.before, tally.kept, tally.newer);
          Progress.step(entry.file() + "  " + Sheet.count(tally.written) + " records");
        }
      }
    }
    return table;
  }
}
