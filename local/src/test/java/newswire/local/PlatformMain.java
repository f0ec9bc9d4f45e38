package newswire.local;

import java.nio.file.Path;

/** A newswire of its own process, for the tests that kill one. */
final class PlatformMain {

  static final String UP = "UP";

  private PlatformMain() {}

  public static void main(String[] args) throws Exception {
    try (LocalPlatform platform = LocalPlatform.start(Path.of(args[0]), System.out::println)) {
      System.out.println(UP + " " + platform.addresses());
      while (System.in.read() >= 0) {
        // Runs until the test closes the pipe, or kills it.
      }
    }
    System.out.println("CLOSED");
  }
}
