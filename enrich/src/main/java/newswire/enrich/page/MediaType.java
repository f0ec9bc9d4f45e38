package newswire.enrich.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of body it is, by what was served and, where that says little, by its beginning. */
enum MediaType {
  HTML,
  TEXT,
  OTHER;

  private static final int LOOKED_AT = 1_024;
  private static final Pattern MARKUP =
      Pattern.compile("<(?:!doctype\\s+html|html|head|body|article|div|p|h1|meta|title)\\b");

  static MediaType of(String contentType, byte[] body) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (type.contains("html")) {
      return HTML;
    }
    if (type.equals("text/plain")) {
      return TEXT;
    }
    boolean vague = type.isEmpty() || type.equals("application/octet-stream");
    if (!vague && !type.endsWith("xml")) {
      return OTHER;
    }
    String start =
        new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1)
            .replace("\0", "")
            .toLowerCase(Locale.ROOT);
    if (MARKUP.matcher(start).find()) {
      return HTML;
    }
    return vague && isText(body) ? TEXT : OTHER;
  }

  private static boolean isText(byte[] body) {
    int length = Math.min(body.length, LOOKED_AT);
    for (int i = 0; i < length; i++) {
      boolean control = body[i] >= 0 && body[i] < 0x20;
      if (control && body[i] != '\n' && body[i] != '\r' && body[i] != '\t' && body[i] != '\f') {
        return false;
      }
    }
    char first = (char) (body[0] & 0xFF);
    return first != '{' && first != '[' && first != '%' && first != '<';
  }
}
