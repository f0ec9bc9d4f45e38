package newswire.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import newswire.schemas.avro.ReplayRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of what stretch of history a replay is to be. */
final class FrameOptions {

  private static final Duration WARM_UP = Duration.ofDays(7);
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Moment.class,
      description = "Effective time of the first articles (default: no bound).")
  private @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = Moment.class,
      description = "Effective time before which articles come out (default: no bound).")
  private @Nullable Instant to;

  @Option(
      names = "--warm-up",
      paramLabel = "SPAN",
      converter = Span.class,
      description = "How much before and after is computed as well (default: 7d).")
  private @Nullable Duration warmUp;

  @Option(
      names = "--site",
      paramLabel = "SITE",
      split = ",",
      description = "Only articles of these sites come out, such as bbc.co.uk.")
  private @Nullable List<String> sites;

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      split = ",",
      description = "Only articles in these languages come out, such as ar or zh.")
  private @Nullable List<String> languages;

  void check() {
    for (@Nullable Instant bound : new @Nullable Instant[] {from, to}) {
      if (bound != null && (bound.isBefore(EARLIEST) || bound.isAfter(LATEST))) {
        throw Exit.usage("--from and --to lie in the years 1 to 9999, not at " + bound);
      }
    }
    if (from != null && to != null && !from.isBefore(to)) {
      throw Exit.usage("--from is before --to, not " + from + " and " + to);
    }
    if (warmUp != null && warmUp.compareTo(Duration.ofDays(366)) > 0) {
      throw Exit.usage("--warm-up takes 366 days at most");
    }
  }

  /** With everything that is not given at its default. */
  ReplayRun.Builder addTo(ReplayRun.Builder run) {
    return run.setFrom(from)
        .setTo(to)
        .setWarmUpMs((warmUp == null ? WARM_UP : warmUp).toMillis())
        .setSites(sorted(sites))
        .setLanguages(tags());
  }

  /** What is given and other than in this run, such as {@code --to 2026-…}; none if nothing is. */
  List<String> differences(ReplayRun run) {
    List<String> found = new ArrayList<>();
    if (from != null && !from.equals(run.getFrom().orElse(null))) {
      found.add("--from " + run.getFrom().map(Instant::toString).orElse("not given"));
    }
    if (to != null && !to.equals(run.getTo().orElse(null))) {
      found.add("--to " + run.getTo().map(Instant::toString).orElse("not given"));
    }
    if (warmUp != null && warmUp.toMillis() != run.getWarmUpMs()) {
      found.add("--warm-up " + ReplayText.span(run.getWarmUpMs()));
    }
    if (sites != null && !sorted(sites).equals(run.getSites())) {
      found.add("--site " + orNone(run.getSites()));
    }
    if (languages != null && !tags().equals(run.getLanguages())) {
      found.add("--lang " + orNone(run.getLanguages()));
    }
    return found;
  }

  private static String orNone(List<String> given) {
    return given.isEmpty() ? "not given" : String.join(",", given);
  }

  private List<String> tags() {
    return languages == null
        ? List.of()
        : languages.stream()
            .map(tag -> Locale.forLanguageTag(tag.strip()).toLanguageTag()) // sr-Latn, as detected
            .distinct()
            .sorted()
            .toList();
  }

  private static List<String> sorted(@Nullable List<String> given) {
    TreeSet<String> sorted = new TreeSet<>();
    if (given != null) {
      given.forEach(one -> sorted.add(one.strip().toLowerCase(Locale.ROOT)));
    }
    return List.copyOf(sorted);
  }
}
