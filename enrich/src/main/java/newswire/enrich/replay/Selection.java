package newswire.enrich.replay;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import newswire.enrich.Intake;
import org.jspecify.annotations.Nullable;

/**
 * Places of raw records, one bit for each offset between the first and the last of a partition. Not
 * changed once it is used by several threads.
 */
public final class Selection implements Intake {

  private static final int FORM = 1;

  private final Map<Integer, Places> partitions = new TreeMap<>();

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
  public void add(int partition, long[] offsets) {
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
  public boolean takes(int partition, long offset) {
    @Nullable Places places = partitions.get(partition);
    return places != null
        && offset >= places.start()
        && offset < places.end()
        && places.bits().get(places.index(offset));
  }

  /** The partitions that have any. */
  public SortedSet<Integer> partitions() {
    return new TreeSet<>(partitions.keySet());
  }

  /** The first of a partition that has any. */
  public long start(int partition) {
    return places(partition).start();
  }

  /** The place after the last of a partition that has any. */
  public long end(int partition) {
    return places(partition).end();
  }

  /** How many there are. */
  public long size() {
    return partitions.values().stream().mapToLong(p -> p.bits().cardinality()).sum();
  }

  /** How many of a partition lie before an offset. */
  public long before(int partition, long offset) {
    @Nullable Places places = partitions.get(partition);
    if (places == null || offset <= places.start()) {
      return 0;
    }
    return offset >= places.end()
        ? places.bits().cardinality()
        : places.bits().get(0, places.index(offset)).cardinality();
  }

  private Places places(int partition) {
    @Nullable Places places = partitions.get(partition);
    if (places == null) {
      throw new IllegalArgumentException("nothing of partition " + partition);
    }
    return places;
  }

  /** Writes it in a form that {@link #read} reads. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(FORM);
    out.writeInt(partitions.size());
    for (Map.Entry<Integer, Places> each : partitions.entrySet()) {
      byte[] bits = each.getValue().bits().toByteArray();
      out.writeInt(each.getKey());
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
      int partition = in.readInt();
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
