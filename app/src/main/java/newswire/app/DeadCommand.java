package newswire.app;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import newswire.schemas.Letters;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Disposition;
import newswire.schemas.avro.DispositionKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at what could not be processed, and does something about it. */
@Command(
    name = "dead",
    description = "Looks at what could not be processed, and does something about it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class DeadCommand {

  private final Clock clock = Clock.systemUTC();

  /** Which letters {@code list} is about. */
  enum Which {
    OPEN,
    REDRIVEN,
    DISCARDED,
    ALL;

    boolean has(Letter letter) {
      return this == ALL || letter.state().name().equals(name());
    }
  }

  @Command(
      name = "list",
      description = {
        "Prints dead letters, grouped by stage, cause, source and schema.",
        "Numbers, addresses, paths and quotations of a reason do not count as part of its cause."
      },
      mixinStandardHelpOptions = true)
  int list(
      @Mixin LetterQuery query,
      @Option(
              names = "--state",
              paramLabel = "STATE",
              defaultValue = "OPEN",
              description = "open, redriven, discarded or all (default: open).")
          Which which,
      @Option(names = "--each", description = "One line for each letter.") boolean each,
      @Mixin OutputOption output,
      @Mixin ClusterOptions options)
      throws IOException {
    query.check();
    Cluster cluster = options.cluster();
    List<Letter> letters;
    try (RecordFinder finder = new RecordFinder(cluster)) {
      letters = query.among(box(finder, cluster), cluster.topics(), which::has);
    }
    if (output.json()) {
      OutputOption.print(
          json -> {
            if (each) {
              LetterJson.each(letters, json);
            } else {
              LetterJson.groups(LetterGroup.of(letters), json);
            }
          });
    } else if (letters.isEmpty()) {
      String state = which == Which.ALL ? "" : which.name().toLowerCase(Locale.ROOT) + " ";
      System.err.println("no " + state + "dead letters" + (query.isEmpty() ? "" : " match"));
    } else {
      System.out.print(
          each ? LetterText.each(letters) : LetterText.groups(LetterGroup.of(letters)));
    }
    return 0;
  }

  @Command(
      name = "show",
      description = "Tells all about one letter, what was done with it included.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "ID", description = "Its id, or how it begins.") String id,
      @Option(
              names = "--value",
              description = "Prints the record's value instead, byte for byte, and nothing else.")
          boolean value,
      @Mixin OutputOption output,
      @Mixin ClusterOptions options)
      throws IOException {
    Cluster cluster = options.cluster();
    try (RecordFinder finder = new RecordFinder(cluster)) {
      Letter letter = box(finder, cluster).find(id);
      DeadLetter full = LetterBox.full(letter, finder, cluster.topics());
      if (value) {
        return printValue(letter, full, finder);
      }
      if (output.json()) {
        OutputOption.print(json -> LetterJson.one(letter, full, json));
      } else {
        System.out.print(LetterText.one(letter, full));
      }
    }
    return 0;
  }

  private static int printValue(Letter letter, DeadLetter full, RecordFinder finder) {
    Optional<Original> whole = letter.isOfARecord() ? Original.of(full, finder) : Optional.empty();
    byte @Nullable [] bytes =
        whole
            .map(Original::value)
            .orElseGet(() -> full.getValue().map(Letters::bytes).orElse(null));
    if (bytes == null) {
      System.err.println("newswire: it has no value");
      return 0;
    }
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
    if (full.getCut() && whole.isEmpty()) {
      throw Exit.failed(
          "these are the first "
              + Sheet.count(bytes.length)
              + " of "
              + Sheet.count(full.getValueSize())
              + " bytes: the record is gone from "
              + letter.origin());
    }
    return 0;
  }

  @Command(
      name = "redrive",
      description = {
        "Sends records to their topics again: the same bytes, key, time and headers, and two headers more.",
        "What is refused is told with the reason, and the exit code is 1."
      },
      mixinStandardHelpOptions = true)
  int redrive(
      @Mixin ChosenLetters chosen,
      @Option(names = "--dry-run", description = "Tells what would be sent; sends nothing.")
          boolean dryRun,
      @Mixin RedriveOptions how,
      @Mixin AuthorOption author,
      @Mixin ClusterOptions options)
      throws InterruptedException {
    chosen.check();
    Redrive.Manner manner = how.manner(author.name());
    Cluster cluster = options.cluster();
    try (RecordFinder finder = new RecordFinder(cluster)) {
      if (dryRun) {
        Redrive redrive = plan(chosen, manner, cluster, finder);
        redrive.tell(finder);
        return summary(redrive, "would be redriven");
      }
      try (LetterWriter writer = new LetterWriter(cluster, clock);
          RecordFinder originals = new RecordFinder(cluster)) {
        Redrive redrive = plan(chosen, manner, cluster, finder);
        redrive.run(cluster.topics().deadLetters(), finder, originals, writer);
        return summary(redrive, "redriven");
      }
    }
  }

  private static Redrive plan(
      ChosenLetters chosen, Redrive.Manner manner, Cluster cluster, RecordFinder finder)
      throws InterruptedException {
    List<Letter> letters = chosen.among(box(finder, cluster), cluster.topics());
    return new Redrive(letters, manner, Destinations.of(letters, cluster, finder));
  }

  private static int summary(Redrive redrive, String done) {
    System.err.println(
        redrive.done()
            + " "
            + done
            + (redrive.refused() == 0 ? "" : ", " + redrive.refused() + " refused"));
    return redrive.refused() == 0 ? 0 : Exit.FAILED;
  }

  @Command(
      name = "discard",
      description =
          "Notes that nothing will be done about letters, with who and why; they stay until they expire.",
      mixinStandardHelpOptions = true)
  int discard(
      @Mixin ChosenLetters chosen,
      @Option(
              names = "--why",
              paramLabel = "TEXT",
              required = true,
              description = "Why, for the record.")
          String why,
      @Option(names = "--dry-run", description = "Tells what would be discarded; writes nothing.")
          boolean dryRun,
      @Mixin AuthorOption author,
      @Mixin ClusterOptions options) {
    chosen.check();
    String by = author.name();
    if (why.isBlank()) {
      throw Exit.usage("--why needs a reason");
    }
    Cluster cluster = options.cluster();
    try (RecordFinder finder = new RecordFinder(cluster)) {
      if (dryRun) {
        List<Letter> open = open(chosen.among(box(finder, cluster), cluster.topics()));
        open.forEach(letter -> System.out.println("would discard " + letter.name()));
        System.err.println(open.size() + " would be discarded");
        return 0;
      }
      try (LetterWriter writer = new LetterWriter(cluster, clock)) {
        List<Letter> open = open(chosen.among(box(finder, cluster), cluster.topics()));
        for (Letter letter : open) {
          writer.add(
              Disposition.newBuilder()
                  .setLetterId(letter.id())
                  .setKind(DispositionKind.DISCARDED)
                  .setBy(by)
                  .setWhy(why.strip()));
          writer.commitInTime();
        }
        writer.commit();
        open.forEach(letter -> System.out.println("discarded " + letter.name()));
        System.err.println(open.size() + " discarded");
      }
    }
    return 0;
  }

  /** Those about which nothing was done; the others are told. */
  private static List<Letter> open(List<Letter> letters) {
    Predicate<Letter> open = letter -> letter.state() == Letter.State.OPEN;
    letters.stream()
        .filter(open.negate())
        .forEach(
            letter ->
                System.err.println(
                    "left as it is: "
                        + letter.id()
                        + letter.last().map(d -> ", already " + LetterText.done(d)).orElse("")));
    return letters.stream().filter(open).toList();
  }

  @Command(
      name = "import",
      description = {
        "Takes in dead letters of other tools, each once however often it is run.",
        "Known are headers of Kafka Streams (__streams.errors.*), Kafka Connect (__connect.errors.*) and",
        "Spring Kafka (kafka_dlt-*). Records that have none of them are told, and the exit code is 1."
      },
      mixinStandardHelpOptions = true)
  int importLetters(
      @Parameters(paramLabel = "TOPIC", description = "Their topic, by its full name.")
          String topic,
      @Option(names = "--dry-run", description = "Reads and counts; writes nothing.")
          boolean dryRun,
      @Mixin AuthorOption author,
      @Mixin ClusterOptions options)
      throws InterruptedException {
    String by = author.name();
    Cluster cluster = options.cluster();
    LetterImport.requireTopic(topic, cluster);
    try (RecordFinder finder = new RecordFinder(cluster)) {
      LetterImport run;
      if (dryRun) {
        run = new LetterImport(LetterImport.known(box(finder, cluster), finder, cluster), by);
        run.run(topic, finder, null);
      } else {
        try (LetterWriter writer = new LetterWriter(cluster, clock)) {
          run = new LetterImport(LetterImport.known(box(finder, cluster), finder, cluster), by);
          run.run(topic, finder, writer);
        }
      }
      System.err.println(run.summary(dryRun));
      return run.strange() == 0 ? 0 : Exit.FAILED;
    }
  }

  private static LetterBox box(RecordFinder finder, Cluster cluster) {
    LetterBox box = LetterBox.read(finder, cluster);
    if (box.unreadable() > 0) {
      System.err.println(
          "newswire: "
              + box.unreadable()
              + (box.unreadable() == 1 ? " record of " : " records of ")
              + cluster.topics().deadLetters().name()
              + " cannot be read and are left out");
    }
    return box;
  }
}
