package newswire.app;

import java.util.Locale;
import java.util.regex.Pattern;

/** Facts for a person to read: headings, and below each of them one fact a line. */
final class Sheet {

  private static final int LABEL = 14;

  // Line ends would pretend to be lines of ours, terminal codes and overrides of direction more.
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

  private final StringBuilder text = new StringBuilder();

  Sheet heading(String heading) {
    text.append(text.isEmpty() ? "" : "\n").append(heading).append('\n');
    return this;
  }

  Sheet fact(String label, Object value) {
    return line(label + " ".repeat(Math.max(1, LABEL - label.length())) + value);
  }

  /** Leaves the line out if there is nothing to say. */
  Sheet factIfAny(String label, String value) {
    return value.isEmpty() ? this : fact(label, value);
  }

  Sheet line(String line) {
    text.append("  ").append(line.stripTrailing()).append('\n');
    return this;
  }

  /** A table, indented. */
  Sheet table(TextTable table) {
    table.toString().lines().forEach(this::line);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Words of others on one line, at most so many code points of them. */
  static String quoted(String words, int most) {
    String line = UNSAFE.matcher(words).replaceAll(" ");
    if (line.codePointCount(0, line.length()) > most) {
      line = line.substring(0, line.offsetByCodePoints(0, most)) + "…";
    }
    return line;
  }

  /** A number between 0 and 1. */
  static String share(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }

  /** A whole number, in groups of three digits. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
