package newswire.app;

import java.util.HashMap;
import java.util.Map;
import newswire.app.settings.Settings;
import org.jspecify.annotations.Nullable;

/** The settings of one sink, those that the command has options for included. */
final class SinkSettings {

  private final String section;
  private final Settings settings;

  private SinkSettings(String section, Settings settings) {
    this.section = section;
    this.settings = settings;
  }

  /** Options of a command, by key. */
  static final class Options {

    private final String section;
    private final Map<String, String> given = new HashMap<>();

    private Options(String section) {
      this.section = section;
    }

    /** An option; nothing if it was not given. */
    Options with(String key, @Nullable Object value) {
      if (value != null) {
        given.put(section + key, value.toString());
      }
      return this;
    }

    SinkSettings read(ClusterOptions cluster) {
      return new SinkSettings(section, cluster.settings(given));
    }
  }

  /**
   * Begins with the options of a command.
   *
   * @param section what the keys begin with
   */
  static Options of(String section) {
    return new Options(section);
  }

  String get(String key) {
    return settings.get(section + key);
  }

  /** What has no default; {@code option} is how it is called on the command line. */
  String required(String key, String option) {
    return settings
        .find(section + key)
        .orElseThrow(
            () -> Exit.usage(option + " is missing, and " + section + key + " is not set"));
  }

  int number(String key) {
    try {
      return Integer.parseInt(get(key));
    } catch (NumberFormatException e) {
      throw Exit.usage(section + key + " must be a number, not " + get(key));
    }
  }

  /** Says of an unfit value which section it is in. */
  Exit unfit(IllegalArgumentException e) {
    return Exit.usage(section + e.getMessage());
  }
}
