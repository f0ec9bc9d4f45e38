package newswire.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How records are to be sent again. */
final class RedriveOptions {

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      converter = Rate.Converter.class,
      description = "At most so many a second (/m: a minute, /h: an hour).")
  private @Nullable Rate rate;

  @Option(
      names = "--max-attempts",
      paramLabel = "N",
      description = "Refuses what has failed so often (default: ${DEFAULT-VALUE}).")
  private int mostAttempts = Guard.MOST_ATTEMPTS;

  @Option(
      names = "--force",
      description =
          "Also what has failed too often, was done before, or has a later record of its key.")
  private boolean force;

  @Option(names = "--why", paramLabel = "TEXT", description = "Why, for the record.")
  private String why = "";

  Redrive.Manner manner(String by) {
    if (mostAttempts < 1) {
      throw Exit.usage("--max-attempts is 1 or more, not " + mostAttempts);
    }
    return new Redrive.Manner(
        new Guard(mostAttempts, force), rate == null ? Rate.UNLIMITED : rate, by, why.strip());
  }
}
