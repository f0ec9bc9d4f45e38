package newswire.app.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that can be set. */
public final class Catalogue {

  private static final int MOST_SUGGESTIONS = 3;

  private final TreeMap<String, Setting> settings;
  private final List<String> open;

  /**
   * @param open what keys begin with that are handed on as they are, such as {@code kafka.}
   */
  public Catalogue(Collection<Setting> settings, List<String> open) {
    this.settings =
        settings.stream()
            .collect(
                Collectors.toMap(
                    Setting::key,
                    setting -> setting,
                    (a, b) -> {
                      throw new IllegalArgumentException("two settings are called " + a.key());
                    },
                    TreeMap::new));
    this.open = List.copyOf(open);
  }

  /** All that have a name of their own, by key. */
  public Collection<Setting> settings() {
    return settings.values();
  }

  Optional<Setting> find(String key) {
    Setting named = settings.get(key);
    if (named != null) {
      return Optional.of(named);
    }
    return open.stream()
        .filter(section -> key.startsWith(section) && key.length() > section.length())
        .findFirst()
        .map(section -> Setting.of(key, "", ""));
  }

  /** The setting with a name of its own that an environment variable stands for. */
  Optional<Setting> named(String variable) {
    return settings.values().stream().filter(s -> s.variable().equals(variable)).findFirst();
  }

  /** The setting that is handed on and that an environment variable stands for. */
  Optional<Setting> handedOn(String variable) {
    String key =
        variable.substring(Setting.VARIABLES.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    return find(key).filter(setting -> !settings.containsKey(key));
  }

  /** What somebody may have meant by a key that there is none of, in a sentence. */
  String suggestion(String key) {
    return suggestion(settings.keySet().stream(), key, ".");
  }

  /** The same for an environment variable. */
  String variableSuggestion(String variable) {
    return suggestion(settings.values().stream().map(Setting::variable), variable, "_");
  }

  private static String suggestion(Stream<String> names, String wrong, String separator) {
    List<String> all = names.toList();
    List<String> sameEnd =
        all.stream()
            .filter(name -> name.endsWith(separator + wrong))
            .limit(MOST_SUGGESTIONS)
            .toList();
    if (!sameEnd.isEmpty()) {
      return "did you mean " + String.join(" or ", sameEnd) + "?";
    }
    return all.stream()
        .min(Comparator.comparingInt(name -> distance(name, wrong)))
        .filter(name -> distance(name, wrong) <= Math.max(2, wrong.length() / 4))
        .map(name -> "did you mean " + name + "?")
        .orElse("'newswire config keys' lists what can be set");
  }

  /** Levenshtein's edit distance, in UTF-16 units. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
