package newswire.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import picocli.CommandLine.Option;

/** In which form a command answers. */
final class OutputOption {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** The forms there are. */
  enum Form {
    TEXT,
    JSON
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "text|json",
      defaultValue = "TEXT",
      description = "For people or for programs (default: text).")
  private Form form = Form.TEXT;

  boolean json() {
    return form == Form.JSON;
  }

  /** Prints one object. */
  static void print(Writing writing) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(System.out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      writing.to(json);
    }
    System.out.println();
  }

  /** What writes an object. */
  @FunctionalInterface
  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }
}
