package newswire.ingest.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.RawArticle;
import newswire.text.DecodedText;

/**
 * Reads NITF, NewsML 1, NewsML-G2 and ninjs 1 to 3; pure functions.
 *
 * <p>All versions of an item are one article: its source is {@value #SOURCE} whichever agency sent
 * it, its item id the agency's guid, and it has no address. {@code fetched} is when the agency sent
 * the version, so that versions stand in the agency's order whatever order they arrive in, and the
 * same item read twice is the same record. The text is in the entry; the body is the wire itself.
 */
public final class WireReader {

  static {
    TrustedRecords.register();
  }

  /** Id of the source of all wires. */
  public static final String SOURCE = "wire";

  /** As much as {@link #recognises(byte[])} looks at. */
  public static final int SNIFFED = 16 * 1024;

  static final int LARGEST = 16 * 1024 * 1024;

  private WireReader() {}

  /** Whether a file that begins so is a wire of any kind. */
  public static boolean recognises(byte[] start) {
    String text = DecodedText.of(start, null).text().stripLeading();
    if (text.startsWith("{")) {
      return Ninjs.recognises(text);
    }
    return text.startsWith("<") && XmlWire.recognises(text);
  }

  /** Whether a JSON object is ninjs. */
  public static boolean recognises(JsonNode object) {
    return Ninjs.recognises(object);
  }

  /**
   * Reads a whole file.
   *
   * @param now when it came, which no item can have been sent after
   * @throws UnreadableWire if it is none; nothing else is ever thrown
   */
  public static List<WirePart> read(byte[] body, Instant now) throws UnreadableWire {
    if (body.length > LARGEST) {
      throw new UnreadableWire("it is larger than " + LARGEST + " bytes");
    }
    try {
      DecodedText text = DecodedText.of(body, null);
      return text.text().stripLeading().startsWith("{")
          ? Ninjs.read(body, text.text(), now)
          : XmlWire.read(body, text, now);
    } catch (RuntimeException | StackOverflowError e) {
      // The libraries beneath were not made for hostile input; one bad file must not stop others.
      throw new UnreadableWire("the parser failed on it (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  /**
   * Reads one ninjs object.
   *
   * @param json the bytes it was parsed from
   */
  public static RawArticle read(JsonNode object, byte[] json, Instant now) throws UnreadableWire {
    WirePart part = Ninjs.read(object, json, now);
    if (part instanceof WirePart.Item item) {
      return item.article();
    }
    throw new UnreadableWire(((WirePart.Other) part).what());
  }
}
