package newswire.app;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Whether the pipeline is ready; not before there is one. */
final class Readiness implements BooleanSupplier {

  private volatile @Nullable Pipeline pipeline;

  void of(Pipeline started) {
    pipeline = started;
  }

  @Override
  public boolean getAsBoolean() {
    Pipeline started = pipeline;
    return started != null && started.isReady();
  }
}
