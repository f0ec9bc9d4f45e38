package newswire.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for people to read: text to the left, numbers to the right. */
final class TextTable {

  private final List<String[]> rows = new ArrayList<>();
  private final boolean[] numeric;

  TextTable(String... columns) {
    rows.add(columns);
    numeric = new boolean[columns.length];
  }

  TextTable row(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      numeric[i] |= cells[i] instanceof Number;
    }
    rows.add(Arrays.stream(cells).map(String::valueOf).toArray(String[]::new));
    return this;
  }

  @Override
  public String toString() {
    int[] widths = new int[numeric.length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], width(row[i]));
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        String gap = " ".repeat(widths[i] - width(row[i]));
        line.append(numeric[i] ? gap + row[i] : row[i] + gap).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
