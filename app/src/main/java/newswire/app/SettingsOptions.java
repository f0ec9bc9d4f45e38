package newswire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import newswire.app.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where settings come from. */
final class SettingsOptions {

  private static final String FILE_VARIABLE = "NEWSWIRE_CONFIG";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings, KEY=VALUE a line (default: the file that NEWSWIRE_CONFIG names).")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting; outranks the environment and the file. See 'newswire config'.")
  private Map<String, String> flags = Map.of();

  /** What is set. */
  Settings read() {
    return read(Map.of());
  }

  /**
   * What is set.
   *
   * @param own settings that the command has options for, by key; they outrank all
   */
  Settings read(Map<String, String> own) {
    Map<String, String> all = new HashMap<>(flags);
    all.putAll(own);
    String named = System.getenv(FILE_VARIABLE);
    Path path = file != null || named == null || named.isEmpty() ? file : Path.of(named);
    try {
      return Settings.read(SettingKeys.CATALOGUE, path, System.getenv(), all);
    } catch (IllegalArgumentException e) {
      throw Exit.usage(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw Exit.missing("cannot read settings: " + e.getMessage());
    }
  }
}
