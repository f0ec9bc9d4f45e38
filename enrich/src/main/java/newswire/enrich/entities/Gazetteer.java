package newswire.enrich.entities;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import newswire.schemas.avro.EntityType;

/**
 * All names known of each language: those of Unicode's CLDR, then those of {@code places.tsv};
 * without those of {@code poison.tsv}, which are also common words or surnames. Immutable as seen
 * from outside, filled language by language when first asked.
 */
final class Gazetteer {

  /** One way to write an entry's name; without an entry, a phrase that only looks like a name. */
  record Name(String text, List<Entry> means) {}

  private final Map<String, List<Name>> byLanguage = new ConcurrentHashMap<>();
  private final Map<String, List<Name>> own = new LinkedHashMap<>();
  private final Set<String> poison = new HashSet<>();
  private final CldrNames cldr = new CldrNames();

  Gazetteer() {
    for (String[] row : rows("places.tsv")) {
      Entry entry = new Entry(row[0], EntityType.valueOf(row[1]), row[2]);
      addOwn("en", row[2], List.of(entry));
      for (int i = 3; i < row.length; i++) {
        String[] names = row[i].split("=", 2);
        for (String name : names[1].split("\\|", -1)) {
          addOwn(names[0], name, List.of(entry));
        }
      }
    }
    for (String[] row : rows("poison.tsv")) {
      for (int i = 2; i < row.length; i++) {
        if (row[0].equals("name")) {
          poison.add(row[1] + "\t" + Forms.writing(row[i]));
        } else {
          addOwn(row[1], row[i], List.of());
        }
      }
    }
  }

  /** Names in {@code language}, the surer first. */
  List<Name> names(String language) {
    return byLanguage.computeIfAbsent(language, this::collect);
  }

  /** Whether the name is mostly something else in texts of {@code language}. */
  boolean isPoison(String name, String language) {
    String writing = Forms.writing(name);
    return poison.contains(language + "\t" + writing) || poison.contains("*\t" + writing);
  }

  private List<Name> collect(String language) {
    List<Name> names = new ArrayList<>();
    cldr.names(language)
        .forEach(
            (name, entry) -> {
              if (!isPoison(name, language)) {
                names.add(new Name(name, List.of(entry)));
              }
            });
    names.addAll(own.getOrDefault(language, List.of()));
    return List.copyOf(names);
  }

  private void addOwn(String language, String name, List<Entry> means) {
    own.computeIfAbsent(language, any -> new ArrayList<>()).add(new Name(name, means));
  }

  private static List<String[]> rows(String resource) {
    try (InputStream in = Gazetteer.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
