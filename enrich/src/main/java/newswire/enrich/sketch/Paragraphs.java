package newswire.enrich.sketch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The paragraphs of a text as hashes, for finding those that a site repeats. Two paragraphs are one
 * if their tokens are the same, as two bodies are; what has neither letter nor digit is none.
 * Immutable.
 *
 * <p>Of a text of very many paragraphs the first {@value #FIRST} and the last {@value #LAST} count:
 * that is where sites put what they repeat.
 */
public final class Paragraphs {

  static final int FIRST = 24;
  static final int LAST = 40;

  /** Tokens that a text must have of its own to be another report. */
  private static final int OWN_TOKENS = Fingerprint.FEWEST_TOKENS;

  /** Part of the smaller one's own shingles that two editions of one report share at least. */
  private static final double RELATED = .25;

  private static final int MOST_SHINGLES = 64;

  private final Map<Long, Paragraph> paragraphs;

  /** The smallest hashes of its shingles of three, ascending. */
  private record Paragraph(int tokens, long[] shingles) {}

  private Paragraphs(Map<Long, Paragraph> paragraphs) {
    this.paragraphs = paragraphs;
  }

  /** Of a body, paragraphs separated by line feeds. */
  public static Paragraphs of(String body) {
    Map<Long, Paragraph> paragraphs = new LinkedHashMap<>();
    for (String line : counted(List.of(body.split("\n", -1)))) {
      Tokens tokens = Tokens.of(line);
      if (tokens.size() > 0) {
        long[] hashes = Hashes.tokens(tokens);
        paragraphs.put(hash(hashes), new Paragraph(hashes.length, smallest(hashes)));
      }
    }
    return new Paragraphs(paragraphs);
  }

  private static List<String> counted(List<String> lines) {
    if (lines.size() <= FIRST + LAST) {
      return lines;
    }
    List<String> counted = new ArrayList<>(lines.subList(0, FIRST));
    counted.addAll(lines.subList(lines.size() - LAST, lines.size()));
    return counted;
  }

  private static long hash(long[] tokens) {
    return Hashes.shingles(tokens, tokens.length)[0];
  }

  private static long[] smallest(long[] tokens) {
    return Arrays.stream(Hashes.shingles(tokens, Math.min(tokens.length, Fingerprint.SHINGLE)))
        .sorted()
        .distinct()
        .limit(MOST_SHINGLES)
        .toArray();
  }

  /** One for every different paragraph, in the order of the text; part of the data format. */
  public Set<Long> hashes() {
    return Collections.unmodifiableSet(paragraphs.keySet());
  }

  /**
   * The body without some of its paragraphs; as it is if nothing would be left to compare it by.
   *
   * @param left those that are left out, by their hashes
   */
  public static String without(String body, Set<Long> left) {
    if (left.isEmpty()) {
      return body;
    }
    List<String> kept = new ArrayList<>();
    boolean says = false;
    for (String line : body.split("\n", -1)) {
      Tokens tokens = Tokens.of(line);
      boolean empty = tokens.size() == 0;
      if (empty || !left.contains(hash(Hashes.tokens(tokens)))) {
        kept.add(line);
        says |= !empty;
      }
    }
    return says ? String.join("\n", kept) : body;
  }

  /**
   * Whether two texts are editions of one report rather than two reports of one site: whether,
   * beside the paragraphs they share, one of them has next to nothing, or what both have is alike.
   */
  public boolean isOneReport(Paragraphs other) {
    Set<Long> own = new HashSet<>();
    Set<Long> theirs = new HashSet<>();
    if (own(other, own) < OWN_TOKENS || other.own(this, theirs) < OWN_TOKENS) {
      return true;
    }
    int smaller = Math.min(own.size(), theirs.size());
    own.retainAll(theirs);
    return own.size() >= RELATED * smaller;
  }

  /** Collects what the shared paragraphs do not say, and counts its tokens. */
  private int own(Paragraphs other, Set<Long> shingles) {
    int tokens = 0;
    for (Map.Entry<Long, Paragraph> paragraph : paragraphs.entrySet()) {
      if (!other.paragraphs.containsKey(paragraph.getKey())) {
        tokens += paragraph.getValue().tokens();
        Arrays.stream(paragraph.getValue().shingles()).forEach(shingles::add);
      }
    }
    return tokens;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Paragraphs && ((Paragraphs) other).hashes().equals(hashes());
  }

  @Override
  public int hashCode() {
    return paragraphs.keySet().hashCode();
  }
}
