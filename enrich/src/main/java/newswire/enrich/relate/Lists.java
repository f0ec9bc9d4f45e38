package newswire.enrich.relate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import newswire.enrich.rows.AtHand;
import newswire.enrich.rows.Member;
import newswire.enrich.rows.Row;
import newswire.enrich.rows.Rows;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Members by what they are listed under, earliest first. Long lists that are read again and again
 * are kept at hand as they are: reading them row by row would be most of the work.
 */
final class Lists {

  /** Bytes of what members are listed under: a number and a byte. */
  static final int PREFIX = Integer.BYTES + 1;

  private static final int ALL = Integer.MAX_VALUE;

  // Shorter ones are read as fast as found.
  private static final int LONG = 16;

  // A list that is longer is not kept.
  private static final int LONGEST = 2_000;
  private static final int AT_HAND = 400;

  private final Rows<byte[]> rows;
  private final AtHand<Long, List<Member>> atHand = new AtHand<>(AT_HAND);

  /** For one thread, and the only way by which {@code rows} change. */
  Lists(Rows<byte[]> rows) {
    this.rows = rows;
  }

  void add(byte[] prefix, Member member) {
    rows.put(Row.of(prefix, member), Row.NOTHING);
    @Nullable List<Member> list = atHand.get(name(prefix));
    if (list != null) {
      int place = Collections.binarySearch(list, member);
      if (place < 0) {
        list.add(-place - 1, member);
      }
    }
  }

  void remove(byte[] prefix, Member member) {
    rows.delete(Row.of(prefix, member));
    @Nullable List<Member> list = atHand.get(name(prefix));
    if (list != null) {
      int place = Collections.binarySearch(list, member);
      if (place >= 0) {
        list.remove(place);
      }
    }
  }

  boolean has(byte[] prefix, Member member) {
    @Nullable List<Member> list = atHand.get(name(prefix));
    return list == null
        ? rows.get(Row.of(prefix, member)) != null
        : Collections.binarySearch(list, member) >= 0;
  }

  /** Those from the one time on and before the other. */
  List<Member> between(byte[] prefix, long from, long to) {
    @Nullable List<Member> list = atHand.get(name(prefix));
    if (list == null) {
      List<Member> found = read(prefix, Row.of(prefix, from), Row.of(prefix, to), ALL);
      if (found.size() >= LONG) {
        keep(prefix);
      }
      return found;
    }
    return List.copyOf(list.subList(place(list, from), place(list, to)));
  }

  private void keep(byte[] prefix) {
    List<Member> list = read(prefix, Bytes.wrap(prefix), Row.end(prefix), LONGEST);
    if (list.size() < LONGEST) {
      atHand.put(name(prefix), list);
    }
  }

  /** The first of those from the one time on and before the other; null if there is none. */
  @Nullable Member first(byte[] prefix, long from, long to) {
    List<Member> first = read(prefix, Row.of(prefix, from), Row.of(prefix, to), 1);
    return first.isEmpty() ? null : first.get(0);
  }

  private List<Member> read(byte[] prefix, Bytes from, Bytes to, int limit) {
    List<Member> members = new ArrayList<>();
    for (Bytes row : rows.keys(from, to, limit)) {
      members.add(Row.member(row, prefix.length));
    }
    return members;
  }

  private static int place(List<Member> list, long time) {
    int place = Collections.binarySearch(list, new Member(time, ""));
    return place < 0 ? -place - 1 : place;
  }

  private static Long name(byte[] prefix) {
    ByteBuffer bytes = ByteBuffer.wrap(prefix);
    return (long) bytes.getInt() << Byte.SIZE | bytes.get();
  }
}
