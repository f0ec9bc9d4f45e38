package newswire.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import newswire.enrich.page.PageReader;
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
 * other versions of these. One partition at a time, as all versions of an address are in one; at
 * most 20 bytes of memory for each record of it.
 */
final class RawScan {

  private final Topic<String, RawArticle> topic;
  private final Frame frame;
  private final Sample sample = new Sample();
  private final Selection selection = new Selection();
  private final Set<String> sites = new HashSet<>();
  private final SortedMap<LocalDate, Long> days = new TreeMap<>();
  private long scanned;
  private long bytes;
  private long elsewhere;

  RawScan(Topic<String, RawArticle> topic, Frame frame) {
    this.topic = topic;
    this.frame = frame;
  }

  /**
   * Reads the log up to these ends.
   *
   * @param ends by partition
   */
  RawScan run(RecordFinder finder, Map<Integer, Long> ends) {
    long[] told = {System.nanoTime()};
    ends.forEach(
        (partition, end) -> {
          Found found = new Found();
          finder.scanFrom(
              new TopicPartition(topic.name(), partition),
              0,
              record -> {
                if (record.offset() < end) {
                  take(record, found);
                  if (System.nanoTime() - told[0] > ReplayProgress.LINE_EVERY.toNanos()) {
                    told[0] = System.nanoTime();
                    Progress.step(scanned + " records of the raw log scanned");
                  }
                }
              });
          select(partition, found);
        });
    return this;
  }

  private void take(ConsumerRecord<byte[], byte[]> record, Found found) {
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
    long id =
        raw.map(r -> Long.parseUnsignedLong(PageReader.servedId(r).substring(0, 16), 16))
            .orElse(~record.offset());
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

  private void select(int partition, Found found) {
    long[] ids = found.idsInside();
    long[] offsets = new long[found.count];
    int count = 0;
    for (int i = 0; i < found.count; i++) {
      if (Arrays.binarySearch(ids, found.ids[i]) >= 0) {
        offsets[count++] = found.offsets[i];
        bytes += found.sizes[i];
        elsewhere += found.inside(i) ? 0 : 1;
      }
    }
    selection.add(partition, Arrays.copyOf(offsets, count));
  }

  /** What is read. */
  Selection selection() {
    return selection;
  }

  /** Records of the raw log. */
  long scanned() {
    return scanned;
  }

  /** Size of what is read, as in the log before compression. */
  long bytes() {
    return bytes;
  }

  /** How many of those read were not seen around the frame: other versions of its articles. */
  long elsewhere() {
    return elsewhere;
  }

  /** Sites of what is read, those of articles without an address left out. */
  int sites() {
    return sites.size();
  }

  /** How much of what is read was first seen on each day, in UTC; other versions left out. */
  SortedMap<LocalDate, Long> days() {
    return days;
  }

  /** Some of what is read. */
  Sample sample() {
    return sample;
  }

  /** The records of one partition. */
  private static final class Found {

    private static final int FIRST_ROOM = 1_024;

    private long[] ids = new long[FIRST_ROOM];
    private long[] offsets = new long[FIRST_ROOM];
    private int[] sizes = new int[FIRST_ROOM];
    private int count;
    private final BitSet inside = new BitSet();

    void add(long id, long offset, int size, boolean isInside) {
      if (count == ids.length) {
        int room = Math.multiplyExact(2, count);
        ids = Arrays.copyOf(ids, room);
        offsets = Arrays.copyOf(offsets, room);
        sizes = Arrays.copyOf(sizes, room);
      }
      ids[count] = id;
      offsets[count] = offset;
      sizes[count] = size;
      inside.set(count, isInside);
      count++;
    }

    boolean inside(int index) {
      return inside.get(index);
    }

    long[] idsInside() {
      return inside.stream().mapToLong(i -> ids[i]).sorted().toArray();
    }
  }
}
