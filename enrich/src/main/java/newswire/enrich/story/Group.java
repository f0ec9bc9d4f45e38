package newswire.enrich.story;

import java.util.Map;

/** Languages so close that their articles are compared word by word. */
final class Group {

  private static final Map<String, String> GROUPS =
      Map.of("nb", "no", "nn", "no", "hr", "sh", "bs", "sh", "sr-Latn", "sh", "sr-Cyrl", "sr");

  private Group() {}

  /** The tag that stands for the group of a language: its own if it is alone. */
  static String of(String language) {
    String group = GROUPS.get(language);
    return group == null ? language.split("-", 2)[0] : group;
  }
}
