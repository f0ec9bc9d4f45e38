package newswire.local;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * Main class of the registry's JVM. The registry ends when its standard input does, which the
 * system sees to however the parent ended, without a process id that could have been given to
 * another.
 */
final class RegistryChild {

  private static final String REGISTRY = "io.quarkus.runner.GeneratedMain";
  private static final long ORDERLY_MILLIS = 5_000;

  private RegistryChild() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    Thread guard = new Thread(RegistryChild::endWithParent, "parent-guard");
    guard.setDaemon(true);
    guard.start();
    try {
      Class.forName(REGISTRY).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the registry failed", e.getCause());
    }
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever sent.
      }
    } catch (IOException e) {
      // As good as the end.
    }
    Thread lastResort = new Thread(RegistryChild::halt, "last-resort");
    lastResort.setDaemon(true);
    lastResort.start();
    System.exit(0);
  }

  private static void halt() {
    try {
      Thread.sleep(ORDERLY_MILLIS);
    } catch (InterruptedException e) {
      // All the more reason.
    }
    Runtime.getRuntime().halt(1);
  }
}
