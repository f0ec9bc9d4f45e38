package newswire.enrich.language;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts right answers by kind of text and language; accuracies are means over languages. */
final class Accuracy {

  static final List<String> KINDS = List.of("head", "sent", "para");

  private static final Set<String> CORE =
      Set.of(
          ("ar fa ur he ru uk bg sr-Cyrl zh ja ko hi tr es pt fr it de nl sv da pl cs id vi en ro"
                  + " el hu fi th be ka hy ta")
              .split(" "));
  private static final int SHOWN = 10;

  private final Map<String, Map<String, int[]>> right = new TreeMap<>();
  private final Map<String, Integer> confusions = new TreeMap<>();

  void measure(LanguageDetector detector, List<LabelledText> texts) {
    for (LabelledText text : texts) {
      String tag = detector.detect(text.text(), "").getTag();
      int[] count =
          right
              .computeIfAbsent(text.kind(), any -> new TreeMap<>())
              .computeIfAbsent(text.label(), any -> new int[2]);
      count[1]++;
      if (text.isIn(tag)) {
        count[0]++;
      } else {
        confusions.merge(text.kind() + " " + text.label() + ">" + tag, 1, Integer::sum);
      }
    }
  }

  double ofCore(String kind) {
    return mean(kind, CORE);
  }

  double ofAll(String kind) {
    return mean(kind, right.getOrDefault(kind, Map.of()).keySet());
  }

  private double mean(String kind, Set<String> labels) {
    return right.getOrDefault(kind, Map.of()).entrySet().stream()
        .filter(entry -> labels.contains(entry.getKey()))
        .mapToDouble(entry -> share(entry.getValue()))
        .average()
        .orElse(0);
  }

  private static double share(int[] count) {
    return (double) count[0] / count[1];
  }

  void print(String title) {
    System.out.println(title);
    for (String kind : KINDS) {
      String worst =
          right.getOrDefault(kind, Map.of()).entrySet().stream()
              .sorted(Comparator.comparingDouble(entry -> share(entry.getValue())))
              .limit(SHOWN)
              .map(e -> String.format(Locale.ROOT, "%s %.2f", e.getKey(), share(e.getValue())))
              .collect(Collectors.joining(" "));
      System.out.printf(
          Locale.ROOT,
          "  %s core %.4f all %.4f worst %s%n",
          kind,
          ofCore(kind),
          ofAll(kind),
          worst);
    }
  }

  void printConfusions() {
    confusions.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(4L * SHOWN)
        .forEach(entry -> System.out.println("  " + entry.getKey() + " " + entry.getValue()));
  }
}
