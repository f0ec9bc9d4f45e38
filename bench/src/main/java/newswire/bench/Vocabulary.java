package newswire.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * Word stems of one language, as frequent as in its news by the table that stories are weighed by:
 * made-up reports then share as many of the terms by which they meet as real ones do.
 *
 * @param sums running sums of how often each stem comes in an article
 */
record Vocabulary(List<String> stems, double[] sums) {

  private static final String TABLE = "/newswire/enrich/story/frequencies.tsv.gz";
  private static final String HEAD = "=";

  static Vocabulary of(String language) throws IOException {
    List<String> stems = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(TABLE));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(new GZIPInputStream(in), UTF_8))) {
      double articles = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] row = line.split("\t", -1);
        if (row[0].equals(HEAD)) {
          articles = row[1].equals(language) ? Integer.parseInt(row[2]) : 0;
        } else if (articles > 0) {
          stems.add(row[0]);
          // How often a word comes that so many have at least once (Poisson).
          rates.add(-Math.log(1 - Double.parseDouble(row[1]) / (articles + 1)));
        }
      }
    }
    double[] sums = rates.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.parallelPrefix(sums, Double::sum);
    return new Vocabulary(List.copyOf(stems), sums);
  }

  /** One as running text has them. */
  String running(Random random) {
    int place = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return stems.get(Math.min(stems.size() - 1, place < 0 ? -place - 1 : place));
  }

  /** Any, the rare as likely as the frequent. */
  String any(Random random) {
    return stems.get(random.nextInt(stems.size()));
  }
}
