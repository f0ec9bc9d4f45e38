package newswire.text;

import java.util.Arrays;

/** How much of an HTML page is read, by all who read pages. */
public final class PageLimits {

  /** In bytes; what is longer is not read as a page, but for its head. */
  public static final int LARGEST = 5_000_000;

  /** Elements inside one another. */
  public static final int DEEPEST = 512;

  private static final int HEAD = 100_000;

  private PageLimits() {}

  /** The start of a page, as long as heads are. */
  public static byte[] head(byte[] page) {
    return Arrays.copyOf(page, Math.min(page.length, HEAD));
  }
}
