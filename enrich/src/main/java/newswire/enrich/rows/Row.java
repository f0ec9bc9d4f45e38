package newswire.enrich.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import newswire.schemas.ArticleId;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of rows, as short as they can be: numbers in eight bytes that sort as the numbers do,
 * negative ones included; an id as a byte 0 and its 16 bytes if it is an {@link ArticleId}, else as
 * a byte 1 and UTF-8, which sorts as its code points do.
 */
public final class Row {

  private static final HexFormat HEX = HexFormat.of();

  /** Bytes of {@link #prefix} of an article id. */
  public static final int PREFIX = 17;

  private static final byte AS_NUMBER = 0;
  private static final byte AS_TEXT = 1;

  /** What a row holds that says all by its key. */
  public static final byte[] NOTHING = new byte[0];

  /** Before all rows. */
  public static final Bytes FIRST = Bytes.wrap(NOTHING);

  /** After all rows that begin with an id. */
  public static final Bytes LAST = Bytes.wrap(new byte[] {AS_TEXT + 1});

  private Row() {}

  public static Bytes ofId(String id) {
    return Bytes.wrap(id(id));
  }

  public static String idOf(Bytes row) {
    return id(row.get(), 0);
  }

  /** Sorts as {@link Member#compareTo} does. */
  public static Bytes of(byte[] prefix, Member member) {
    byte[] id = id(member.id());
    return Bytes.wrap(
        ByteBuffer.allocate(prefix.length + Long.BYTES + id.length)
            .put(prefix)
            .putLong(sortable(member.effective()))
            .put(id)
            .array());
  }

  public static Bytes of(byte[] prefix, long number) {
    return Bytes.wrap(
        ByteBuffer.allocate(prefix.length + Long.BYTES)
            .put(prefix)
            .putLong(sortable(number))
            .array());
  }

  /** Of what {@link #of(byte[], Member)} gave. */
  public static Member member(Bytes row, int prefix) {
    byte[] bytes = row.get();
    return new Member(
        sortable(ByteBuffer.wrap(bytes).getLong(prefix)), id(bytes, prefix + Long.BYTES));
  }

  /** Stands before others without any being taken for the beginning of another. */
  public static byte[] prefix(String id) {
    byte[] bytes = id(id);
    return bytes[0] == AS_NUMBER
        ? bytes
        : ByteBuffer.allocate(Integer.BYTES + bytes.length)
            .put(AS_TEXT)
            .putInt(bytes.length - 1)
            .put(bytes, 1, bytes.length - 1)
            .array();
  }

  /** The id of what {@link #prefix} gave. */
  public static String readPrefix(ByteBuffer in) {
    boolean packed = in.get() == AS_NUMBER;
    byte[] id = new byte[packed ? PREFIX - 1 : in.getInt()];
    in.get(id);
    return packed ? HEX.formatHex(id) : new String(id, UTF_8);
  }

  /** The next row after all that begin with {@code prefix}; not all bytes of it are 255. */
  public static Bytes end(byte[] prefix) {
    byte[] end = prefix.clone();
    int last = end.length - 1;
    while (end[last] == -1) {
      last--;
    }
    end[last]++;
    return Bytes.wrap(Arrays.copyOf(end, last + 1));
  }

  /** The next row after this one. */
  public static Bytes after(Bytes row) {
    return Bytes.wrap(Arrays.copyOf(row.get(), row.get().length + 1));
  }

  private static long sortable(long number) {
    return number ^ Long.MIN_VALUE;
  }

  private static byte[] id(String id) {
    if (ArticleId.isId(id)) {
      return ByteBuffer.allocate(PREFIX).put(AS_NUMBER).put(HEX.parseHex(id)).array();
    }
    byte[] text = id.getBytes(UTF_8);
    return ByteBuffer.allocate(1 + text.length).put(AS_TEXT).put(text).array();
  }

  private static String id(byte[] bytes, int from) {
    return bytes[from] == AS_NUMBER
        ? HEX.formatHex(bytes, from + 1, bytes.length)
        : new String(bytes, from + 1, bytes.length - from - 1, UTF_8);
  }
}
