package newswire.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import newswire.enrich.entities.NameTagging;
import newswire.enrich.language.LanguageDetector;
import newswire.enrich.tagger.Corpus;
import newswire.enrich.tagger.Score;
import newswire.enrich.tagger.Tagger;
import newswire.enrich.tagger.TaggerTraining;
import newswire.enrich.tagger.UnreadableCorpus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains, measures and uses the tagger of names. */
@Command(
    name = "ner",
    description = {
      "Trains, measures and uses the tagger of names of persons, places and organisations.",
      "Files hold token<TAB>tag a line (BIO of PER, LOC, ORG), an empty line between sentences."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class NerCommand {

  private static final String ENDING = ".tsv";

  /** Every tenth block of 50 sentences, from the tenth on. */
  private static final int HELD_BACK = 9;

  /** Enough of a file to tell its language by. */
  private static final int SAMPLE = 5_000;

  /** The only form of files so far. */
  private enum Format {
    CONLL
  }

  /** What all corpora are read with. */
  private static final class Reading {

    @Option(
        names = "--format",
        defaultValue = "CONLL",
        description = "Form of the files: ${COMPLETION-CANDIDATES}, the only one.")
    private Format format = Format.CONLL;
  }

  @Command(
      name = "train",
      description = {
        "Trains a model on each language of a folder that has LANG.tsv files, and one on all of",
        "them for other languages. The same files give the same bytes."
      },
      mixinStandardHelpOptions = true)
  int train(
      @Mixin Reading reading,
      @Parameters(paramLabel = "DIR", description = "Folder of LANG.tsv files.") Path dir,
      @Option(names = "--out", required = true, paramLabel = "DIR", description = "For models.")
          Path out,
      @Option(names = "--lang", paramLabel = "LANG", description = "Only this model (or several).")
          @Nullable List<String> only,
      @Option(
              names = "--hold-back",
              description = "Leave every tenth block of 50 sentences out, for eval.")
          boolean holdBack)
      throws IOException {
    List<Corpus> corpora = corpora(dir);
    if (holdBack) {
      corpora = corpora.stream().map(corpus -> corpus.part(HELD_BACK, false)).toList();
    }
    TaggerTraining training = new TaggerTraining(corpora, new NameTagging().hints());
    List<String> languages = new ArrayList<>(training.languages());
    languages.add(Tagger.ANY);
    if (only != null) {
      List<String> wanted = only.stream().map(Tagger::modelOf).toList();
      languages.retainAll(wanted);
    }
    if (languages.isEmpty()) {
      throw Exit.usage("no corpus in " + dir + " is of the language " + only);
    }
    for (String language : languages) {
      training.train(language, out);
      System.err.println("newswire: trained " + language);
    }
    return 0;
  }

  @Command(
      name = "eval",
      description = {
        "Prints F1 by type (exact span and type) of linker, tagger and rules on each file.",
        "With --hold-back only on the blocks that train --hold-back left out."
      },
      mixinStandardHelpOptions = true)
  int eval(
      @Mixin Reading reading,
      @Parameters(paramLabel = "DIR|FILE", description = "LANG.tsv files.") Path path,
      @Option(names = "--models", paramLabel = "DIR", description = "Default: those that ship.")
          @Nullable Path models,
      @Option(names = "--hold-back", description = "Measure on every tenth block only.")
          boolean holdBack,
      @Option(names = "--tagger-only", description = "Without the rules that follow the tagger.")
          boolean taggerOnly)
      throws IOException {
    NameTagging tagging = new NameTagging();
    Tagger tagger = tagger(models);
    TaggerTraining.Names names =
        taggerOnly
            ? (text, lang) -> tagger.tag(text, lang, tagging.hints().find(text, lang))
            : tagging.names(tagger);
    for (Corpus corpus : corpora(path)) {
      Corpus measured = holdBack ? corpus.part(HELD_BACK, true) : corpus;
      Score score = TaggerTraining.score(measured, names);
      System.out.println(corpus.language() + "\t" + score);
    }
    return 0;
  }

  @Command(
      name = "predict",
      description = {
        "Prints the tokens of a file with the tags that linker, tagger and rules give them;",
        "the tags in the file are not looked at."
      },
      mixinStandardHelpOptions = true)
  int predict(
      @Mixin Reading reading,
      @Parameters(paramLabel = "FILE", description = "token<TAB>tag a line.") Path file,
      @Option(
              names = "--lang",
              paramLabel = "LANG",
              description = "Language tag; else detected over the whole file.")
          @Nullable String lang,
      @Option(names = "--models", paramLabel = "DIR", description = "Default: those that ship.")
          @Nullable Path models)
      throws IOException {
    Corpus corpus = read(file, lang == null ? detect(file) : lang);
    Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    TaggerTraining.predict(corpus, new NameTagging().names(tagger(models)), out);
    out.flush();
    return 0;
  }

  private static Tagger tagger(@Nullable Path models) {
    if (models == null) {
      return Tagger.standard();
    }
    if (!Files.isDirectory(models)) {
      throw Exit.usage("there is no folder " + models);
    }
    return Tagger.of(models);
  }

  private static String detect(Path file) throws IOException {
    StringBuilder sample = new StringBuilder();
    for (String text : read(file, "ja").texts()) {
      if (sample.length() < SAMPLE) {
        sample.append(text).append('\n');
      }
    }
    String unspaced = language(sample.toString());
    // Read as Japanese, tokens are put together; other scripts need the spaces between them.
    if (unspaced.matches("(?:zh|ja|ko|th)\\b.*")) {
      return unspaced;
    }
    return language(String.join("\n", read(file, "en").texts()));
  }

  private static String language(String text) {
    return new LanguageDetector().detect(text, "").getTag();
  }

  private static List<Corpus> corpora(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw Exit.usage("there is no file or folder " + path);
    }
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(path)) {
      try (Stream<Path> all = Files.list(path)) {
        all.filter(file -> file.toString().endsWith(ENDING)).sorted().forEach(files::add);
      }
    } else {
      files.add(path);
    }
    if (files.isEmpty()) {
      throw Exit.usage("no LANG" + ENDING + " in " + path);
    }
    List<Corpus> corpora = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      corpora.add(read(file, name.replaceFirst("\\.[^.]*$", "")));
    }
    return corpora;
  }

  private static Corpus read(Path file, String language) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw Exit.usage("there is no file " + file);
    }
    try {
      return Corpus.read(file, language);
    } catch (UnreadableCorpus e) {
      throw Exit.failed(String.valueOf(e.getMessage()));
    }
  }
}
