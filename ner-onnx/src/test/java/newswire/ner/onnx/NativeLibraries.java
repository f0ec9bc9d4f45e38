package newswire.ner.onnx;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.onnxruntime.OrtEnvironment;
import org.junit.jupiter.api.Assumptions;

/** Whether this machine can run a model at all. */
final class NativeLibraries {

  private NativeLibraries() {}

  /** Skips the test, saying so, on a platform for which the libraries have no native part. */
  static void assumeThere() {
    try {
      System.setProperty("ai.djl.offline", "true");
      OrtEnvironment.getEnvironment();
      LibUtils.checkStatus();
    } catch (LinkageError | EngineException e) {
      Assumptions.abort(
          "skipped: no native onnxruntime or tokenizers for this platform: " + e.getMessage());
    }
  }
}
