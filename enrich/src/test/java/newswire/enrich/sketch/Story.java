package newswire.enrich.sketch;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text to try copies with.
 *
 * @param space what stands between two words: nothing in Chinese and Japanese
 */
record Story(String language, String title, List<List<String>> sentences, String space) {

  static Story of(String language, String title, List<String> lines) {
    boolean spaced = !language.equals("zh") && !language.equals("ja");
    return new Story(
        language,
        title,
        lines.stream()
            .map(line -> List.of(line.split(spaced ? "\\s+" : "(?<=\\p{L}{2})")))
            .toList(),
        spaced ? " " : "");
  }

  Story with(List<List<String>> changed) {
    return new Story(language, title, changed, space);
  }

  Story titled(String changed) {
    return new Story(language, changed, sentences, space);
  }

  List<String> lines() {
    return sentences.stream().map(words -> String.join(space, words)).toList();
  }

  int words() {
    return sentences.stream().mapToInt(List::size).sum();
  }

  String text() {
    return lines().stream().collect(Collectors.joining("\n"));
  }

  Fingerprint fingerprint() {
    return Fingerprint.of(title, lines());
  }
}
