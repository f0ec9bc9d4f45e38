package newswire.enrich.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import newswire.enrich.sketch.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * How rare terms are in the news of a language, by a table that ships: how many of the articles it
 * was counted over have the term. What the table of a small language does not know is estimated
 * from what the languages of its script share and from its length: the estimates are drawn towards
 * these as if {@link #PRIOR} more articles had been counted (a beta prior).
 *
 * <p>Part of the data format: a change needs a new {@link StoryFeatures#VERSION}.
 */
final class Frequencies {

  /** Heads the table of what the languages of a script share, in articles of a million. */
  static final String SHARED = "*";

  /** Before the tag of a language and the number of its articles. */
  static final String HEAD = "=";

  static final int MILLION = 1_000_000;

  private static final double PRIOR = 20;
  private static final double RAREST = 8;

  /** Of terms that no table knows, by their letters. */
  private static final double[] BY_LETTERS = {1, .05, .03, .006, .003, .0015};

  private static final double PAIR = .001;
  private static final double NUMBER = .002;

  private final int articles;
  private final int[] hashes;
  private final int[] counts;

  private Frequencies(int articles, int[] hashes, int[] counts) {
    this.articles = articles;
    this.hashes = hashes;
    this.counts = counts;
  }

  /** Of the language of a tag; of one without a table what its script shares. */
  static Frequencies of(String language) {
    return Shipped.TABLES.getOrDefault(Group.of(language), Shipped.NONE);
  }

  /** Minus the natural logarithm of the part of articles that have the term. */
  double rarity(String term) {
    double shared = (double) Shipped.SHARED_TABLE.count(term) / MILLION;
    double prior = PRIOR * Math.max(shared, guess(term));
    double part = (count(term) + prior) / (articles + PRIOR);
    return Math.min(RAREST, -StrictMath.log(Math.min(1, part)));
  }

  private int count(String term) {
    int place = Arrays.binarySearch(hashes, hash(term));
    return place < 0 ? 0 : counts[place];
  }

  private static double guess(String term) {
    if (Letters.isPaired(term.codePointAt(0))) {
      return PAIR;
    }
    int letters = term.codePointCount(0, term.length());
    boolean number = Character.isDigit(term.charAt(0)) && letters > 1;
    return number ? NUMBER : BY_LETTERS[Math.min(BY_LETTERS.length - 1, letters)];
  }

  private static int hash(String term) {
    return (int) Hashes.of(term);
  }

  /** Loaded when first needed. */
  private static final class Shipped {

    static final Map<String, Frequencies> TABLES = load();
    static final Frequencies NONE = new Frequencies(0, new int[0], new int[0]);
    static final Frequencies SHARED_TABLE = TABLES.getOrDefault(SHARED, NONE);

    private static Map<String, Frequencies> load() {
      String file = "frequencies.tsv.gz";
      Map<String, Frequencies> tables = new HashMap<>();
      try (InputStream in = Objects.requireNonNull(Frequencies.class.getResourceAsStream(file));
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
        String head = lines.readLine();
        while (head != null) {
          head = readTable(head.split("\t", -1), lines, tables);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(file, e);
      }
      return tables;
    }

    /** Gives the head of the table that follows; null for the last one. */
    private static @Nullable String readTable(
        String[] head, BufferedReader lines, Map<String, Frequencies> tables) throws IOException {
      long[] rows = new long[Integer.parseInt(head[3])];
      int count = 0;
      String line = lines.readLine();
      for (; line != null && !line.startsWith(HEAD); line = lines.readLine()) {
        int tab = line.indexOf('\t');
        long hash = hash(line.substring(0, tab));
        rows[count++] = hash << Integer.SIZE | Integer.parseInt(line.substring(tab + 1));
      }
      Arrays.sort(rows);
      int[] hashes = new int[rows.length];
      int[] counts = new int[rows.length];
      for (int i = 0; i < rows.length; i++) {
        hashes[i] = (int) (rows[i] >>> Integer.SIZE);
        counts[i] = (int) rows[i];
      }
      tables.put(head[1], new Frequencies(Integer.parseInt(head[2]), hashes, counts));
      return line;
    }
  }
}
