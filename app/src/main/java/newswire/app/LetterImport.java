package newswire.app;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import newswire.schemas.Letters;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Disposition;
import newswire.schemas.avro.DispositionKind;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes dead letters of other tools into our topic, each once. For one run. */
final class LetterImport {

  private static final int AT_ONCE = 100;
  private static final long MOST_BYTES = 16L * 1024 * 1024;

  private final Set<String> known;
  private final String by;
  private final Map<String, Integer> imported = new TreeMap<>();
  private int repeated;
  private int strange;
  private String firstStrange = "";
  private int pending;
  private long bytes;

  /**
   * What is to be imported.
   *
   * @param known ids of letters that are there, or have been
   */
  LetterImport(Set<String> known, String by) {
    this.known = known;
    this.by = by;
  }

  static void requireTopic(String topic, Cluster cluster) throws InterruptedException {
    if (topic.equals(cluster.topics().deadLetters().name())) {
      throw Exit.usage(topic + " has letters of Newswire itself");
    }
    try (Admin admin = cluster.admin()) {
      Set<String> there = admin.listTopics().names().get();
      if (!there.contains(topic)) {
        throw Exit.missing("there is no topic " + topic + " on " + cluster.bootstrapServers());
      }
    } catch (ExecutionException e) {
      throw Exit.missing("Kafka does not list its topics: " + e.getMessage());
    }
  }

  /** The ids of all letters, and of those imported that have been deleted since. */
  static Set<String> known(LetterBox box, RecordFinder finder, Cluster cluster) {
    Set<String> known = box.letters().keySet().stream().collect(Collectors.toSet());
    finder.scan(
        cluster.topics().dispositions(),
        record ->
            RecordFinder.decoded(cluster.topics().dispositions(), record)
                .filter(done -> done.getKind() == DispositionKind.IMPORTED)
                .ifPresent(done -> known.add(done.getLetterId())));
    return known;
  }

  /**
   * Reads the whole topic.
   *
   * @param writer null to write nothing
   */
  void run(String topic, RecordFinder finder, @Nullable LetterWriter writer) {
    finder.scan(topic, record -> take(record, writer));
    if (writer != null) {
      writer.commit();
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record, @Nullable LetterWriter writer) {
    if (writer != null) {
      writer.commitInTime();
    }
    Optional<ForeignLetter> foreign = ForeignLetter.in(record);
    if (foreign.isEmpty()) {
      if (strange++ == 0) {
        firstStrange = record.topic() + "-" + record.partition() + "@" + record.offset();
      }
      return;
    }
    DeadLetter letter = foreign.get().translated();
    String id = Letters.id(letter);
    if (!known.add(id)) {
      repeated++;
      return;
    }
    imported.merge(foreign.get().form().word(), 1, Integer::sum);
    if (writer != null) {
      write(id, letter, writer);
    }
  }

  private void write(String id, DeadLetter letter, LetterWriter writer) {
    writer.add(letter);
    writer.add(
        Disposition.newBuilder()
            .setLetterId(id)
            .setKind(DispositionKind.IMPORTED)
            .setBy(by)
            .setWhy(letter.getImportedFrom()));
    bytes += Math.max(0, letter.getValueSize());
    if (++pending >= AT_ONCE || bytes >= MOST_BYTES) {
      writer.commit();
      pending = 0;
      bytes = 0;
    }
  }

  /** How many records had headers of none of the forms. */
  int strange() {
    return strange;
  }

  /** What came of it, in one sentence. */
  String summary(boolean dryRun) {
    int count = imported.values().stream().mapToInt(n -> n).sum();
    String forms =
        imported.entrySet().stream()
            .map(e -> e.getValue() + " of " + e.getKey())
            .collect(Collectors.joining(", "));
    return (dryRun ? "would import " : "imported ")
        + count
        + (forms.isEmpty() ? "" : " (" + forms + ")")
        + (repeated == 0 ? "" : "; " + repeated + " already there")
        + (strange == 0
            ? ""
            : "; "
                + strange
                + " with headers of no form that is known, the first at "
                + firstStrange);
  }
}
