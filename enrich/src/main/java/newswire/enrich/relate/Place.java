package newswire.enrich.relate;

import java.nio.ByteBuffer;
import newswire.enrich.rows.Member;
import newswire.enrich.rows.Row;
import org.jspecify.annotations.Nullable;

/**
 * Where a report stands.
 *
 * @param neighbour the closest earlier one in its language, whether it is close enough or not
 * @param counterpart the closest earlier one in another language that reports the same
 * @param root the first report of its story
 * @param depth edges from there to this one
 */
record Place(@Nullable Choice neighbour, @Nullable Choice counterpart, Member root, int depth) {

  boolean joined() {
    return depth > 0;
  }

  byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(size(neighbour) + size(counterpart) + size(root) + 4);
    put(out, neighbour);
    put(out, counterpart);
    put(out, root);
    return out.putInt(depth).array();
  }

  static Place of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return new Place(choice(in), choice(in), member(in), in.getInt());
  }

  private static int size(@Nullable Choice choice) {
    return choice == null ? 1 : 1 + Double.BYTES + size(choice.member());
  }

  private static int size(Member member) {
    return Long.BYTES + Row.prefix(member.id()).length;
  }

  private static void put(ByteBuffer out, @Nullable Choice choice) {
    out.put((byte) (choice == null ? 0 : 1));
    if (choice != null) {
      out.putDouble(choice.score());
      put(out, choice.member());
    }
  }

  private static void put(ByteBuffer out, Member member) {
    out.putLong(member.effective()).put(Row.prefix(member.id()));
  }

  private static @Nullable Choice choice(ByteBuffer in) {
    if (in.get() == 0) {
      return null;
    }
    double score = in.getDouble();
    return new Choice(member(in), score);
  }

  private static Member member(ByteBuffer in) {
    return new Member(in.getLong(), Row.readPrefix(in));
  }
}
