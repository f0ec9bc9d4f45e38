package newswire.enrich.story;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import newswire.enrich.sketch.Hashes;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.SketchEntity;
import newswire.schemas.avro.Term;

/**
 * What is kept of a sketch to compare what articles report: hashes and weights, at most some 300
 * bytes. Immutable, but for arrays that nobody outside sees.
 */
public final class Features {

  private static final int MOST_NUMBERS = 16;
  private static final int TERM_LOOKUPS = 8;
  private static final int ENTITY_LOOKUPS = 2;

  // In thousandths: a place named again and again does not make all that happens there one story.
  private static final int HEAVIEST = 250;

  private static final int PAIRED_ENTITIES = 5;
  private static final int SHORT_BYTES = 3;
  private static final int BITS = 8;
  private static final double THOUSAND = 1000;
  private static final long ACROSS = 7;

  private final String language;
  private final long effective;
  private final Weights terms;
  private final Weights entities;
  private final int[] numbers;
  private final double length;

  private Features(
      String language, long effective, Weights terms, Weights entities, int[] numbers) {
    this.language = language;
    this.effective = effective;
    this.terms = terms;
    this.entities = entities;
    this.numbers = numbers;
    this.length = Math.sqrt(terms.squares());
  }

  /** Of a sketch; without terms and entities if they are of another version of the functions. */
  public static Features of(Sketch sketch) {
    boolean ours = sketch.getStoryVersion() == StoryFeatures.VERSION;
    return new Features(
        Group.of(sketch.getLanguage()),
        sketch.getEffective().toEpochMilli(),
        ours ? terms(sketch.getTerms()) : weights(List.of()),
        ours ? entities(sketch.getEntities()) : weights(List.of()),
        numbers(sketch.getNumbers().duplicate()));
  }

