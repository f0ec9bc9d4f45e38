package newswire.enrich.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Bulletins that machines write: one form, other facts. In a form, {@code %n} is a name of its
 * list, {@code %i} a whole number, {@code %d} one with decimals, {@code %t} a time of day.
 *
 * @param names what the bulletin can be about
 * @param form title and body, two lines
 */
record Template(String language, List<String> names, String form) {

  private static final int WHOLE = 90;
  private static final double DECIMALS = 80;

  static List<Template> all() {
    List<Template> all = new ArrayList<>();
    all.addAll(TemplateTexts.english());
    all.addAll(TemplateTexts.arabic());
    all.addAll(TemplateTexts.chinese());
    all.addAll(TemplateTexts.russian());
    all.addAll(TemplateTexts.german());
    return all;
  }

  /** Two bulletins of this form; about the same things if so wished, but never with the facts. */
  List<Fingerprint> pair(boolean sameNames, Random random) {
    long names = random.nextLong();
    return List.of(
        filled(new Random(names), random), filled(sameNames ? new Random(names) : random, random));
  }

  private Fingerprint filled(Random naming, Random facts) {
    StringBuilder out = new StringBuilder();
    int first = naming.nextInt(names.size());
    int named = 0;
    for (int i = 0; i < form.length(); i++) {
      if (form.charAt(i) != '%') {
        out.append(form.charAt(i));
        continue;
      }
      i++;
      out.append(
          switch (form.charAt(i)) {
            case 'n' -> names.get((first + named++ % 2) % names.size());
            case 'i' -> String.valueOf(1 + facts.nextInt(WHOLE));
            case 'd' -> String.format(Locale.ROOT, "%.2f", 1 + DECIMALS * facts.nextDouble());
            case 't' ->
                String.format(Locale.ROOT, "%02d:%02d", facts.nextInt(24), facts.nextInt(60));
            default -> throw new IllegalArgumentException(form);
          });
    }
    List<String> lines = out.toString().lines().toList();
    return Fingerprint.of(lines.get(0), lines.subList(1, lines.size()));
  }
}
