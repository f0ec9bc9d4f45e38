package newswire.app;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.ingest.HistoryWriter;
import newswire.schemas.ArticleId;
import newswire.schemas.Topic;
import newswire.schemas.avro.SourceState;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of an archive to topics again, in transactions that also say how far it has
 * come. For one run.
 */
final class ArchiveRestore {

  /** Header of a record that came from an archive: the topic's id, and the place it had there. */
  static final String ARCHIVED = "newswire.archived";

  private static final int BATCH = 500;
  private static final long MOST_BYTES = 24L * 1024 * 1024;

  private final Path dir;
  private final ArchiveManifest manifest;
  private final ArchiveTopics topics;
  private final WriterSchemas schemas;
  private final Clock clock;

  ArchiveRestore(Path dir, ArchiveTopics topics, WriterSchemas schemas, Clock clock)
      throws IOException {
    this.dir = dir;
    this.manifest = ArchiveManifest.read(dir);
    this.topics = topics;
    this.schemas = schemas;
    this.clock = clock;
  }

  /** What became of the records of one file. */
  static final class Tally {
    long written;
    long before;
    long kept;
    long newer;
  }

  /** Kinds of topic that the archive has, and that are wanted. */
  List<String> kinds() {
    return topics.kinds().stream().filter(manifest.topics()::containsKey).toList();
  }

  /** The files of a topic, in order. */
  List<ArchiveManifest.Entry> files(String kind) {
    return manifest.files().stream().filter(entry -> entry.topic().equals(kind)).toList();
  }

  /** Ends the command if any file is damaged, before anything is written. */
  void check() throws IOException {
    for (String kind : kinds()) {
      for (ArchiveManifest.Entry entry : files(kind)) {
        ArchiveFile.of(dir, entry).check(entry);
      }
    }
  }

  /**
   * Writes what is to be written of a file.
   *
   * @param present what the topic holds already; empty for one that keeps every record
   * @param done the progress that earlier runs have left
   * @param writer none to count only
   */
  Tally restore(
      ArchiveManifest.Entry entry,
      Optional<PresentKeys> present,
      Map<String, SourceState> done,
      @Nullable HistoryWriter writer)
      throws IOException {
    Pass pass = new Pass(entry, present, writer);
    @Nullable SourceState state = done.get(pass.id);
    pass.next = state == null ? 0 : state.getPolls();
    ArchiveFile.of(dir, entry).read(pass::take);
    pass.commit();
    return pass.tally;
  }

  private final class Pass {

    private final ArchiveManifest.Entry entry;
    private final Topic<?, ?> topic;
    private final String origin;
    private final String id;
    private final long stillThere;
    private final Optional<PresentKeys> present;
    private final @Nullable HistoryWriter writer;
    private final Tally tally = new Tally();
    private long next;
    private long pending;
    private long bytes;
    private long last = -1;

    Pass(
        ArchiveManifest.Entry entry,
        Optional<PresentKeys> present,
        @Nullable HistoryWriter writer) {
      this.entry = entry;
      this.topic = topics.topic(entry.topic());
      this.origin = requireNonNull(manifest.topics().get(entry.topic())).id();
      this.present = present;
      this.writer = writer;
      this.id = progressId();
      // Into the topic that it is from goes only what has been deleted there since.
      this.stillThere =
          origin.equals(topics.id(entry.topic()))
              ? topics.beginning(new TopicPartition(topic.name(), entry.partition()))
              : Long.MAX_VALUE;
    }

    private String progressId() {
      String what =
          String.join(
              "\n",
              topic.name(),
              origin,
              Integer.toString(entry.partition()),
              manifest.filter().toString());
      return "archive/" + ArticleId.sha256(what.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    void take(ArchiveRow row) {
      if (row.offset() < next) {
        tally.before++;
      } else if (row.offset() >= stillThere) {
        // Not passed over for ever: Kafka may delete it as well.
        tally.kept++;
        return;
      } else if (present.isPresent() && present.get().outranks(row)) {
        tally.newer++;
      } else {
        tally.written++;
        add(row);
      }
      last = row.offset();
    }

    private void add(ArchiveRow row) {
      if (writer == null) {
        return;
      }
      int schema = row.record().map(r -> schemas.id(r.getSchema(), topic)).orElse(0);
      byte @Nullable [] value = row.value(schema);
      byte @Nullable [] key = row.key();
      Headers headers = row.headers();
      headers.remove(ARCHIVED);
      String place = origin + "-" + row.partition() + "@" + row.offset();
      headers.add(ARCHIVED, place.getBytes(StandardCharsets.UTF_8));
      writer.add(
          new ProducerRecord<>(
              topic.name(), null, Math.max(0, row.timestamp()), key, value, headers));
      pending++;
      bytes += value == null ? 0 : value.length;
      if (pending >= BATCH || bytes >= MOST_BYTES) {
        last = row.offset();
        commit();
      }
    }

    void commit() {
      if (writer == null || pending == 0) {
        return;
      }
      writer.commit(
          SourceState.newBuilder()
              .setSourceId(id)
              .setUrl(topic.name() + "-" + entry.partition())
              .setPolled(clock.instant().truncatedTo(ChronoUnit.MILLIS))
              .setPolls(last + 1)
              .setArticles(tally.written)
              .build());
      pending = 0;
      bytes = 0;
    }
  }
}
