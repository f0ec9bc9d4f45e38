package newswire.app;

import java.time.Duration;
import newswire.schemas.avro.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a source is to be asked. */
final class SourceOptions {

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      converter = Span.class,
      description = "Time between two polls, such as 10m; 0 adapts it to how often it changes.")
  private @Nullable Duration interval;

  @Option(
      names = "--delay",
      paramLabel = "TIME",
      converter = Span.class,
      description = "Least time between two requests to its site (default: 5s).")
  private @Nullable Duration delay;

  @Option(
      names = "--allow-private-networks",
      negatable = true,
      description = "It may lie on a loopback or private address.")
  private @Nullable Boolean allowPrivateNetworks;

  @Option(
      names = "--recheck",
      negatable = true,
      description = "Whether its pages are asked for again to find corrections (default: yes).")
  private @Nullable Boolean recheck;

  /** The source with what was given. */
  Source.Builder apply(Source.Builder source) {
    if (interval != null) {
      source.setIntervalMs(interval.toMillis());
    }
    if (delay != null) {
      source.setDelayMs(delay.toMillis());
    }
    if (allowPrivateNetworks != null) {
      source.setAllowPrivateNetworks(allowPrivateNetworks);
    }
    if (recheck != null) {
      source.setRecheck(recheck);
    }
    return source;
  }
}
