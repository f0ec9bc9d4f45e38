package newswire.enrich.replay;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import newswire.enrich.Intake;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Places of records, one bit for each offset between the first and the last of a partition. Not
 * changed once it is used by several threads.
 */
public final class Selection implements Intake {

  private static final int FORM = 2;

  private final Map<TopicPartition, Places> partitions =
      new TreeMap<>(
          Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));

  private record Places(long start, BitSet bits) {

    long end() {
      return start + bits.length();
    }

    // A partition has less than 2^31 records between the first and the last that are read.
    int index(long offset) {
      return Math.toIntExact(offset - start);
    }
  }

  /** Adds places of a partition that has none yet, in any order. */
  public void add(TopicPartition partition, long[] offsets) {
    if (offsets.length == 0) {
      return;
    }
    long start = offsets[0];
    for (long offset : offsets) {
      start = Math.min(start, offset);
    }
    Places places = new Places(start, new BitSet());
    for (long offset : offsets) {
      places.bits().set(places.index(offset));
    }
    partitions.put(partition, places);
  }

  @Override
  public boolean takes(String topic, int partition, long offset) {
    @Nullable Places places = partitions.get(new TopicPartition(topic, partition));
    return places != null
        && offset >= places.start()
        && offset < places.end()
        && places.bits().get(places.index(offset));
  }

  /** The partitions that have any, by topic and number. */
  public Set<TopicPartition> partitions() {
    return partitions.keySet();
  }

  /** The first of a partition that has any. */
  public long start(TopicPartition partition) {
    return places(partition).start();
  }

  /** The place after the last of a partition that has any. */
  public long end(TopicPartition partition) {
    return places(partition).end();
  }

  /** How many there are. */
  public long size() {
    return partitions.values().stream().mapToLong(p -> p.bits().cardinality()).sum();
  }

  /** How many of a partition lie before an offset. */
  public long before(TopicPartition partition, long offset) {
    @Nullable Places places = partitions.get(partition);
    if (places == null || offset <= places.start()) {
      return 0;
    }
    return offset >= places.end()
        ? places.bits().cardinality()
        : places.bits().get(0, places.index(offset)).cardinality();
  }

  private Places places(TopicPartition partition) {
    @Nullable Places places = partitions.get(partition);
    if (places == null) {
      throw new IllegalArgumentException("nothing of " + partition);
    }
    return places;
  }

  /** Writes it in a form that {@link #read} reads. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(FORM);
    out.writeInt(partitions.size());
    for (Map.Entry<TopicPartition, Places> each : partitions.entrySet()) {
      byte[] bits = each.getValue().bits().toByteArray();
      out.writeUTF(each.getKey().topic());
      out.writeInt(each.getKey().partition());
      out.writeLong(each.getValue().start());
      out.writeInt(bits.length);
      out.write(bits);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is of another form or cut short
   */
  public static Selection read(DataInputStream in) throws IOException {
    if (in.readInt() != FORM) {
      throw new IOException("written by another version of Newswire");
    }
    Selection selection = new Selection();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      TopicPartition partition = new TopicPartition(in.readUTF(), in.readInt());
      long start = in.readLong();
      int length = in.readInt();
      byte[] bits = in.readNBytes(length);
      if (bits.length < length) {
        throw new IOException("cut short");
      }
      selection.partitions.put(partition, new Places(start, BitSet.valueOf(bits)));
    }
    return selection;
  }
}