  /** Of what {@link #bytes} gave. */
  public static Features of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long effective = in.getLong();
    byte[] language = new byte[in.get()];
    in.get(language);
    int terms = in.get();
    int entities = in.get();
    int numbers = in.get();
    return new Features(
        new String(language, US_ASCII),
        effective,
        readWeights(in, terms),
        readWeights(in, entities),
        readShorts(in, numbers));
  }

  /** All of it; the same features give the same bytes. */
  public byte[] bytes() {
    byte[] tag = language.getBytes(US_ASCII);
    int weighted = terms.size() + entities.size();
    ByteBuffer out =
        ByteBuffer.allocate(
            Long.BYTES + 4 + tag.length + weighted * 4 + numbers.length * SHORT_BYTES);
    out.putLong(effective).put((byte) tag.length).put(tag);
    out.put((byte) terms.size()).put((byte) entities.size()).put((byte) numbers.length);
    writeShorts(out, terms.hashes());
    out.put(terms.levels());
    writeShorts(out, entities.hashes());
    out.put(entities.levels());
    writeShorts(out, numbers);
    return out.array();
  }

  /** Whether both are compared by their words. */
  public boolean sameLanguage(Features other) {
    return language.equals(other.language);
  }

  /** How articles may meet. */
  public enum By {
    /** A heavy term or a salient entity, for articles in one language. */
    ONE(1, 8, Closeness.WINDOW),
    /** A pair of salient entities, for articles in any. */
    PAIR(2, 4, Closeness.WINDOW_ACROSS);

    private final int weight;
    private final int listed;
    private final Duration window;

    By(int weight, int listed, Duration window) {
      this.weight = weight;
      this.listed = listed;
      this.window = window;
    }

    /** How much two have in common that meet so. */
    public int weight() {
      return weight;
    }

    /** How many are found by one key in one span of time. */
    public int listed() {
      return listed;
    }

    /** Those further apart are not compared for that. */
    public Duration window() {
      return window;
    }
  }

  /** Where articles may meet. */
  public record Lookup(int key, By by) {}

  /**
   * Keys of the heaviest terms and most salient entities, for articles of the same language, and of
   * pairs of salient entities, for those of any. Each key once.
   */
  public List<Lookup> lookups() {
    long salt = Hashes.of(language);
    Map<Integer, Lookup> lookups = new LinkedHashMap<>();
    int[] top = heaviest(entities, PAIRED_ENTITIES).map(at -> entities.hashes()[at]).toArray();
    for (int second = 1; second < top.length; second++) {
      for (int first = 0; first < second; first++) {
        long smaller = Math.min(top[first], top[second]);
        long greater = Math.max(top[first], top[second]);
        int key = Keys.of(ACROSS + smaller, greater);
        lookups.putIfAbsent(key, new Lookup(key, By.PAIR));
      }
    }
    IntStream byTerm = heaviest(terms, TERM_LOOKUPS).map(at -> Keys.of(salt, terms.hashes()[at]));
    IntStream byEntity =
        heaviest(entities, ENTITY_LOOKUPS).map(at -> Keys.of(~salt, entities.hashes()[at]));
    IntStream.concat(byTerm, byEntity)
        .forEach(key -> lookups.putIfAbsent(key, new Lookup(key, By.ONE)));
    return List.copyOf(lookups.values());
  }

  /** Milliseconds since 1970. */
  public long effective() {
    return effective;
  }

  Weights terms() {
    return terms;
  }

  Weights entities() {
    return entities;
  }

  int[] numbers() {
    return numbers;
  }

  /** Of the vector of the terms that were kept. */
  double length() {
    return length;
  }

  private static IntStream heaviest(Weights weights, int most) {
    return IntStream.range(0, weights.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer at) -> -weights.weight(at))
                .thenComparing(at -> weights.hashes()[at]))
        .limit(most)
        .mapToInt(Integer::intValue);
  }

  private static Weights terms(List<Term> terms) {
    return weights(
        terms.stream().map(t -> packed(t.getTerm(), Math.min(HEAVIEST, t.getWeight()))).toList());
  }

  private static Weights entities(List<SketchEntity> entities) {
    return weights(entities.stream().map(e -> packed(e.getId(), e.getWeight())).toList());
  }

  // Hash above level, so that they sort together.
  private static int packed(String text, int thousandths) {
    int level = Weights.level(Math.min(1, thousandths / THOUSAND)) & 0xFF;
    return Keys.shortOf(text) << BITS | level;
  }

  private static Weights weights(List<Integer> packed) {
    int[] sorted =
        packed.stream()
            .mapToLong(Integer::toUnsignedLong)
            .sorted()
            .mapToInt(both -> (int) both)
            .toArray();
    int[] hashes = new int[sorted.length];
    byte[] levels = new byte[sorted.length];
    int count = 0;
    for (int both : sorted) {
      int hash = both >>> BITS;
      if (count > 0 && hashes[count - 1] == hash) {
        count--;
      }
      hashes[count] = hash;
      levels[count++] = (byte) both;
    }
    return new Weights(Arrays.copyOf(hashes, count), Arrays.copyOf(levels, count));
  }

  // The smallest hashes of all, so two texts keep the same ones.
  private static int[] numbers(ByteBuffer hashes) {
    int[] numbers = new int[Math.min(MOST_NUMBERS, hashes.remaining() / Integer.BYTES)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = hashes.getInt() >>> BITS;
    }
    return Arrays.stream(numbers).distinct().toArray();
  }

  private static Weights readWeights(ByteBuffer in, int size) {
    int[] hashes = readShorts(in, size);
    byte[] levels = new byte[size];
    in.get(levels);
    return new Weights(hashes, levels);
  }

  private static int[] readShorts(ByteBuffer in, int size) {
    int[] shorts = new int[size];
    for (int i = 0; i < size; i++) {
      shorts[i] = (in.getShort() & 0xFFFF) << BITS | in.get() & 0xFF;
    }
    return shorts;
  }

  private static void writeShorts(ByteBuffer out, int[] shorts) {
    for (int one : shorts) {
      out.putShort((short) (one >>> BITS)).put((byte) one);
    }
  }
}
