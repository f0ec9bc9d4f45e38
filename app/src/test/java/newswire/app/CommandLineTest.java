package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

  @TempDir private Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  static Stream<String> everyCommand() {
    return paths(Main.commandLine());
  }

  private static Stream<String> paths(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec().qualifiedName(" ").replaceFirst("^newswire ?", "")),
        command.getSubcommands().values().stream().flatMap(CommandLineTest::paths));
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void helpsOnEveryCommand(String command) {
    String[] args = (command + " --help").strip().split(" ", -1);

    assertThat(run(args)).isZero();
    assertThat(out.toString()).contains("Usage: newswire").contains("--help");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysItsVersion() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).matches("newswire \\d+\\.\\d+\\.\\d+.*\\R");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bogus",
        "up --bogus",
        "up --demo --feeds x.opml",
        "up --demo --no-sink",
        "up --http-port 0",
        "up --http-port 70000",
        "up --http-port many",
        "tail --limit many",
        "tail --bootstrap-server 127.0.0.1:1",
        "ingest file",
        "ingest file no-such-file",
        "inspect no-such-file",
        "language",
        "withdraw",
        "withdraw خبر",
        "explain",
        "explain 0123",
        "explain 00000000000000000000000000000000 -o xml",
        "chain --verify",
        "chain ABCDEF00000000000000000000000000",
        "gazetteer",
        "gazetteer import csv names.csv",
        "gazetteer import tsv names.tsv --type PERSON",
        "gazetteer remove",
        "dead",
        "dead list --since yesterday",
        "dead list --state lost",
        "dead list --limit none",
        "dead list --limit 0",
        "dead list --since 1h --until 2h",
        "dead show",
        "dead redrive",
        "dead redrive 00 --all",
        "dead redrive --all --rate fast",
        "dead redrive --all --max-attempts 0",
        "dead discard 00",
        "dead discard --why خطأ",
        "dead import",
        "archive",
        "archive export",
        "archive export x --from yesterday",
        "archive import no-such-dir",
        "asof 2h article",
        "asof 2h subject 00000000000000000000000000000000",
        "asof never story 00000000000000000000000000000000",
        "erase",
        "erase --article خبر",
        "erase --site example.org --article 00000000000000000000000000000000",
        "erase --site news.example.org --data no-such-dir",
        "erase --site example.org --truncate",
        "schemas import",
        "source",
        "source add",
        "source add ftp://x/ --data no-such-dir",
        "source add http://x.example/ --interval soon",
        "source remove",
        "source import no-such-file.txt x",
        "sink",
        "sink postgres --set postgres.password=secret",
        "status --set enrich.thredas=2",
        "status --set topic-prefx=قص",
        "enrich --bootstrap-server 127.0.0.1:1",
        "ingest sources --http-port 70000 --bootstrap-server x:1 --registry http://x",
        "topics acls",
        "topics acls nobody --principal User:x",
        "sink postgres --jdbc-url postgres://x --jdbc-user u",
        "sink postgres --jdbc-url jdbc:postgresql://x/y --schema schéma",
        "sink opensearch",
        "sink opensearch --url ftp://x",
        "sink opensearch --url http://user:secret@x:9200",
        "sink opensearch --url http://x:9200 --prefix أخبار",
        "sink opensearch --url http://x:9200 --batch-size 0",
        "sink jsonl --topic raw",
        "sink jsonl --group="
      })
  void refusesWrongUseWithCodeTwo(String line) {
    assertThat(run(line.isEmpty() ? new String[0] : line.split(" ", -1))).isEqualTo(Exit.USAGE);
    assertThat(err.toString().lines().findFirst().orElse("")).startsWith("newswire: ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void saysWhatIsMissingWithCodeThree() {
    for (String command :
        List.of(
            "status",
            "tail",
            "explain https://site.example/خبر",
            "chain 00000000000000000000000000000000",
            "topics list",
            "schemas check",
            "source list",
            "gazetteer list",
            "dead list",
            "dead import orders.dlq",
            "dead redrive --all")) {
      String[] args = (command + " --data " + dir.resolve("nothing")).split(" ", -1);

      assertThat(run(args)).as(command).isEqualTo(Exit.MISSING);
    }
    assertThat(err.toString()).contains("no newswire runs on").contains("newswire up --data");
  }

  @Test
  void triesAFileOfNamesWithoutACluster() throws IOException {
    Path names = dir.resolve("أسماء.tsv");
    Files.writeString(names, "my:a\tPLACE\tA town\t\tEG\tar=بلدة\tzh=小镇\n");

    assertThat(run("gazetteer", "import", "tsv", names.toString(), "--dry-run")).isZero();
    Files.writeString(names, "my:a PLACE\n");
    assertThat(run("gazetteer", "import", "tsv", names.toString(), "--dry-run"))
        .isEqualTo(Exit.FAILED);
    assertThat(run("gazetteer", "import", "tsv", dir.resolve("none").toString()))
        .isEqualTo(Exit.MISSING);
  }

  @Test
  void saysHowToGetAModuleThatIsNotThere() {
    for (String command : List.of("inspect", "up")) {
      assertThat(run(command, "--ner-onnx", dir.toString())).isEqualTo(Exit.MISSING);
      assertThat(err.toString()).contains("mvn -pl ner-onnx -am package");
    }
    assertThat(run("sink", "parquet", "--dir", dir.toString())).isEqualTo(Exit.MISSING);
    assertThat(err.toString()).contains("mvn -pl lake -am package");
  }

  @Test
  void namesAnUnreadableListOfFeeds() {
    assertThat(run("up", "--feeds", dir.resolve("لا شيء.opml").toString())).isEqualTo(Exit.MISSING);
    assertThat(err.toString()).contains("لا شيء.opml");
  }
}
