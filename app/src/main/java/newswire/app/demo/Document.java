package newswire.app.demo;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The bytes of one response, with their type and their strong entity tag. */
final class Document {

  private final String contentType;
  private final byte[] bytes;
  private final String etag;

  private Document(String contentType, byte[] bytes) {
    this.contentType = contentType;
    this.bytes = bytes;
    this.etag = "\"" + HexFormat.of().formatHex(sha256(bytes), 0, 16) + "\"";
  }

  /**
   * A text in the given charset, which only UTF-8 documents name in their header: an old charset is
   * declared in the document alone, as on the old web.
   */
  static Document of(String text, String type, Charset charset) {
    boolean named = charset.equals(StandardCharsets.UTF_8);
    return new Document(named ? type + "; charset=utf-8" : type, encode(text, charset));
  }

  String contentType() {
    return contentType;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  String etag() {
    return etag;
  }

  /** Whether an {@code If-None-Match} header value names this document. */
  boolean matches(String ifNoneMatch) {
    return Arrays.stream(ifNoneMatch.split(",", -1))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(etag::equals);
  }

  private static byte[] encode(String text, Charset charset) {
    try {
      ByteBuffer encoded =
          charset
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("A demo text cannot be written in " + charset, e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }
}
