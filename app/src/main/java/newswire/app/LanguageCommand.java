package newswire.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import newswire.enrich.language.LanguageDetector;
import newswire.schemas.TrustedRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells the languages of texts. */
@Command(
    name = "language",
    description = {
      "Tells the language of the last column of each row, as the pipeline does,",
      "and prints one BCP 47 tag a line: und where it cannot be told."
    },
    mixinStandardHelpOptions = true)
final class LanguageCommand implements Callable<Integer> {

  static {
    TrustedRecords.register();
  }

  @Parameters(
      paramLabel = "FILE.tsv",
      description = "Rows in UTF-8, columns parted by tabs; - reads standard input.")
  private String file = "";

  @Override
  public Integer call() throws IOException {
    PrintStream out = System.out;
    StringBuilder tags = new StringBuilder();
    LanguageDetector detector = new LanguageDetector();
    try (BufferedReader in = LineInput.open(file)) {
      for (String row = in.readLine(); row != null; row = in.readLine()) {
        String text = row.substring(row.lastIndexOf('\t') + 1);
        tags.append(detector.detect(text, "").getTag()).append('\n');
        if (tags.length() > 1 << 12) {
          out.print(tags);
          tags.setLength(0);
        }
      }
    }
    out.print(tags);
    return 0;
  }
}
