package newswire.enrich.language;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Writes what {@link Reranker} reads: weights rounded to bytes, the smallest left out. */
final class RerankerFile {

  /** Weights that round to less say nothing. */
  private static final int FEWEST_UNITS = 2;

  private static final float UNIT = 0.01f;

  private RerankerFile() {}

  static byte[] bytes(Map<Script, RerankerLearner> learners) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeByte(learners.size());
      for (Map.Entry<Script, RerankerLearner> learner : learners.entrySet()) {
        out.writeUTF(learner.getKey().name());
        write(learner.getValue().labels(), learner.getValue().weights(), out);
      }
    }
    return bytes.toByteArray();
  }

  private static void write(List<String> labels, Map<Long, float[]> weights, DataOutputStream out)
      throws IOException {
    out.writeByte(labels.size());
    for (String label : labels) {
      out.writeUTF(label);
    }
    out.writeFloat(UNIT);
    weights.values().removeIf(row -> count(row) == 0);
    out.writeInt(weights.size());
    for (Map.Entry<Long, float[]> entry : weights.entrySet()) {
      out.writeInt(entry.getKey().intValue());
      out.writeByte(count(entry.getValue()));
      for (int i = 0; i < labels.size(); i++) {
        if (units(entry.getValue()[i]) != 0) {
          out.writeByte(i);
          out.writeByte(units(entry.getValue()[i]));
        }
      }
    }
  }

  private static int count(float[] row) {
    int count = 0;
    for (float weight : row) {
      count += units(weight) == 0 ? 0 : 1;
    }
    return count;
  }

  private static int units(float weight) {
    int units = Math.round(weight / UNIT);
    return Math.abs(units) < FEWEST_UNITS
        ? 0
        : Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, units));
  }
}
