package newswire.enrich.relate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import newswire.schemas.avro.Sketch;

/** Orders in which articles arrive; the versions of each keep theirs. */
final class Schedule {

  private Schedule() {}

  /** Sorted by time with a random delay each; zero hours leave only the ties to chance. */
  static List<Sketch> late(List<List<Sketch>> articles, int hours, Random random) {
    TreeMap<Double, Sketch> schedule = new TreeMap<>();
    for (List<Sketch> versions : articles) {
      double before = Double.NEGATIVE_INFINITY;
      for (Sketch version : versions) {
        double hour = version.getEffective().getEpochSecond() / 3600.0;
        double time = Math.max(before, hour + random.nextDouble() * hours);
        while (schedule.containsKey(time) || time <= before) {
          time = Math.nextUp(time);
        }
        schedule.put(time, version);
        before = time;
      }
    }
    return List.copyOf(schedule.values());
  }

  /** The latest first, ties turned round as well. */
  static List<Sketch> reversed(List<List<Sketch>> articles) {
    List<List<Sketch>> turned = new ArrayList<>(articles);
    Collections.reverse(turned);
    turned.sort(
        Comparator.comparing((List<Sketch> versions) -> versions.get(0).getEffective()).reversed());
    return turned.stream().flatMap(List::stream).toList();
  }
}
