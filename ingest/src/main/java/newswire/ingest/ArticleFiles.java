package newswire.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import newswire.ingest.wire.UnreadableWire;
import newswire.ingest.wire.WirePart;
import newswire.ingest.wire.WireReader;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.RawArticle;
import newswire.text.DecodedText;

/**
 * Articles out of files: plain text, HTML, wires of news agencies, and rows of JSON. Folders are
 * walked in the order of names, but for hidden files. What cannot be read is an item too, and does
 * not stop the others.
 */
public final class ArticleFiles {

  static {
    TrustedRecords.register();
  }

  /** Id and name of the source of what names none. */
  public static final String FILE = "file";

  private static final int LARGEST = 6 * 1024 * 1024;
  private static final int SNIFFED = WireReader.SNIFFED;
  private static final int SNIFFED_HTML = 1_024;
  private static final int DEEPEST = 64;

  private final Clock clock;

  /**
   * @param clock tells when a file was fetched
   */
  public ArticleFiles(Clock clock) {
    this.clock = clock;
  }

  /** The items of all files, read as they are asked for; to be closed. */
  public Stream<FileItem> read(Collection<Path> paths) {
    return paths.stream().flatMap(this::walk);
  }

  private Stream<FileItem> walk(Path path) {
    if (!Files.isDirectory(path)) {
      return open(path);
    }
    try (Stream<Path> found = Files.walk(path, DEEPEST)) {
      return found
          .filter(file -> Files.isRegularFile(file) && !isHidden(path, file))
          .sorted()
          .toList()
          .stream()
          .flatMap(this::open);
    } catch (IOException | UncheckedIOException e) {
      return refused(path, "cannot be read: " + reason(e));
    }
  }

  private static boolean isHidden(Path root, Path file) {
    for (Path part : root.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private Stream<FileItem> open(Path file) {
    try {
      byte[] start;
      try (InputStream in = Files.newInputStream(file)) {
        start = in.readNBytes(SNIFFED);
      }
      if (kind(file.toString(), start) == Kind.ROWS) {
        return rows(Files.newInputStream(file), file.toString());
      }
      if (Files.size(file) > LARGEST) {
        return refused(file, "larger than " + LARGEST + " bytes");
      }
      return items(Files.readAllBytes(file), file.toString(), clock.instant()).stream();
    } catch (IOException e) {
      return refused(file, "cannot be read: " + reason(e));
    }
  }

  private enum Kind {
    ROWS,
    WIRE,
    HTML,
    TEXT,
    BINARY
  }

  private static Kind kind(String place, byte[] start) {
    String name = place.toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return switch (extension) {
      case "jsonl", "ndjson" -> Kind.ROWS;
      case "html", "htm", "xhtml" -> Kind.HTML;
      case "txt", "text", "md" -> Kind.TEXT;
      default -> WireReader.recognises(start) ? Kind.WIRE : sniffed(start);
    };
  }

  private static Kind sniffed(byte[] start) {
    byte[] beginning = Arrays.copyOf(start, Math.min(SNIFFED_HTML, start.length));
    String text = DecodedText.of(beginning, null).text().strip().toLowerCase(Locale.ROOT);
    if (text.indexOf(0) >= 0) {
      return Kind.BINARY;
    }
    if (text.startsWith("{\"") || text.startsWith("{ \"")) {
      return Kind.ROWS;
    }
    boolean html = text.startsWith("<") && (text.contains("<html") || text.contains("<!doctype h"));
    return html ? Kind.HTML : Kind.TEXT;
  }

  /**
   * The rows of JSON lines, read as they are asked for; closing the stream closes {@code in}.
   *
   * @param place for messages
   */
  public Stream<FileItem> rows(InputStream in, String place) {
    return rows(new RowFile(in, place, clock.instant()));
  }

  private static Stream<FileItem> rows(RowFile rows) {
    Spliterator<FileItem> items =
        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL);
    return StreamSupport.stream(items, false).onClose(rows::close);
  }

  /**
   * The items of a file of any kind; to be closed.
   *
   * @param place for messages; its ending says what the file is, else its content does
   * @param time when it was fetched
   */
  public static Stream<FileItem> all(byte[] body, String place, Instant time) {
    if (kind(place, start(body)) == Kind.ROWS) {
      return rows(new RowFile(new ByteArrayInputStream(body), place, time));
    }
    return body.length > LARGEST
        ? refused(Path.of(place), "larger than " + LARGEST + " bytes")
        : items(body, place, time).stream();
  }

  /**
   * The items of one whole file: a wire may hold several, any other holds one.
   *
   * @param place for messages; its ending says what the file is, else its content does
   */
  public static List<FileItem> items(byte[] body, String place, Instant now) {
    if (kind(place, start(body)) != Kind.WIRE) {
      return List.of(read(body, place, now));
    }
    try {
      List<WirePart> parts = WireReader.read(body, now);
      return parts.stream().map(part -> item(part, place)).toList();
    } catch (UnreadableWire e) {
      return List.of(new FileItem.Refused(place, String.valueOf(e.getMessage()), path(place)));
    }
  }

  private static FileItem item(WirePart part, String place) {
    if (part instanceof WirePart.Item item) {
      return new FileItem.Read(place, item.article());
    }
    WirePart.Other other = (WirePart.Other) part;
    return new FileItem.Refused(place, "it is " + other.what(), other.value());
  }

  private static byte[] start(byte[] body) {
    return Arrays.copyOf(body, Math.min(SNIFFED, body.length));
  }

  /**
   * One whole file that holds one item: its bytes unchanged, and the charset found in them.
   *
   * @param place for messages; its ending says what the file is, else its content does
   */
  public static FileItem read(byte[] body, String place, Instant now) {
    DecodedText text = DecodedText.of(body, null);
    if (text.text().isBlank()) {
      return new FileItem.Refused(place, "it is empty", path(place));
    }
    return switch (kind(place, start(body))) {
      case HTML -> whole(body, "text/html", text.charset(), new Place(place, now));
      case TEXT -> whole(body, "text/plain", text.charset(), new Place(place, now));
      case WIRE -> only(items(body, place, now), place);
      case ROWS -> new FileItem.Refused(place, "it is not one article but JSON lines", path(place));
      case BINARY ->
          new FileItem.Refused(place, "neither text nor HTML nor JSON lines", path(place));
    };
  }

  private static FileItem only(List<FileItem> items, String place) {
    return items.size() == 1
        ? items.get(0)
        : new FileItem.Refused(place, "it holds " + items.size() + " items", path(place));
  }

  private record Place(String name, Instant fetched) {}

  private static FileItem whole(byte[] body, String mediaType, Charset charset, Place place) {
    return new FileItem.Read(
        place.name(),
        RawArticle.newBuilder()
            .setSourceId(FILE)
            .setSourceName(FILE)
            .setFetched(place.fetched())
            .setContentType(mediaType + ";charset=" + charset.name())
            .setBody(ByteBuffer.wrap(body))
            .build());
  }

  private static Stream<FileItem> refused(Path file, String reason) {
    return Stream.of(new FileItem.Refused(file.toString(), reason, path(file.toString())));
  }

  // Of a file that is at fault as a whole, the dead letter keeps where it is.
  private static byte[] path(String place) {
    return place.getBytes(StandardCharsets.UTF_8);
  }

  private static String reason(Exception e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }
}
