package newswire.schemas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Article ids: 128 bits of a SHA-256, as 32 hexadecimal digits. */
public final class ArticleId {

  private static final int DIGITS = 32;

  private ArticleId() {}

  /** Of an article that has an address. */
  public static String ofUrl(CanonicalUrl url) {
    return shortened("url\n" + url.value());
  }

  /** Of an article that has none, by its source and {@link RawKey#item}. */
  public static String ofItem(String sourceId, String itemId) {
    return shortened("item\n" + sourceId + "\n" + itemId);
  }

  /** Whether {@code text} has the form of an article id. */
  public static boolean isId(String text) {
    if (text.length() != DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9' || letter >= 'a' && letter <= 'f';
  }

  private static String shortened(String name) {
    return sha256(name.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }

  /** SHA-256 in hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
