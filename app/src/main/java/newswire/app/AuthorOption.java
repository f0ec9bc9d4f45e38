package newswire.app;

import picocli.CommandLine.Option;

/** Who does something that is noted. */
final class AuthorOption {

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who does it, for the record (default: the user's name on this machine).")
  private String by = System.getProperty("user.name", "");

  String name() {
    if (by.isBlank()) {
      throw Exit.usage("--by needs a name");
    }
    return by.strip();
  }
}
