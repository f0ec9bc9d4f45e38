package newswire.enrich.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import newswire.enrich.language.LanguageDetector;
import newswire.enrich.tagger.Corpus;
import newswire.enrich.tagger.UnreadableCorpus;
import newswire.schemas.TrustedRecords;

/**
 * Counts the tables of {@link Frequencies} over development texts kept outside the project: pages
 * with their text, corpora of names and texts in many languages; sentences without an article count
 * twenty to one. Chinese texts count in simplified and in traditional characters. Run as a program:
 * the folder of the texts, the file to write. The same texts give the same table.
 */
public final class FrequenciesTraining {

  private static final int ARTICLE = 20;
  private static final int FEWEST = 2;
  private static final int FEWEST_LANGUAGES = 2;
  private static final Transliterator SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");
  private static final Transliterator TRADITIONAL =
      Transliterator.getInstance("Simplified-Traditional");

  /** Group to stem to articles that have it. */
  private final SortedMap<String, Map<String, Integer>> counts = new TreeMap<>();

  private final Map<String, Integer> articles = new HashMap<>();

  private FrequenciesTraining() {}

  /** Takes the folder of the texts and the file to write. */
  public static void main(String[] args) throws IOException, UnreadableCorpus {
    TrustedRecords.register();
    Path data = Path.of(args[0]);
    try (OutputStream out = Files.newOutputStream(Path.of(args[1]));
        Writer writer = new OutputStreamWriter(new GZIPOutputStream(out), StandardCharsets.UTF_8)) {
      train(data, writer);
    }
  }

  /** Writes the tables over the texts of a folder. */
  static void train(Path data, Writer out) throws IOException, UnreadableCorpus {
    FrequenciesTraining training = new FrequenciesTraining();
    training.addPages(data.resolve("extract/truth.jsonl"));
    training.addCorpora(data.resolve("ner"));
    training.addSentences(data.resolve("language/dev.tsv"));
    training.write(out);
  }

  private void addPages(Path file) throws IOException {
    LanguageDetector detector = new LanguageDetector();
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(file)) {
      JsonNode page = json.readTree(line);
      String text =
          String.join(
              "\n",
              page.path("title").asText(""),
              page.path("summary").asText(""),
              page.path("body").asText(""));
      add(detector.detect(text, "").getTag(), text);
    }
  }

  private void addCorpora(Path folder) throws IOException, UnreadableCorpus {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      String language = file.getFileName().toString().replaceFirst("\\.tsv$", "");
      addAll(language, Corpus.read(file, language).texts());
    }
  }

  /** Headlines are there again as sentences. */
  private void addSentences(Path file) throws IOException {
    SortedMap<String, List<String>> sentences = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] row = line.split("\t", 3);
      if (row[1].equals("sent")) {
        sentences.computeIfAbsent(row[0], language -> new ArrayList<>()).add(row[2]);
      } else if (row[1].equals("para")) {
        addAll(row[0], List.of(row[2]));
      }
    }
    sentences.forEach(this::addAll);
  }

  private void addAll(String language, List<String> sentences) {
    for (int from = 0; from < sentences.size(); from += ARTICLE) {
      int to = Math.min(from + ARTICLE, sentences.size());
      add(language, String.join("\n", sentences.subList(from, to)));
    }
  }

  private void add(String language, String text) {
    String group = Group.of(language);
    Set<String> stems = new HashSet<>();
    Stems.of(text, stems::add);
    if (group.equals("zh")) {
      Stems.of(SIMPLIFIED.transliterate(text), stems::add);
      Stems.of(TRADITIONAL.transliterate(text), stems::add);
    }
    Map<String, Integer> table = counts.computeIfAbsent(group, g -> new HashMap<>());
    stems.forEach(stem -> table.merge(stem, 1, Integer::sum));
    articles.merge(group, 1, Integer::sum);
  }

  private void write(Writer out) throws IOException {
    write(out, Frequencies.SHARED, Frequencies.MILLION, shared());
    for (Map.Entry<String, Map<String, Integer>> table : counts.entrySet()) {
      SortedMap<String, Integer> kept = new TreeMap<>(table.getValue());
      kept.values().removeIf(count -> count < FEWEST);
      int size = articles.getOrDefault(table.getKey(), 0);
      write(out, table.getKey(), size, kept);
    }
  }

  /** The mean part of articles over the languages that have the stem's script. */
  private SortedMap<String, Integer> shared() {
    Map<Integer, Integer> languages = new HashMap<>();
    Map<String, Double> sums = new HashMap<>();
    Map<String, Integer> having = new HashMap<>();
    counts.forEach(
        (language, table) -> {
          double size = articles.getOrDefault(language, 0);
          Map<Integer, Integer> scripts = new HashMap<>();
          table.forEach(
              (stem, count) -> {
                scripts.merge(script(stem), count, Integer::sum);
                sums.merge(stem, count / size, Double::sum);
                having.merge(stem, 1, Integer::sum);
              });
          int most = scripts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
          scripts.forEach(
              (script, count) -> {
                if (2 * count > most) {
                  languages.merge(script, 1, Integer::sum);
                }
              });
        });
    SortedMap<String, Integer> shared = new TreeMap<>();
    new TreeMap<>(sums)
        .forEach(
            (stem, sum) -> {
              double of = languages.getOrDefault(script(stem), counts.size());
              if (having.getOrDefault(stem, 0) >= FEWEST_LANGUAGES) {
                shared.put(stem, (int) Math.round(Frequencies.MILLION * Math.min(1, sum / of)));
              }
            });
    return shared;
  }

  private static int script(String stem) {
    return UScript.getScript(stem.codePointAt(0));
  }

  private static void write(Writer out, String name, int size, SortedMap<String, Integer> table)
      throws IOException {
    out.write(
        String.join(
                "\t",
                Frequencies.HEAD,
                name,
                Integer.toString(size),
                Integer.toString(table.size()))
            + "\n");
    for (Map.Entry<String, Integer> row : table.entrySet()) {
      out.write(row.getKey() + "\t" + row.getValue() + "\n");
    }
  }
}
