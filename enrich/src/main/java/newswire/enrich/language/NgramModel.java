package newswire.enrich.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;

/**
 * OpenNLP's maximum entropy model of languages, cut to those of one script: the same n-grams and
 * weights in one flat table, so that a text is scored without a string for each of its n-grams.
 *
 * <p>A label's score is the sum of its weights for the distinct n-grams of 1 to 3 characters; its
 * exponent is proportional to the probability that OpenNLP gives. A language with several labels
 * has the best of their scores, never the sum.
 */
final class NgramModel {

  private static final String RESOURCE = "/langdetect-183.bin";

  private static final int LONGEST = 3;

  private final List<Tongue> tongues;
  private final int[] tongueOf;
  private final GramTable grams;

  private NgramModel(List<Tongue> tongues, int[] tongueOf, GramTable grams) {
    this.tongues = tongues;
    this.tongueOf = tongueOf;
    this.grams = grams;
  }

  /** Reads OpenNLP's model from the class path, once for all scripts of several languages. */
  static Map<Script, NgramModel> load() {
    try (InputStream in = NgramModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the language model is missing from the class path");
      }
      Object[] parts =
          ((AbstractModel) new LanguageDetectorModel(in).getMaxentModel()).getDataStructures();
      Map<Script, NgramModel> models = new EnumMap<>(Script.class);
      for (Script script : Script.values()) {
        if (Tongue.in(script).size() > 1) {
          models.put(script, cut(script, (Map<?, ?>) parts[1], (String[]) parts[2]));
        }
      }
      return models;
    } catch (IOException e) {
      throw new UncheckedIOException("the language model cannot be read", e);
    }
  }

  private static NgramModel cut(Script script, Map<?, ?> contexts, String[] labels) {
    List<Tongue> tongues = Tongue.in(script);
    int[] column = new int[labels.length];
    Arrays.fill(column, -1);
    List<Integer> owners = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      for (Tongue tongue : Tongue.labelled(labels[i])) {
        if (tongue.script() == script) {
          column[i] = owners.size();
          owners.add(tongues.indexOf(tongue));
        }
      }
    }
    GramTable.Builder grams = new GramTable.Builder();
    contexts.forEach((gram, context) -> add(grams, (String) gram, (Context) context, column));
    return new NgramModel(
        tongues, owners.stream().mapToInt(Integer::intValue).toArray(), grams.build());
  }

  private static void add(GramTable.Builder grams, String gram, Context context, int[] column) {
    if (gram.isEmpty() || gram.length() > LONGEST) {
      return;
    }
    int[] outcomes = context.getOutcomes();
    long key = 0;
    for (int i = 0; i < gram.length(); i++) {
      key = key << Character.SIZE | gram.charAt(i);
    }
    grams.start(key);
    for (int i = 0; i < outcomes.length; i++) {
      if (column[outcomes[i]] >= 0) {
        grams.weight(column[outcomes[i]], (float) context.getParameters()[i]);
      }
    }
  }

  List<Tongue> tongues() {
    return tongues;
  }

  /**
   * Natural logarithms of what is proportional to the probabilities of {@link #tongues}, in their
   * order.
   */
  double[] scores(String text) {
    char[] chars = normalized(text);
    GramTable.Sum sum = grams.sum(tongueOf.length);
    for (int i = 0; i < chars.length; i++) {
      long key = 0;
      for (int j = i; j < Math.min(i + LONGEST, chars.length); j++) {
        key = key << Character.SIZE | chars[j];
        sum.add(key);
      }
    }
    double[] scores = new double[tongues.size()];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < tongueOf.length; i++) {
      scores[tongueOf[i]] = Math.max(scores[tongueOf[i]], sum.of(i));
    }
    return scores;
  }

  /** As OpenNLP has it before it counts; its other rules find nothing in {@link Letters}. */
  private static char[] normalized(String text) {
    char[] chars = lowerCase(text);
    if (!needsRules(chars)) {
      return chars;
    }
    CharSequence quiet = TwitterCharSequenceNormalizer.getInstance().normalize(text);
    return lowerCase(ShrinkCharSequenceNormalizer.getInstance().normalize(quiet).toString());
  }

  private static char[] lowerCase(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
    }
    return chars;
  }

  /**
   * Whether OpenNLP's rules may find something: a letter three times, what looks like laughter
   * (haha) or a face (xd), or the word rt. Asking is much cheaper than its regular expressions.
   */
  private static boolean needsRules(char[] chars) {
    for (int i = 0; i + 2 < chars.length; i++) {
      char next = chars[i + 1];
      boolean found =
          switch (chars[i]) {
            case 'h', 'j' -> isLaughter(chars, i);
            case 'x' -> next == 'd' || next == 'o' || next == 'p';
            case 'r' -> next == 't' && chars[i + 2] == ' ';
            default -> false;
          };
      if (found || chars[i] == next && next == chars[i + 2]) {
        return true;
      }
    }
    return chars.length > 1 && chars[chars.length - 2] == 'x';
  }

  private static boolean isLaughter(char[] chars, int start) {
    int next = start + 1;
    while (next < chars.length && "aeiou".indexOf(chars[next]) >= 0) {
      next++;
    }
    return next > start + 1 && next < chars.length && chars[next] == chars[start];
  }
}
