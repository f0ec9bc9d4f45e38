package newswire.ner.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A token classifier, from its {@code model.onnx}. Safe for use by several threads; each run takes
 * one thread, so that the sums of the network come out the same.
 */
final class Network implements AutoCloseable {

  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";
  private static final Set<String> INPUTS = Set.of(IDS, MASK, TYPES);
  private static final String LOGITS = "logits";

  private final Path file;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String output;
  private final long padding;

  private Network(Path file, OrtEnvironment environment, OrtSession session, long padding) {
    this.file = file;
    this.environment = environment;
    this.session = session;
    Set<String> outputs = session.getOutputNames();
    this.output = outputs.contains(LOGITS) ? LOGITS : outputs.iterator().next();
    this.padding = padding;
  }

  /** Reads the file. */
  static Network open(Path file, long padding) throws IOException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      environment.setTelemetry(false);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setDeterministicCompute(true);
      useGpu(options);
      OrtSession session = environment.createSession(file.toString(), options);
      Network network = new Network(file, environment, session, padding);
      network.checkInputs();
      return network;
    } catch (OrtException e) {
      throw new IOException(
          file + " cannot be read as an ONNX model (" + e.getMessage() + "); export it again", e);
    }
  }

  private static void useGpu(OrtSession.SessionOptions options) throws IOException {
    try {
      // Only onnxruntime's other artifact, onnxruntime_gpu, has it.
      if (OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
        options.addCUDA();
      }
    } catch (OrtException e) {
      throw new IOException(
          "onnxruntime_gpu finds no GPU it can use ("
              + e.getMessage()
              + "); install the CUDA it asks for, or build with onnxruntime",
          e);
    }
  }

  private void checkInputs() throws IOException {
    Set<String> names = session.getInputNames();
    if (!names.contains(IDS) || !INPUTS.containsAll(names)) {
      close();
      throw new IOException(
          file
              + " takes "
              + names
              + ", not input_ids, attention_mask and token_type_ids; "
              + "export a model for the task token-classification");
    }
  }

  /**
   * The scores of all labels for each sub-token of each window.
   *
   * @param windows not none
   * @return by window, by sub-token (the shorter windows have more at their end), by label
   * @throws OrtException if the network fails
   */
  float[][][] run(List<Window> windows) throws OrtException {
    int longest = windows.stream().mapToInt(Window::length).max().orElse(0);
    long[] ids = new long[windows.size() * longest];
    long[] mask = new long[ids.length];
    Arrays.fill(ids, padding);
    for (int w = 0; w < windows.size(); w++) {
      Window window = windows.get(w);
      System.arraycopy(window.ids, 0, ids, w * longest, window.length());
      Arrays.fill(mask, w * longest, w * longest + window.length(), 1);
    }
    long[] shape = {windows.size(), longest};
    try (OnnxTensor idTensor = tensor(ids, shape);
        OnnxTensor maskTensor = tensor(mask, shape);
        OnnxTensor typeTensor = tensor(new long[ids.length], shape)) {
      Map<String, OnnxTensor> inputs =
          new HashMap<>(Map.of(IDS, idTensor, MASK, maskTensor, TYPES, typeTensor));
      inputs.keySet().retainAll(session.getInputNames());
      try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
        return scores(result.get(0));
      }
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  private static float[][][] scores(OnnxValue value) throws OrtException {
    if (value.getValue() instanceof float[][][] scores) {
      return scores;
    }
    throw new OrtException(
        "the output is " + value.getInfo() + ", not 32-bit scores by text, sub-token and label");
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(file + " cannot be closed", e);
    }
  }
}
