package newswire.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a body and the character set it was read in.
 *
 * <p>Tried in this order: byte order mark, the HTTP header's charset if all bytes are valid in it,
 * the declaration within the body likewise, UTF-8 likewise or but for a few bytes, ICU's detector
 * if it is at least half sure, windows-1252. Where all bytes are valid UTF-8 that stands before a
 * named charset of single bytes, in which everything is valid.
 *
 * @param text without byte order mark; U+FFFD stands for bytes that are not valid
 */
public record DecodedText(String text, Charset charset) {

  private static final Charset LAST_RESORT = Charset.forName("windows-1252");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final int DETECTED_BYTES = 64 * 1024;
  private static final int DECLARED_WITHIN = 16_384;
  private static final int SURE_ENOUGH = 50;
  private static final int GOOD_FOR_ONE_BAD = 20;
  private static final char REPLACEMENT = '\uFFFD';
  private static final Pattern HEADER =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
  private static final Pattern DECLARATION =
      Pattern.compile(
          "^\\s*<\\?xml[^>]{0,200}?\\sencoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']"
              + "|<meta[^>]{0,200}?\\scharset\\s*=\\s*[\"']?([\\w.:-]{1,40})"
              + "|<meta[^>]{0,200}?;\\s*charset=([\\w.:-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  /** What publishers mean by a name: the superset that the WHATWG Encoding Standard gives it. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("utf8", "UTF-8"),
          Map.entry("unicode", "UTF-8"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"));

  /**
   * Decodes a body; never fails.
   *
   * @param contentType value of the header of that name, if there was one
   */
  public static DecodedText of(byte[] body, @Nullable String contentType) {
    return Stream.<Supplier<Optional<DecodedText>>>of(
            () -> marked(body),
            () -> named(HEADER, contentType == null ? "" : contentType, body),
            () -> named(DECLARATION, beginning(body), body),
            () -> strictly(body, StandardCharsets.UTF_8),
            () -> damaged(body),
            () -> detected(body))
        .flatMap(step -> step.get().stream())
        .findFirst()
        .orElseGet(() -> new DecodedText(new String(body, LAST_RESORT), LAST_RESORT));
  }

  private static Optional<DecodedText> marked(byte[] b) {
    if (starts(b, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(from(b, 3, StandardCharsets.UTF_8));
    } else if (starts(b, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(from(b, 4, UTF_32BE));
    } else if (starts(b, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(from(b, 4, UTF_32LE));
    } else if (starts(b, 0xFE, 0xFF)) {
      return Optional.of(from(b, 2, StandardCharsets.UTF_16BE));
    } else if (starts(b, 0xFF, 0xFE)) {
      return Optional.of(from(b, 2, StandardCharsets.UTF_16LE));
    }
    return unmarkedWide(b);
  }

  /** XML's appendix F: without a mark, the zeros around the first {@code <} tell. */
  private static Optional<DecodedText> unmarkedWide(byte[] b) {
    if (starts(b, 0, 0, 0, '<')) {
      return Optional.of(from(b, 0, UTF_32BE));
    } else if (starts(b, '<', 0, 0, 0)) {
      return Optional.of(from(b, 0, UTF_32LE));
    } else if (starts(b, 0, '<', 0)) {
      return Optional.of(from(b, 0, StandardCharsets.UTF_16BE));
    } else if (starts(b, '<', 0)) {
      return Optional.of(from(b, 0, StandardCharsets.UTF_16LE));
    }
    return Optional.empty();
  }

  private static boolean starts(byte[] body, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= body.length || (body[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static DecodedText from(byte[] body, int start, Charset charset) {
    return new DecodedText(new String(body, start, body.length - start, charset), charset);
  }

  private static String beginning(byte[] body) {
    int length = Math.min(body.length, DECLARED_WITHIN);
    return new String(body, 0, length, StandardCharsets.ISO_8859_1);
  }

  private static Optional<DecodedText> named(Pattern pattern, String where, byte[] body) {
    Matcher matcher = pattern.matcher(where);
    if (!matcher.find()) {
      return Optional.empty();
    }
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String name = matcher.group(group);
      if (name != null) {
        return charset(name)
            .filter(charset -> !isWide(charset) || hasZero(body))
            .flatMap(charset -> believed(body, charset));
      }
    }
    return Optional.empty();
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(MEANT.getOrDefault(name.toLowerCase(Locale.ROOT), name)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  // Any text is valid UTF-16 of something; only zero bytes make the claim believable.
  private static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  private static boolean hasZero(byte[] body) {
    for (int i = 0; i < Math.min(body.length, DECLARED_WITHIN); i++) {
      if (body[i] == 0) {
        return true;
      }
    }
    return false;
  }

  // That bytes beyond ASCII are UTF-8 by chance does not happen.
  private static Optional<DecodedText> believed(byte[] body, Charset charset) {
    boolean single = charset.newEncoder().maxBytesPerChar() <= 1;
    Optional<DecodedText> utf8 = single ? strictly(body, StandardCharsets.UTF_8) : Optional.empty();
    return utf8.isPresent() ? utf8 : strictly(body, charset);
  }

  private static Optional<DecodedText> strictly(byte[] body, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      // Many times as fast as a decoder; only a replaced byte needs a second look.
      String text = new String(body, charset);
      if (text.indexOf(REPLACEMENT) < 0) {
        return Optional.of(new DecodedText(text, charset));
      }
    }
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(body))
              .toString();
      return Optional.of(new DecodedText(text, charset));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  // ICU gives up UTF-8 for one bad byte, as when a body was cut within a character.
  private static Optional<DecodedText> damaged(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    long bad = text.chars().filter(c -> c == REPLACEMENT).count();
    long good = text.chars().filter(c -> c > 127).count() - bad;
    return good >= GOOD_FOR_ONE_BAD * bad
        ? Optional.of(new DecodedText(text, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static Optional<DecodedText> detected(byte[] body) {
    byte[] start = body.length <= DETECTED_BYTES ? body : Arrays.copyOf(body, DETECTED_BYTES);
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true);
    detector.setText(start);
    for (CharsetMatch match : detector.detectAll()) {
      if (match.getConfidence() < SURE_ENOUGH) {
        return Optional.empty();
      }
      Optional<Charset> charset = charset(match.getName());
      if (charset.isPresent()) {
        return charset.map(c -> new DecodedText(new String(body, c), c));
      }
    }
    return Optional.empty();
  }
}
