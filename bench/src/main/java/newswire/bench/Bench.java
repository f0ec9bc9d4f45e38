package newswire.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks, as one command. */
@Command(
    name = "bench",
    description = "Measures parts of Newswire on a real broker in this process.",
    mixinStandardHelpOptions = true,
    subcommands = {
      FreshnessBench.class,
      RelateBench.class,
      ReplayBench.class,
      RestoreBench.class,
      SinkBench.class,
      StoryBench.class,
      ThrottleBench.class
    })
public final class Bench {

  private Bench() {}

  public static void main(String[] args) {
    int code = new CommandLine(new Bench()).execute(args);
    // The broker leaves threads behind.
    System.exit(code);
  }
}
