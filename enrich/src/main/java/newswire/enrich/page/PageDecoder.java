package newswire.enrich.page;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to text by the first that holds: byte order mark; the charset served, if all decodes; the
 * charset declared in the page, if all decodes (UTF-8 before a charset of single bytes); UTF-8, if
 * all decodes; ICU's guess of confidence 50 or more; windows-1252.
 */
final class PageDecoder {

  private static final int SURE = 50;
  private static final int DECLARED_WITHIN = 16_384;
  private static final int GUESSED_FROM = 65_536;
  private static final Charset LATIN = Charset.forName("windows-1252");
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.\\-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern META =
      Pattern.compile("<meta\\s[^>]{0,500}|<\\?xml[^>]{0,200}", Pattern.CASE_INSENSITIVE);
  private static final Pattern XML_ENCODING =
      Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9_:.\\-]+)", Pattern.CASE_INSENSITIVE);

  /** What browsers read a label as where the bytes of the wild are wider than the standard. */
  private static final Map<String, String> WIDER =
      Map.ofEntries(
          Map.entry("utf8", "UTF-8"),
          Map.entry("unicode", "UTF-8"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"));

  private PageDecoder() {}

  static String decode(byte[] bytes, String contentType) {
    Optional<String> marked = byMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
    return named(contentType)
        .flatMap(charset -> believed(bytes, charset, utf8))
        .or(() -> declared(bytes).flatMap(charset -> believed(bytes, charset, utf8)))
        .or(() -> utf8)
        .or(() -> guessed(bytes).map(charset -> new String(bytes, charset)))
        .orElseGet(() -> new String(bytes, LATIN));
  }

  private static Optional<String> byMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Charset> named(String contentType) {
    Matcher matcher = CHARSET.matcher(contentType);
    return matcher.find() ? charset(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Charset> declared(byte[] bytes) {
    int length = Math.min(bytes.length, DECLARED_WITHIN);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    Matcher tags = META.matcher(head);
    while (tags.find()) {
      for (Pattern form : List.of(CHARSET, XML_ENCODING)) {
        Matcher label = form.matcher(tags.group());
        if (label.find()) {
          // A page whose ASCII declaration can be read is not UTF-16, whatever it says.
          return charset(label.group(1))
              .map(c -> c.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : c);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Charset> charset(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    try {
      return Optional.of(Charset.forName(WIDER.getOrDefault(name, name)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /**
   * The text if all of it decodes. A charset of single bytes decodes anything, which proves
   * nothing; that bytes beyond ASCII are UTF-8 by chance does not happen.
   */
  private static Optional<String> believed(byte[] bytes, Charset charset, Optional<String> utf8) {
    boolean single = charset.newEncoder().maxBytesPerChar() <= 1;
    return single && utf8.isPresent() ? utf8 : strictly(bytes, charset);
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return Optional.of(text.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> guessed(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true);
    byte[] sample = bytes.length > GUESSED_FROM ? Arrays.copyOf(bytes, GUESSED_FROM) : bytes;
    CharsetMatch match = detector.setText(sample).detect();
    return match != null && match.getConfidence() >= SURE
        ? charset(match.getName())
        : Optional.empty();
  }
}
