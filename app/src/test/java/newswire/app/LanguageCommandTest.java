package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageCommandTest {

  private static final String ROWS =
      """
      1\thead\tأعلنت وزارة الصحة اليوم عن خطة جديدة
      2\thead\t卫生部今天宣布新计划
      Das Ministerium kündigte heute einen neuen Plan an

      3\thead\t2026
      4\thead\tМинистарство здравља је данас саопштило да ће болнице добити нове лекаре
      """;
  private static final String TAGS = "ar\nzh\nde\nund\nund\nsr-Cyrl\n";

  @TempDir private Path dir;
  private final StringWriter err = new StringWriter();
  private int code;

  @Test
  void printsOneTagForEachRow() throws IOException {
    Path file = dir.resolve("نصوص.tsv");
    Files.writeString(file, ROWS);

    assertThat(tags("", file.toString())).isEqualTo(TAGS);
    assertThat(code).isZero();
  }

  @Test
  void readsStandardInput() {
    assertThat(tags(ROWS, "-")).isEqualTo(TAGS);
    assertThat(code).isZero();
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThat(tags("", dir.resolve("لا شيء.tsv").toString())).isEmpty();
    assertThat(code).isEqualTo(Exit.MISSING);
    assertThat(err.toString()).contains("لا شيء.tsv");
  }

  private String tags(String input, String file) {
    InputStream in = System.in;
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try {
      System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      code = Main.commandLine().setErr(new PrintWriter(err)).execute("language", file);
    } finally {
      System.setIn(in);
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
