package newswire.enrich.entities;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import newswire.enrich.tagger.Span;
import newswire.enrich.tagger.Tagger;
import newswire.schemas.avro.EntityType;

/**
 * Sentences of {@code cue-dev.tsv} and {@code cue-test.tsv}, and how many of their names the rules
 * find. Run as a program, prints the table of docs/entities.md; with {@code -v}, what is wrong.
 */
final class CueSentences {

  static final List<String> LANGUAGES = List.of("fa", "he", "hi", "ur", "bn");

  private static final Map<Character, EntityType> TYPES =
      Map.of('P', EntityType.PERSON, 'L', EntityType.PLACE, 'O', EntityType.ORGANISATION);

  private static final EntityLinker LINKER = new EntityLinker();
  private static final NameFinder FINDER = new NameFinder(LINKER, Tagger.standard());

  private CueSentences() {}

  /** A sentence with the names that a reader finds in it. */
  record Sentence(String language, String text, List<Name> names) {}

  /** A name of a type, by its place in UTF-16 units. */
  record Name(int start, int end, EntityType type) {

    static Name of(Span span) {
      return new Name(span.start(), span.end(), span.type());
    }
  }

  /** Names that were right, of those found and of those there. */
  record Score(int right, int found, int there) {

    double precision() {
      return found == 0 ? 1 : (double) right / found;
    }

    double recall() {
      return there == 0 ? 1 : (double) right / there;
    }

    Score plus(Score other) {
      return new Score(right + other.right, found + other.found, there + other.there);
    }
  }

  /** Sentences of a half, {@code dev} or {@code test}. */
  static List<Sentence> read(String half) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    var in = CueSentences.class.getResourceAsStream("cue-" + half + ".tsv");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] row = line.split("\t", -1);
          sentences.add(sentence(row[0], row[1]));
        }
      }
    }
    return sentences;
  }

  private static Sentence sentence(String language, String marked) {
    StringBuilder text = new StringBuilder();
    List<Name> names = new ArrayList<>();
    int start = 0;
    char type = 'P';
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == '{') {
        type = marked.charAt(i + 1);
        start = text.length();
        i += 2;
      } else if (c == '}') {
        names.add(new Name(start, text.length(), Objects.requireNonNull(TYPES.get(type))));
      } else {
        text.append(c);
      }
    }
    return new Sentence(language, text.toString(), names);
  }

  /** What the rules alone find; they see the linker's names. */
  static List<Name> ruled(Sentence sentence) {
    List<NameIndex.Found> hits = LINKER.find(sentence.text(), sentence.language());
    return CueRules.find(sentence.text(), sentence.language(), hits).stream()
        .map(Name::of)
        .toList();
  }

  /** What the linker alone finds. */
  static List<Name> linked(Sentence sentence) {
    return LINKER.find(sentence.text(), sentence.language()).stream()
        .filter(hit -> !hit.isDemonym())
        .map(hit -> new Name(hit.start(), hit.end(), hit.entry().type()))
        .toList();
  }

  /** What is found in an article. */
  static List<Name> all(Sentence sentence) {
    return FINDER.find("", sentence.text(), sentence.language(), UserNames.NONE).text().stream()
        .filter(name -> !name.isDemonym())
        .map(name -> new Name(name.start(), name.end(), name.type()))
        .toList();
  }

  static Score score(Sentence sentence, List<Name> found) {
    int right = (int) found.stream().filter(sentence.names()::contains).count();
    return new Score(right, found.size(), sentence.names().size());
  }

  /** Takes {@code -v} and a half to print what is wrong in it. */
  public static void main(String[] args) throws IOException {
    for (String half : List.of("dev", "test")) {
      for (String language : LANGUAGES) {
        Score[] scores = {new Score(0, 0, 0), new Score(0, 0, 0), new Score(0, 0, 0)};
        for (Sentence sentence : read(half)) {
          if (sentence.language().equals(language)) {
            List<List<Name>> found = List.of(ruled(sentence), linked(sentence), all(sentence));
            for (int i = 0; i < scores.length; i++) {
              scores[i] = scores[i].plus(score(sentence, found.get(i)));
            }
            if (args.length > 1 && args[1].equals(half)) {
              differences(sentence, found.get(0), found.get(2));
            }
          }
        }
        System.out.printf(
            Locale.ROOT,
            "%-4s %s rules P %.2f (%d) R %.2f | linker P %.2f R %.2f | both P %.2f R %.2f of %d%n",
            half,
            language,
            scores[0].precision(),
            scores[0].found(),
            scores[0].recall(),
            scores[1].precision(),
            scores[1].recall(),
            scores[2].precision(),
            scores[2].recall(),
            scores[2].there());
      }
    }
  }

  private static void differences(Sentence sentence, List<Name> ruled, List<Name> all) {
    List<Name> wrong = new ArrayList<>(all);
    ruled.stream().filter(name -> !wrong.contains(name)).forEach(wrong::add);
    wrong.removeAll(sentence.names());
    List<Name> missed = new ArrayList<>(sentence.names());
    missed.removeAll(all);
    wrong.sort(Comparator.comparingInt(Name::start));
    for (Name name : wrong) {
      print(ruled.contains(name) ? "WRONG by rule" : "WRONG by other", sentence, name);
    }
    missed.forEach(name -> print("missed", sentence, name));
  }

  private static void print(String what, Sentence sentence, Name name) {
    String words = sentence.text().substring(name.start(), name.end());
    System.out.println(what + " " + name.type() + " [" + words + "] in " + sentence.text());
  }
}
