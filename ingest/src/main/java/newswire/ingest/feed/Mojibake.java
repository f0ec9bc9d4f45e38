package newswire.ingest.feed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Undoes what publishing systems do to characters. */
final class Mojibake {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  private Mojibake() {}

  /**
   * Text that was UTF-8, taken for windows-1252 and encoded once more. That anything else looks
   * like it by chance does not happen.
   */
  static String repaired(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    if (ascii || text.chars().noneMatch(c -> c >= 0xC2 && c <= 0xF4)) {
      return text;
    }
    try {
      ByteBuffer bytes = WESTERN.newEncoder().encode(CharBuffer.wrap(text));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  /** C1 controls have no use; where they stand, bytes of windows-1252 were numbered as Unicode. */
  static String withoutControls(String text) {
    if (text.chars().noneMatch(Mojibake::isControl)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(isControl(c) ? new String(new byte[] {(byte) c}, WESTERN) : String.valueOf(c));
    }
    return out.toString();
  }

  private static boolean isControl(int c) {
    return c >= 0x80 && c < 0xA0;
  }
}
