package newswire.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import newswire.enrich.page.PageReader;
import newswire.enrich.prepare.Preparation;
import newswire.enrich.prepare.Times;
import newswire.enrich.replay.Frame;
import newswire.enrich.replay.Selection;
import newswire.schemas.Erasure;
import newswire.schemas.Topic;
import newswire.schemas.avro.RawArticle;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Finds in the raw log what a frame reads: every record that may be of an article in it, and all
 * other versions of these. One partition at a time, as all versions of an address are in one.
 */
final class RawScan implements ReplayScan {

  private static final double MEGABYTE = 1e6;

  private final Topic<String, RawArticle> topic;
  private final Frame frame;
  private final Sample sample = new Sample();
  private final Selection selection = new Selection();
  private final Set<String> sites = new HashSet<>();
  private final SortedMap<LocalDate, Long> days = new TreeMap<>();
  private long told = System.nanoTime();
  private long scanned;
  private long bytes;
  private long elsewhere;

  RawScan(Topic<String, RawArticle> topic, Frame frame) {
    this.topic = topic;
    this.frame = frame;
  }

  @Override
  public ReplayScan run(RecordFinder finder, Map<TopicPartition, Long> ends) {
    ends.forEach(
        (place, end) -> {
          if (place.topic().equals(topic.name())) {
            run(finder, place, end);
          }
        });
    return this;
  }

  private void run(RecordFinder finder, TopicPartition place, long end) {
    FramePlaces found = new FramePlaces();
    finder.scanFrom(
        place,
        0,
        record -> {
          if (record.offset() < end) {
            take(record, found);
            if (System.nanoTime() - told > ReplayProgress.LINE_EVERY.toNanos()) {
              told = System.nanoTime();
              Progress.step(scanned + " records of the raw log scanned");
            }
          }
        });
    FramePlaces.Taken taken = found.all();
    selection.add(place, taken.offsets());
    bytes += taken.bytes();
    elsewhere += taken.elsewhere();
  }

  private void take(ConsumerRecord<byte[], byte[]> record, FramePlaces found) {
    scanned++;
    if (record.value() == null && Erasure.articleId(record.headers()).isPresent()) {
      // Whatever it orders to forget must not come back by a replay.
      found.add(~record.offset(), record.offset(), 0, true);
      return;
    }
    Optional<RawArticle> raw = read(record);
    // Of what cannot be read the time of the record is known: that of its fetch.
    Instant seen = raw.map(Times::firstSeen).orElse(Instant.ofEpochMilli(record.timestamp()));
    boolean inside = frame.mayHold(seen);
    long id = raw.map(r -> FramePlaces.id(PageReader.servedId(r))).orElse(~record.offset());
    int size = Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
    found.add(id, record.offset(), size, inside);
    if (inside) {
      days.merge(LocalDate.ofInstant(seen, ZoneOffset.UTC), 1L, Long::sum);
      String key = RecordFinder.key(record);
      if (key.indexOf('/') < 0) {
        sites.add(key);
      }
      raw.ifPresent(r -> sample.add(r, size));
    }
  }

  private Optional<RawArticle> read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return RecordFinder.decoded(topic, record);
    } catch (SerializationException e) {
      if (RegistryTrouble.isIn(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  @Override
  public Selection selection() {
    return selection;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public int sampled() {
    return sample.size();
  }

  @Override
  public double rate(Preparation preparation) {
    return sample.size() < 2 ? 0 : sample.rate(preparation);
  }

  @Override
  public void tell(Sheet sheet) {
    sheet.fact("raw log", scanned + " records");
    sheet.fact(
        "to read",
        String.format(
            Locale.ROOT,
            "%d records, %.1f MB, of %d sites; languages are not known before",
            selection.size(),
            bytes / MEGABYTE,
            sites.size()));
    if (!days.isEmpty()) {
      sheet.fact(
          "first seen",
          String.format(
              Locale.ROOT,
              "on %d days, %s to %s; %d are other versions, from before or after",
              days.size(),
              days.firstKey(),
              days.lastKey(),
              elsewhere));
    }
  }

  @Override
  public void tell(JsonGenerator json) throws IOException {
    json.writeNumberField("raw_log_records", scanned);
    json.writeNumberField("sites_read", sites.size());
    json.writeNumberField("other_versions", elsewhere);
    json.writeObjectFieldStart("days");
    for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
      json.writeNumberField(day.getKey().toString(), day.getValue());
    }
    json.writeEndObject();
  }
}
