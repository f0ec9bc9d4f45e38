package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command printed that ran in this process. */
record InProcess(int code, String out, String err) {

  static InProcess run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, UTF_8));
    try {
      int code = Main.commandLine().setErr(new PrintWriter(err)).execute(args);
      return new InProcess(code, out.toString(UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }
}
