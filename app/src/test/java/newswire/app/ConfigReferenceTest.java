package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import newswire.app.settings.Setting;
import org.junit.jupiter.api.Test;

/** With {@code -Ddocs.write} it writes the table anew. */
class ConfigReferenceTest {

  private static final String BEGIN = "<!-- written by ConfigReferenceTest -->\n";
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  @Test
  void theReferencePageHasEverySetting() throws IOException {
    String page = Files.readString(PAGE);
    String expected = page.substring(0, page.indexOf(BEGIN)) + BEGIN + table();
    if (System.getProperty("docs.write") != null) {
      Files.writeString(PAGE, expected);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("\n| setting | variable | default | what |\n|---|---|---|---|\n");
    for (Setting setting : SettingKeys.CATALOGUE.settings()) {
      String preset = setting.preset().isEmpty() ? "" : "`" + setting.preset() + "`";
      List<String> cells =
          List.of(
              "`" + setting.key() + "`", "`" + setting.variable() + "`", preset, setting.help());
      table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
    return table.toString();
  }
}
