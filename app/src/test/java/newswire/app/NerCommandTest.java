package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class NerCommandTest {

  private static final String ARABIC =
      "قال\tO\nالرئيس\tO\nسامي\tB-PER\nمنصور\tI-PER\nفي\tO\nالقاهرة\tB-LOC\n.\tO\n\n";
  private static final String JAPANESE = "山\tB-PER\n田\tI-PER\nは\tO\n大\tB-LOC\n阪\tI-LOC\nへ\tO\n\n";

  @TempDir private Path dir;
  private Path models = Path.of("");
  private int code;
  private String errors = "";

  @BeforeEach
  void writeCorpora() throws IOException {
    Files.writeString(dir.resolve("ar.tsv"), ARABIC.repeat(5));
    Files.writeString(dir.resolve("ja.tsv"), JAPANESE.repeat(5));
    models = dir.resolve("models");
  }

  private String run(String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine line = Main.commandLine();
      line.setErr(new PrintWriter(err));
      code = line.execute(args);
    } finally {
      System.setOut(before);
    }
    errors = err.toString();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void trainsMeasuresAndPredicts() {
    run("ner", "train", dir.toString(), "--out", models.toString(), "--format", "conll");
    assertThat(code).isZero();
    assertThat(models.resolve("ar.ner")).isNotEmptyFile();
    assertThat(models.resolve("und.ner")).isNotEmptyFile();

    String figures = run("ner", "eval", dir.toString(), "--models", models.toString());
    assertThat(figures.lines()).hasSize(2).allMatch(line -> line.contains("F1 1.000"));

    Path untagged = dir.resolve("gold.txt");
    String predicted = run("ner", "predict", write(untagged, JAPANESE), "--models", models + "");
    assertThat(predicted).isEqualTo(JAPANESE);
    predicted =
        run("ner", "predict", write(untagged, ARABIC), "--lang", "ar", "--models", models + "");
    assertThat(predicted).isEqualTo(ARABIC);
  }

  private static String write(Path file, String content) {
    try {
      Files.writeString(file, content.replaceAll("\t[BI]-\\w+", "\tO"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return file.toString();
  }

  @Test
  void trainsOnlyWhatIsAskedFor() {
    run("ner", "train", dir.toString(), "--out", models.toString(), "--lang", "ja");
    assertThat(models.resolve("ja.ner")).exists();
    assertThat(models.resolve("ar.ner")).doesNotExist();
  }

  @Test
  void namesThePlaceAndTheMend() throws IOException {
    Files.writeString(dir.resolve("ar.tsv"), "قال O\n");
    run("ner", "predict", dir.resolve("ar.tsv").toString(), "--lang", "ar");
    assertThat(code).isEqualTo(Exit.FAILED);
    assertThat(errors).contains("ar.tsv:1: no token<TAB>tag; put one tab between the two");

    run("ner", "eval", dir.resolve("none.tsv").toString());
    assertThat(code).isEqualTo(Exit.USAGE);
    assertThat(errors).contains("there is no file or folder");

    run("ner", "train", dir.toString(), "--out", models.toString(), "--format", "xml");
    assertThat(code).isEqualTo(Exit.USAGE);
  }
}
