package newswire.app;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import newswire.app.Recount.Position;
import newswire.schemas.avro.DeadLetter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts topics against the store, to the record. */
@Command(
    name = "verify",
    description = {
      "Counts articles, stories and withdrawals in their topics against Postgres, up to where the",
      "sink has stored them: in = stored + superseded + removed + dead. Exit code 1 if anything is",
      "missing or extra. Reads only, while the system runs."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  @Mixin private StoreOptions store = new StoreOptions();

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--group",
      paramLabel = "NAME",
      defaultValue = Pipeline.SINK_GROUP,
      description = "Consumer group of the sink (default: ${DEFAULT-VALUE}).")
  private String group = Pipeline.SINK_GROUP;

  @Option(
      names = "--search-group",
      paramLabel = "NAME",
      defaultValue = Pipeline.SEARCH_GROUP,
      description = "Consumer group of the search sink (default: ${DEFAULT-VALUE}).")
  private String searchGroup = Pipeline.SEARCH_GROUP;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many of what is missing and extra to name (default: ${DEFAULT-VALUE}).")
  private int samples = 10;

  @Override
  public Integer call() throws IOException {
    Cluster cluster = store.cluster().cluster();
    List<Recount<?>> recounts = new ArrayList<>();
    try (StoreSnapshot snapshot = new StoreSnapshot(store.connect());
        RecordFinder finder = new RecordFinder(cluster)) {
      Map<String, Set<Position>> dead = dead(finder, cluster);
      for (StoredTopic<?> stored : StoredTopic.all(cluster.topics(), group, searchGroup)) {
        Set<Position> its = dead.getOrDefault(stored.stage(), Set.of());
        recounts.add(new Recount<>(stored, snapshot, finder, its, samples));
      }
    } catch (SQLException e) {
      throw Exit.missing("Postgres does not answer: " + e.getMessage());
    }
    if (recounts.stream().noneMatch(Recount::isBegun)) {
      throw Exit.missing("no sink of the group " + group + " has stored anything there");
    }
    if (output.json()) {
      OutputOption.print(json -> VerifyReport.write(recounts, json));
    } else {
      System.out.print(VerifyReport.text(recounts));
    }
    return recounts.stream().allMatch(recount -> recount.all().isEven()) ? 0 : Exit.FAILED;
  }

  /** What sinks have given up, by their stage, as far as the dead letters are kept. */
  private static Map<String, Set<Position>> dead(RecordFinder finder, Cluster cluster) {
    Map<String, Set<Position>> dead = new HashMap<>();
    finder.scan(
        cluster.topics().deadLetters(),
        record -> {
          DeadLetter letter =
              RecordFinder.decoded(cluster.topics().deadLetters(), record).orElseThrow();
          if (letter.getStage().startsWith(StoredTopic.STAGE)) {
            dead.computeIfAbsent(letter.getStage(), stage -> new HashSet<>())
                .add(new Position(letter.getTopic(), letter.getPartition(), letter.getOffset()));
          }
        });
    return dead;
  }
}
