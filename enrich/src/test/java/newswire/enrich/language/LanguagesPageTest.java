package newswire.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that users look languages up in names all of them, and no others. */
class LanguagesPageTest {

  private static final Path PAGE = Path.of("../docs/languages.md");

  @Test
  void namesEveryLanguageWithItsScript() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("\\|", -1))
            .map(cells -> cells[1].strip() + " " + cells[3].strip())
            .sorted()
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Stream.of(Tongue.values())
                .map(tongue -> "`" + tongue.tag() + "` " + script(tongue.script()))
                .sorted()
                .toList());
  }

  private static String script(Script script) {
    return switch (script) {
      case HAN -> "Han";
      case KANA -> "kana and Han";
      default -> script.name().charAt(0) + script.name().substring(1).toLowerCase(Locale.ROOT);
    };
  }
}
