package newswire.enrich.relate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import newswire.enrich.sketch.Fingerprint;
import newswire.schemas.avro.Sketch;
import org.jspecify.annotations.Nullable;

/**
 * The articles of the last {@link #HORIZON} of event time, found by id, by what they may have in
 * common with others and by day.
 *
 * @param sketches article id to what the article is indexed under
 * @param keys (key, effective, id) for every key of every article
 * @param days (effective day, id) of every article, for leaving by age
 */
record Index(Rows<Sketch> sketches, Rows<String> keys, Rows<String> days) {

  static final Duration HORIZON = Duration.ofDays(30);

  /** Articles further apart are not compared. */
  static final Duration WINDOW = Duration.ofDays(7);

  /** Of the articles before one that share one key with it, the earliest are compared with it. */
  static final int MOST_COMPARED = 64;

  private static final String NOTHING = "";
  private static final int ALL = Integer.MAX_VALUE;
  private static final int HASH_DIGITS = 16;

  @Nullable Sketch sketch(String id) {
    return sketches.get(id);
  }

  void add(Sketch sketch) {
    Member member = Member.of(sketch);
    sketches.put(member.id(), sketch);
    days.put(dayKey(member), NOTHING);
    lookups(sketch).forEach(key -> keys.put(key + member.row(), NOTHING));
  }

  void remove(Sketch sketch) {
    Member member = Member.of(sketch);
    sketches.delete(member.id());
    days.delete(dayKey(member));
    lookups(sketch).forEach(key -> keys.delete(key + member.row()));
  }

  /** Whom the article may have copied: those within the window before it, earliest first. */
  SortedSet<Member> before(Sketch sketch) {
    Member member = Member.of(sketch);
    SortedSet<Member> before = new TreeSet<>();
    for (String key : lookups(sketch)) {
      String from = key + member.rowBefore(WINDOW);
      members(key, from, key + member.row(), MOST_COMPARED, before);
    }
    return before;
  }

  /** Who may have copied the article: those within the window after it. */
  SortedSet<Member> after(Sketch sketch) {
    Member member = Member.of(sketch);
    SortedSet<Member> after = new TreeSet<>();
    for (String key : lookups(sketch)) {
      // The shortest row that is greater than the member's own.
      String from = key + member.row() + "!";
      members(key, from, key + member.rowAfter(WINDOW), ALL, after);
    }
    return after;
  }

  private void members(String key, String from, String to, int most, SortedSet<Member> found) {
    keys.keys(from, to, most).forEach(row -> found.add(Member.ofRow(row, key.length())));
  }

  /** Where the article is looked up; two that share nothing here are never compared. */
  private static List<String> lookups(Sketch sketch) {
    List<String> lookups = new ArrayList<>();
    String body = sketch.getBodyHash();
    if (!body.isEmpty()) {
      lookups.add("b" + body.substring(0, HASH_DIGITS));
    }
    for (int key : Fingerprint.keys(sketch)) {
      lookups.add("k" + HexFormat.of().toHexDigits(key));
    }
    return lookups;
  }

  /** The first day that is within the horizon of the latest article; the least number if none. */
  long firstDay() {
    String last = days.lastKey();
    return last == null ? Long.MIN_VALUE : Member.number(last) - HORIZON.toDays();
  }

  /** At most {@code limit} articles from before that day. */
  List<Sketch> before(long day, int limit) {
    return days.keys("", Member.sortable(day), limit).stream()
        .map(key -> key.substring(Member.sortable(day).length()))
        .map(sketches::get)
        .toList();
  }

  private static String dayKey(Member member) {
    return Member.sortable(member.day()) + member.id();
  }
}
