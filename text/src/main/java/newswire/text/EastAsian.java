package newswire.text;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Dates as they are written in Chinese, Japanese, Korean and Vietnamese, made W3CDTF's. */
final class EastAsian {

  private static final String NUMERALS = "〇一二三四五六七八九";
  private static final String NUMBER = "([\\d〇零一二三四五六七八九十元]{1,4})";
  private static final Pattern DATE =
      Pattern.compile(
          "(令和|平成|民國|民国)? ?"
              + NUMBER
              + " ?[年년] ?"
              + NUMBER
              + " ?[月월] ?"
              + NUMBER
              + " ?[日號号일] ?(?:\\([^)]{1,6}\\)|（[^）]{1,6}）|星期.|[周週].|.曜日|.요일)? ?");
  private static final Pattern TIME =
      Pattern.compile(NUMBER + " ?[時时點点시] ?(?:" + NUMBER + " ?[分분])? ?(?:" + NUMBER + " ?[秒초])?");
  private static final Pattern VIETNAMESE =
      Pattern.compile("(?i)(\\d{1,2}) tháng (\\d{1,2}),? (?:năm )?(\\d{4}),? ?");
  private static final Pattern ZONED = Pattern.compile("[+-]\\d{2}:?\\d{2}$|[A-Za-z]$");

  private EastAsian() {}

  /** The same text, where it has such a date; otherwise as it is. */
  static String western(String text) {
    String vietnamese = VIETNAMESE.matcher(text).replaceFirst("$3-$2-$1 ");
    String dated = DATE.matcher(vietnamese).replaceFirst(EastAsian::date);
    String timed = TIME.matcher(dated).replaceFirst(EastAsian::time).strip();
    boolean korean =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
    // Where Korean is written there is one zone.
    return korean && timed.indexOf(':') > 0 && !ZONED.matcher(timed).find()
        ? timed + " +09:00"
        : timed;
  }

  private static String date(MatchResult m) {
    int year = number(m.group(2)) + epoch(m.group(1) == null ? "" : m.group(1));
    return String.format(Locale.ROOT, "%04d-%d-%d ", year, number(m.group(3)), number(m.group(4)));
  }

  private static String time(MatchResult m) {
    int minute = m.group(2) == null ? 0 : number(m.group(2));
    int second = m.group(3) == null ? 0 : number(m.group(3));
    return String.format(Locale.ROOT, "%d:%02d:%02d", number(m.group(1)), minute, second);
  }

  /** The year before the first of an era. */
  private static int epoch(String era) {
    return switch (era) {
      case "令和" -> 2018;
      case "平成" -> 1988;
      case "民國", "民国" -> 1911;
      default -> 0;
    };
  }

  /** 2026, 二〇二六, 十, 二十三, 元 (the first year of an era). */
  private static int number(String text) {
    int value = 0;
    int digits = 0;
    for (char c : text.toCharArray()) {
      if (c == '十') {
        value = value == 0 ? 10 : value * 10;
        digits = 10;
        continue;
      }
      int digit = c == '元' ? 1 : c == '零' ? 0 : NUMERALS.indexOf(c);
      int one = digit >= 0 ? digit : c - '0';
      value = digits == 10 ? value + one : value * 10 + one;
    }
    return value;
  }
}
