package newswire.enrich.tagger;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sentences of tagged tokens, as files in CoNLL form have them: {@code token<TAB>tag} a line, an
 * empty line between sentences, tags BIO of PER, LOC, ORG; other types count as O.
 *
 * @param language BCP 47 tag
 */
public record Corpus(String language, List<Sentence> sentences) {

  private static final String SPACE_TOKEN = "␣";
  private static final Set<String> UNSPACED = Set.of("zh", "ja", "ko", "th", "lo", "km", "my");

  /** One sentence in so many blocks of 50 is held back. */
  private static final int BLOCK = 50;

  private static final int FOLDS = 10;

  /** Sentences that are an article. */
  private static final int ARTICLE = 20;

  /** A corpus of sentences that will not change. */
  public Corpus {
    sentences = List.copyOf(sentences);
  }

  /**
   * A sentence as given and as text.
   *
   * @param tokens as the file has them
   * @param tags by {@link Tags}, one for each token
   * @param text the tokens as they would be printed
   * @param starts where each token begins in {@code text}, in UTF-16 units
   */
  record Sentence(List<String> tokens, int[] tags, String text, int[] starts) {}

  /**
   * Reads a file.
   *
   * @throws UnreadableCorpus naming the line and what to mend
   */
  public static Corpus read(Path file, String language) throws IOException, UnreadableCorpus {
    List<Sentence> sentences = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    List<Integer> tags = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (line.isEmpty()) {
        close(tokens, tags, language, sentences);
      } else {
        String[] columns = line.split("\t", -1);
        check(columns, file + ":" + number);
        tokens.add(columns[0]);
        tags.add(Tags.of(columns[1]));
      }
    }
    close(tokens, tags, language, sentences);
    if (sentences.isEmpty()) {
      throw new UnreadableCorpus(file + ": no sentence in it; one token<TAB>tag a line is wanted");
    }
    return new Corpus(language, sentences);
  }

  private static List<String> lines(Path file) throws IOException, UnreadableCorpus {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException e) {
      throw new UnreadableCorpus(file + ": not UTF-8; convert it first");
    }
  }

  private static void check(String[] columns, String place) throws UnreadableCorpus {
    if (columns.length < 2 || columns[0].isEmpty()) {
      throw new UnreadableCorpus(place + ": no token<TAB>tag; put one tab between the two");
    }
    if (!columns[1].matches("O|[BI]-[A-Za-z]+")) {
      throw new UnreadableCorpus(
          place + ": tag " + columns[1] + " is not BIO; write O, B-PER, I-PER, B-LOC, ...");
    }
  }

  private static void close(
      List<String> tokens, List<Integer> tags, String language, List<Sentence> sentences) {
    if (!tokens.isEmpty()) {
      sentences.add(
          sentence(
              List.copyOf(tokens), tags.stream().mapToInt(Integer::intValue).toArray(), language));
      tokens.clear();
      tags.clear();
    }
  }

  private static Sentence sentence(List<String> tokens, int[] tags, String language) {
    boolean unspaced = UNSPACED.contains(language.split("-", -1)[0]);
    StringBuilder text = new StringBuilder();
    int[] starts = new int[tags.length];
    boolean open = true;
    for (int i = 0; i < starts.length; i++) {
      String token = tokens.get(i).equals(SPACE_TOKEN) ? " " : tokens.get(i);
      if (!unspaced && !open && !closes(token)) {
        text.append(' ');
      }
      starts[i] = text.length();
      text.append(token);
      open = token.length() == 1 && "([«“„".contains(token);
    }
    return new Sentence(tokens, tags, text.toString(), starts);
  }

  /** Whether the token is printed close to the one before. */
  private static boolean closes(String token) {
    boolean mark = token.length() == 1 && ",.;:!?)]»”،؛؟".contains(token);
    return mark || token.startsWith("'") && token.length() > 1 && token.length() < 4;
  }

  /** The text of every sentence, in order. */
  public List<String> texts() {
    return sentences.stream().map(Sentence::text).toList();
  }

  /** The sentences, so many at a time as are tagged together. */
  List<List<Sentence>> articles() {
    List<List<Sentence>> articles = new ArrayList<>();
    for (int from = 0; from < sentences.size(); from += ARTICLE) {
      articles.add(sentences.subList(from, Math.min(from + ARTICLE, sentences.size())));
    }
    return articles;
  }

  /** The text of an article. */
  static String text(List<Sentence> article) {
    return String.join("\n\n", article.stream().map(Sentence::text).toList());
  }

  /**
   * The sentences of some tenths; a tenth is every tenth block of 50.
   *
   * @param held those of which the block's number modulo 10 is {@code fold}; else all the others
   */
  public Corpus part(int fold, boolean held) {
    List<Sentence> part = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      if (i / BLOCK % FOLDS == fold == held) {
        part.add(sentences.get(i));
      }
    }
    return new Corpus(language, part);
  }

  /**
   * For each token of {@code tokens}, read from the sentence's text, the given one it begins in.
   */
  static int[] owners(Sentence sentence, Tokens tokens) {
    int[] owners = new int[tokens.count];
    int given = 0;
    for (int i = 0; i < owners.length; i++) {
      while (given + 1 < sentence.starts().length
          && sentence.starts()[given + 1] <= tokens.start[i]) {
        given++;
      }
      owners[i] = given;
    }
    return owners;
  }

  /** The gold tag of each of {@code tokens}. */
  static byte[] gold(Sentence sentence, Tokens tokens) {
    int[] owners = owners(sentence, tokens);
    byte[] gold = new byte[owners.length];
    for (int i = 0; i < gold.length; i++) {
      int tag = sentence.tags()[owners[i]];
      boolean later = i > 0 && owners[i - 1] == owners[i];
      gold[i] = (byte) (later && Tags.isBegin(tag) ? tag + 1 : tag);
    }
    return gold;
  }

  /** Tags of the given tokens of a sentence whose names are {@code spans}, offsets in its text. */
  static int[] tags(Sentence sentence, List<Span> spans) {
    int[] tags = new int[sentence.tokens().size()];
    for (Span span : spans) {
      boolean first = true;
      for (int i = 0; i < tags.length; i++) {
        int start = sentence.starts()[i];
        int end = start + sentence.tokens().get(i).length();
        boolean blank = sentence.tokens().get(i).equals(SPACE_TOKEN);
        if (start < span.end() && end > span.start() && !(first && blank)) {
          tags[i] = Tags.begin(span.type()) + (first ? 0 : 1);
          first = false;
        }
      }
    }
    return tags;
  }
}
