package newswire.enrich.gazetteer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The lines of a file of UTF-8, gzipped or not, none of them longer than allowed. */
final class BoundedLines {

  /** Takes a line. */
  interface Taker {

    /**
     * What to do with it.
     *
     * @throws IllegalArgumentException if it is not as it should be; the message says what to mend
     */
    void take(String line);
  }

  private final Path file;
  private final int longest;
  private final Problems problems;

  BoundedLines(Path file, int longest, Problems problems) {
    this.file = file;
    this.longest = longest;
    this.problems = problems;
  }

  /** Gives every line but blank ones to {@code taker}; what it refuses is a problem. */
  void forEach(Taker taker) throws IOException {
    try (InputStream in = open()) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int number = 1;
      boolean tooLong = false;
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\n') {
          give(line, number++, tooLong, taker);
          line.reset();
          tooLong = false;
        } else if (line.size() < longest) {
          line.write(b);
        } else {
          tooLong = true;
        }
      }
      give(line, number, tooLong, taker);
    }
  }

  private InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    boolean zipped = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    return zipped ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
  }

  private void give(ByteArrayOutputStream bytes, int number, boolean tooLong, Taker taker) {
    String where = file.getFileName() + ":" + number + ": ";
    if (tooLong) {
      problems.add(where + "the line is longer than " + longest + " bytes; split it");
      return;
    }
    try {
      String line =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      if (!line.isBlank()) {
        taker.take(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
      }
    } catch (CharacterCodingException e) {
      problems.add(where + "the line is not UTF-8; convert the file");
    } catch (IllegalArgumentException e) {
      problems.add(where + e.getMessage());
    }
  }
}
