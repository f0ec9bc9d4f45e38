package newswire.enrich.relate;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import newswire.enrich.rows.Member;
import newswire.enrich.rows.Row;
import newswire.enrich.rows.Rows;
import newswire.enrich.sketch.Fingerprint;
import newswire.schemas.avro.Sketch;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The articles of the last {@link #HORIZON} of event time, found by id, by what they may have in
 * common with others and by time.
 *
 * @param prints article id to what copies are told by
 * @param keys (key, effective, id) for every key of every article
 * @param times (effective, id) of every article, for leaving by age
 */
record Index(Rows<Sketch> prints, Rows<byte[]> keys, Rows<byte[]> times) {

  static final Duration HORIZON = Duration.ofDays(30);

  /** Articles further apart are not compared. */
  static final Duration WINDOW = Duration.ofDays(7);

  /** Of the articles before one that share one key with it, the earliest are compared with it. */
  static final int MOST_COMPARED = 64;

  /** Bytes of the key that the rows begin with by which articles are looked up. */
  static final int PREFIX = Integer.BYTES;

  private static final int ALL = Integer.MAX_VALUE;
  private static final int HASH_DIGITS = 32;
  private static final int KEY_DIGITS = 8;

  /**
   * The part of a sketch that copies are told by, as short as it can be: of the body's hash half
   * its digits, which is as many as an article id has.
   */
  static Sketch print(Sketch sketch) {
    String body = sketch.getBodyHash();
    return Sketch.newBuilder()
        .setEffective(sketch.getEffective())
        .setTitle(sketch.getTitle())
        .setTokens(sketch.getTokens())
        .setBodyHash(body.substring(0, Math.min(HASH_DIGITS, body.length())))
        .setShingles(sketch.getShingles())
        .setBottom(sketch.getBottom())
        .setNumbers(sketch.getNumbers())
        .setKeys(sketch.getKeys())
        .setSketchVersion(sketch.getSketchVersion())
        .build();
  }

  @Nullable Sketch print(String id) {
    return prints.get(Row.ofId(id));
  }

  void add(String id, Sketch print) {
    Member member = Member.of(id, print);
    prints.put(Row.ofId(id), print);
    times.put(Row.of(Row.NOTHING, member), Row.NOTHING);
    keys.putAll(
        lookups(print).stream().map(key -> Row.of(key, member)).distinct().toList(), Row.NOTHING);
  }

  void remove(String id, Sketch print) {
    Member member = Member.of(id, print);
    prints.delete(Row.ofId(id));
    times.delete(Row.of(Row.NOTHING, member));
    lookups(print).forEach(key -> keys.delete(Row.of(key, member)));
  }

  /** Whom the article may have copied: those within the window before it, earliest first. */
  SortedSet<Member> before(Member member, Sketch print) {
    SortedSet<Member> before = new TreeSet<>();
    long first = member.effective() - WINDOW.toMillis();
    for (byte[] key : lookups(print)) {
      members(key, Row.of(key, first), Row.of(key, member), MOST_COMPARED, before);
    }
    return before;
  }

  /**
   * Articles within the window around one that share a key with it.
   *
   * @param before as of {@link Index#before}
   * @param after who may have copied it, earliest first
   */
  record Around(SortedSet<Member> before, SortedSet<Member> after) {}

  Around around(Member member, Sketch print) {
    Around around = new Around(new TreeSet<>(), new TreeSet<>());
    for (byte[] key : lookups(print)) {
      Bytes from = Row.of(key, member.effective() - WINDOW.toMillis());
      Bytes to = Row.of(key, member.effective() + WINDOW.toMillis() + 1);
      // One scan tells all, but for a key that very many share.
      List<Bytes> first = keys.keys(from, to, MOST_COMPARED + 1);
      boolean all = first.size() <= MOST_COMPARED;
      int compared = 0;
      for (Bytes row : first) {
        Member other = Row.member(row, key.length);
        int order = other.compareTo(member);
        if (order < 0 && compared++ < MOST_COMPARED) {
          around.before().add(other);
        } else if (order > 0 && all) {
          around.after().add(other);
        }
      }
      if (!all) {
        members(key, Row.after(Row.of(key, member)), to, ALL, around.after());
      }
    }
    return around;
  }

  private void members(byte[] key, Bytes from, Bytes to, int most, SortedSet<Member> found) {
    keys.keys(from, to, most).forEach(row -> found.add(Row.member(row, key.length)));
  }

  /** Where the article is looked up; two that share nothing here are never compared. */
  private static List<byte[]> lookups(Sketch print) {
    List<byte[]> lookups = new ArrayList<>();
    String body = print.getBodyHash();
    if (!body.isEmpty()) {
      lookups.add(key(HexFormat.fromHexDigits(body, 0, KEY_DIGITS)));
    }
    for (int key : Fingerprint.keys(print)) {
      lookups.add(key(key));
    }
    return lookups;
  }

  private static byte[] key(int key) {
    return ByteBuffer.allocate(PREFIX).putInt(key).array();
  }

  /** The latest article; null if there is none. */
  @Nullable Member last() {
    Bytes last = times.lastKey();
    return last == null ? null : Row.member(last, 0);
  }

  /** At most {@code limit} articles from before that day, the earliest first. */
  List<Member> before(long day, int limit) {
    Bytes end = Row.of(Row.NOTHING, day * Member.DAY.toMillis());
    return times.keys(Row.FIRST, end, limit).stream().map(row -> Row.member(row, 0)).toList();
  }
}
