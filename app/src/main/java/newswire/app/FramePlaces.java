package newswire.app;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The records of one partition: of which article each is, and whether it lies in the frame. Some 20
 * bytes of memory for each.
 */
final class FramePlaces {

  private static final int FIRST_ROOM = 1_024;
  private static final int ID_DIGITS = 16;

  private long[] ids = new long[FIRST_ROOM];
  private long[] offsets = new long[FIRST_ROOM];
  private int[] sizes = new int[FIRST_ROOM];
  private int count;
  private final BitSet inside = new BitSet();

  /**
   * What is taken.
   *
   * @param ids of the article of each
   * @param bytes in all
   * @param elsewhere how many do not lie in the frame themselves
   */
  record Taken(long[] offsets, long[] ids, long bytes, long elsewhere) {}

  /** An article id in short. */
  static long id(String articleId) {
    return Long.parseUnsignedLong(articleId.substring(0, ID_DIGITS), 16);
  }

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

  /** Every record of an article with one in the frame. */
  Taken all() {
    long[] wanted = inside.stream().mapToLong(i -> ids[i]).sorted().toArray();
    BitSet taken = new BitSet();
    for (int i = 0; i < count; i++) {
      taken.set(i, Arrays.binarySearch(wanted, ids[i]) >= 0);
    }
    return taken(taken);
  }

  /** The last record of every article, if that lies in the frame. */
  Taken lastInside() {
    long[] known = sortedIds();
    BitSet seen = new BitSet();
    BitSet taken = new BitSet();
    for (int i = count - 1; i >= 0; i--) {
      int article = Arrays.binarySearch(known, ids[i]);
      taken.set(i, inside.get(i) && !seen.get(article));
      seen.set(article);
    }
    return taken(taken);
  }

  private Taken taken(BitSet taken) {
    BitSet elsewhere = (BitSet) taken.clone();
    elsewhere.andNot(inside);
    return new Taken(
        taken.stream().mapToLong(i -> offsets[i]).toArray(),
        taken.stream().mapToLong(i -> ids[i]).toArray(),
        taken.stream().mapToLong(i -> sizes[i]).sum(),
        elsewhere.cardinality());
  }

  /** How many of these articles have a record here. */
  long having(long[] articles) {
    long[] here = sortedIds();
    return Arrays.stream(articles).filter(id -> Arrays.binarySearch(here, id) >= 0).count();
  }

  private long[] sortedIds() {
    return Arrays.stream(ids, 0, count).sorted().distinct().toArray();
  }
}
