package newswire.enrich.sketch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import newswire.schemas.ArticleId;
import newswire.schemas.avro.Sketch;

/**
 * What is kept of a text to recognise copies of it: some hundred bytes, whatever its length.
 * Immutable.
 */
public final class Fingerprint {

  /** Of all functions a fingerprint is made by. */
  public static final int VERSION = 2;

  /** Tokens a body needs to be compared at all. */
  static final int FEWEST_TOKENS = 8;

  static final int SHINGLE = 3;
  static final int KEY_SHINGLE = 6;
  static final int MOST_HASHES = 96;
  static final int MOST_NUMBERS = 32;
  static final int FEWEST_KEYS = 12;
  static final int MOST_KEYS = 15;
  static final int TOKENS_A_KEY = 150;
  static final int LEAD_KEYS = 2;
  static final int LEAD = 40;

  private static final Bottom NONE = new Bottom(new long[0], 0);

  private final String title;
  private final String bodyHash;
  private final int tokens;
  private final Bottom shingles;
  private final Bottom numbers;
  private final int[] keys;

  private Fingerprint(
      String title, String bodyHash, int tokens, Bottom[] shinglesAndNumbers, int[] keys) {
    this.title = title;
    this.bodyHash = bodyHash;
    this.tokens = tokens;
    this.shingles = shinglesAndNumbers[0];
    this.numbers = shinglesAndNumbers[1];
    this.keys = keys;
  }

  /** Of a headline and the paragraphs below it, those left out that the site repeats. */
  public static Fingerprint of(String title, List<String> paragraphs) {
    Tokens body = Tokens.of(String.join("\n", paragraphs));
    long[] hashes = Hashes.tokens(body);
    boolean comparable = body.size() >= FEWEST_TOKENS;
    return new Fingerprint(
        title,
        comparable ? sha256(body) : "",
        body.size(),
        new Bottom[] {
          Bottom.of(Hashes.shingles(hashes, SHINGLE), MOST_HASHES),
          numbers(Bottom.of(Hashes.numbers(body), MOST_NUMBERS).hashes())
        },
        comparable ? keys(hashes) : new int[0]);
  }

  /** Of an earlier record of it; of one of another version only the body hash counts. */
  public static Fingerprint of(Sketch sketch) {
    boolean ours = sketch.getSketchVersion() == VERSION;
    return new Fingerprint(
        sketch.getTitle(),
        sketch.getBodyHash(),
        sketch.getTokens(),
        new Bottom[] {
          ours ? Bottom.of(sketch.getBottom(), sketch.getShingles()) : NONE,
          ours ? numbers(Bottom.of(sketch.getNumbers(), 0).hashes()) : NONE
        },
        keys(sketch));
  }

  /** The {@link #keys()} of its record, without reading the rest. */
  public static int[] keys(Sketch sketch) {
    return sketch.getSketchVersion() == VERSION ? ints(sketch.getKeys()) : new int[0];
  }

  /** Writes all of it but the title. */
  public Sketch.Builder addTo(Sketch.Builder sketch) {
    ByteBuffer keyBytes = ByteBuffer.allocate(keys.length * Integer.BYTES);
    keyBytes.asIntBuffer().put(keys);
    return sketch
        .setTokens(tokens)
        .setBodyHash(bodyHash)
        .setShingles(shingles.size())
        .setBottom(shingles.bytes())
        .setNumbers(numbers.bytes())
        .setKeys(keyBytes)
        .setSketchVersion(VERSION);
  }

  /** Two articles that share no key are not compared; none for a text too short to compare. */
  public int[] keys() {
    return keys.clone();
  }

  /** SHA-256 over the tokens separated by spaces, hex; empty for too few to tell a copy by. */
  public String bodyHash() {
    return bodyHash;
  }

  int tokens() {
    return tokens;
  }

  Bottom shingles() {
    return shingles;
  }

  Bottom numbers() {
    return numbers;
  }

  Set<Long> titleTokens() {
    Set<Long> hashes = new HashSet<>();
    for (long hash : Hashes.tokens(Tokens.of(title))) {
      hashes.add(hash);
    }
    return hashes;
  }

  // How many there are is not recorded: a full set counts as one that goes on.
  private static Bottom numbers(long[] hashes) {
    return new Bottom(hashes, hashes.length < MOST_NUMBERS ? hashes.length : MOST_NUMBERS + 1);
  }

  private static String sha256(Tokens body) {
    return ArticleId.sha256(body.joined().getBytes(StandardCharsets.UTF_8));
  }

  // Some from anywhere, more from a long text, which may contain shorter ones; some from the lead,
  // which is what feeds and teasers keep.
  private static int[] keys(long[] tokens) {
    long[] hashes = Hashes.shingles(tokens, KEY_SHINGLE);
    int most = Math.min(MOST_KEYS, FEWEST_KEYS + tokens.length / TOKENS_A_KEY);
    int[] lead = smallest(hashes, Math.min(hashes.length, LEAD - KEY_SHINGLE + 1), LEAD_KEYS);
    int[] all = smallest(hashes, hashes.length, most);
    return IntStream.concat(Arrays.stream(lead), Arrays.stream(all)).distinct().toArray();
  }

  // Ordered by the whole hash, named by its lower half: the upper half of the smallest hashes is
  // nearly the same in all long texts.
  private static int[] smallest(long[] hashes, int length, int most) {
    long[] smallest = new long[most + 1];
    int count = 0;
    for (int i = 0; i < length; i++) {
      long hash = hashes[i] ^ Long.MIN_VALUE;
      if (count == most && hash >= smallest[count - 1]) {
        continue;
      }
      int place = Arrays.binarySearch(smallest, 0, count, hash);
      if (place < 0) {
        System.arraycopy(smallest, ~place, smallest, ~place + 1, count + 1 + place);
        smallest[~place] = hash;
        count = Math.min(most, count + 1);
      }
    }
    return Arrays.stream(smallest, 0, count).mapToInt(hash -> (int) hash).toArray();
  }

  private static int[] ints(ByteBuffer bytes) {
    int[] ints = new int[bytes.remaining() / Integer.BYTES];
    bytes.duplicate().asIntBuffer().get(ints);
    return ints;
  }
}
