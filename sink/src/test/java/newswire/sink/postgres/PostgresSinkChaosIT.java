package newswire.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import newswire.sink.Samples;
import newswire.sink.postgres.Chaos.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sinks in processes of their own, with whatever can happen to them, checked against a table
 * without a key. The whole of it is run by hand ({@code CONTRIBUTING.md}).
 */
@Tag("long")
class PostgresSinkChaosIT {

  private static final Map<Fault, Integer> QUICK = Map.of(Fault.KILL_SINK, 2, Fault.LOSE_COMMIT, 1);
  private static final Map<Fault, Integer> WHOLE =
      Map.of(
          Fault.KILL_SINK, 12,
          Fault.SUSPEND_SINK, 3,
          Fault.LOSE_COMMIT, 3,
          Fault.STOP_POSTGRES, 2,
          Fault.KILL_BROKER, 2);

  private static final boolean ALL = Boolean.getBoolean("newswire.chaos");
  private static final int RECORDS = ALL ? 22_000 : 2_400;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path dir;

  @Test
  void losesAndDoublesNothingWhateverHappens() throws Exception {
    long seed = Long.getLong("newswire.chaos.seed", System.nanoTime());
    Random random = new Random(seed);
    List<Fault> faults = new ArrayList<>();
    new EnumMap<>(ALL ? WHOLE : QUICK)
        .forEach((fault, times) -> faults.addAll(Collections.nCopies(times, fault)));
    Collections.shuffle(faults, random);
    say("chaos with -Dnewswire.chaos.seed=%d: %d records%n", seed, RECORDS);

    int share = RECORDS / faults.size();
    try (Chaos chaos = new Chaos(dir, random.nextLong())) {
      for (Fault fault : faults) {
        chaos.publish(share);
        chaos.let(fault, 1 + random.nextInt(share / 2));
        say("  at %6d stored: %s%n", chaos.audit().written(), fault.what);
      }
      int records = share * faults.size();
      chaos.settle();

      List<String> ids = IntStream.range(0, records).mapToObj(Samples::id).toList();
      Arrays.stream(Fault.values())
          .filter(faults::contains)
          .forEach(fault -> say("%6d %s%n", Collections.frequency(faults, fault), fault.what));
      say(
          "%6d records in, %d lost, %d stored twice, fenced %d times%n",
          records, chaos.audit().missing(ids), chaos.audit().doubled(), chaos.fenced());

      chaos.audit().assertEachOnce(ids);
      assertThat(chaos.bench().newsroom().deadLetters()).isEmpty();
      assertThat(chaos.lostCommits()).isEqualTo(Collections.frequency(faults, Fault.LOSE_COMMIT));
      if (faults.contains(Fault.SUSPEND_SINK)) {
        assertThat(chaos.fenced()).isPositive();
      }
    }
  }

  private static void say(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format, arguments);
  }
}
