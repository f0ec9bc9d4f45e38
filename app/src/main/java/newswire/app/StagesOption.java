package newswire.app;

import java.util.ArrayList;
import java.util.List;
import newswire.schemas.avro.ReplayRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a replay computes anew. */
final class StagesOption {

  private static final String PREPARE = "prepare";

  /** All, in the order of an article's way. */
  static final List<String> ALL = List.of(PREPARE, "relate", "assemble");

  private static final List<String> AFTER_PREPARING = ALL.subList(1, ALL.size());

  @Option(
      names = "--stages",
      paramLabel = "STAGE",
      split = ",",
      description =
          "What is computed anew: prepare,relate,assemble (the default), or relate,assemble, which"
              + " takes what live has prepared as it is.")
  private @Nullable List<String> given;

  /** Those given, in order; ends the command if they cannot be computed by themselves. */
  List<String> stages() {
    if (given == null) {
      return ALL;
    }
    List<String> unknown = new ArrayList<>(given);
    unknown.removeAll(ALL);
    if (!unknown.isEmpty()) {
      throw Exit.usage(
          "--stages: there is no stage "
              + Sheet.quoted(unknown.get(0), 40)
              + "; there are "
              + String.join(", ", ALL));
    }
    List<String> wanted = ALL.stream().filter(given::contains).toList();
    if (!wanted.equals(ALL) && !wanted.equals(AFTER_PREPARING)) {
      throw Exit.usage(
          "--stages takes "
              + String.join(",", ALL)
              + " or "
              + String.join(",", AFTER_PREPARING)
              + ": what comes after a stage must be computed, too");
    }
    return wanted;
  }

  boolean isGiven() {
    return given != null;
  }

  /** Whether the run prepares raw records; else it takes what live has prepared. */
  static boolean prepares(ReplayRun run) {
    return run.getStages().contains(PREPARE);
  }
}
