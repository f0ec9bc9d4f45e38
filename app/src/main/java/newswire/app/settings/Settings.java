package newswire.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is set: on the command line, else in the environment, else in a file. Immutable. */
public final class Settings {

  private static final long LARGEST_FILE = 1 << 20;

  private final Catalogue catalogue;
  private final TreeMap<String, Value> values = new TreeMap<>();

  /**
   * A setting and what it is.
   *
   * @param from where it is set; {@code default} if nowhere
   */
  public record Value(Setting setting, String value, String from) {

    /** The value as it may be printed: no secret. */
    public String shown() {
      return setting.shown(value);
    }
  }

  private Settings(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads all three. A variable without a value counts as not set.
   *
   * @param file in the format of {@link Properties}, UTF-8; none if null
   * @param flags by key
   * @throws IllegalArgumentException if something is set that cannot be, with what was meant
   * @throws IOException if a file cannot be read
   */
  public static Settings read(
      Catalogue catalogue,
      @Nullable Path file,
      Map<String, String> environment,
      Map<String, String> flags)
      throws IOException {
    Settings settings = new Settings(catalogue);
    if (file != null) {
      settings.addFile(file);
    }
    new Environment(catalogue, environment).read().forEach(settings::add);
    new TreeMap<>(flags).forEach(settings::addFlag);
    return settings;
  }

  /** What is set under a key; empty if it is set nowhere, whatever its default. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(values.get(key)).map(Value::value);
  }

  /** What is set under a key, or its default. */
  public String get(String key) {
    return find(key).orElseGet(() -> catalogue.find(key).orElseThrow().preset());
  }

  /** All that is set under keys with this beginning, which is left out. */
  public Map<String, String> section(String beginning) {
    Map<String, String> section = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(beginning)) {
            section.put(key.substring(beginning.length()), value.value());
          }
        });
    return section;
  }

  /** All that can be set and all that is, by key. */
  public List<Value> all() {
    TreeMap<String, Value> all = new TreeMap<>();
    catalogue.settings().forEach(s -> all.put(s.key(), new Value(s, s.preset(), "default")));
    all.putAll(values);
    return List.copyOf(all.values());
  }

  private void add(Value value) {
    values.put(value.setting().key(), value);
  }

  private void addFlag(String key, String value) {
    Setting setting = setting(key, "--set");
    if (setting.secret()) {
      throw new IllegalArgumentException(
          "--set "
              + key
              + " would show a secret to every user of the machine; give it by "
              + setting.variable()
              + ", by "
              + setting.variable()
              + "_FILE or in the file of --config");
    }
    add(new Value(setting, value, "command line"));
  }

  private void addFile(Path file) throws IOException {
    if (Files.size(file) > LARGEST_FILE) {
      throw new IllegalArgumentException(file + " is larger than 1 MB, too large for settings");
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(file + " is not in UTF-8", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
    for (String key : properties.stringPropertyNames()) {
      add(
          new Value(
              setting(key, file.toString()), properties.getProperty(key, ""), file.toString()));
    }
  }

  private Setting setting(String key, String where) {
    return catalogue
        .find(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    where + ": there is no setting " + key + "; " + catalogue.suggestion(key)));
  }
}
