package newswire.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file of lines in UTF-8 that a command was given; {@code -} is standard input. */
final class LineInput {

  private LineInput() {}

  static BufferedReader open(String file) {
    return new BufferedReader(new InputStreamReader(bytes(file), StandardCharsets.UTF_8));
  }

  private static InputStream bytes(String file) {
    if (file.equals("-")) {
      return System.in;
    }
    try {
      return Files.newInputStream(Path.of(file));
    } catch (InvalidPathException e) {
      throw Exit.usage(file + " is no name of a file");
    } catch (IOException e) {
      throw Exit.missing("cannot read " + file + ": " + e.getClass().getSimpleName());
    }
  }
}
