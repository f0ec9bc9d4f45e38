package newswire.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import newswire.schemas.Topics;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what runs, how each source does, what waits and what failed. */
@Command(
    name = "status",
    description =
        "Says what runs, how each source does, what waits to be processed and what failed.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @Mixin private ClusterOptions options = new ClusterOptions();

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws InterruptedException {
    Cluster cluster = options.cluster();
    if (!options.isRemote()) {
      describe(options.running());
    }
    TopicReader reader = new TopicReader(cluster);
    Topics topics = cluster.topics();
    System.out.println();
    System.out.print(sources(reader.latest(topics.sources()), reader.latest(topics.sourceState())));
    System.out.println();
    System.out.print(lags(cluster, topics));
    System.out.println();
    System.out.print(openLetters(cluster));
    return 0;
  }

  private static String openLetters(Cluster cluster) {
    try (RecordFinder finder = new RecordFinder(cluster)) {
      List<Letter> open =
          LetterBox.read(finder, cluster).letters().values().stream()
              .filter(letter -> letter.state() == Letter.State.OPEN)
              .toList();
      return open.isEmpty()
          ? "no open dead letters\n"
          : "dead letters that are open:\n" + LetterText.groups(LetterGroup.of(open));
    }
  }

  private void describe(RunFile run) {
    Duration up = Duration.between(Instant.ofEpochMilli(run.startedAt()), clock.instant());
    System.out.print(
        new TextTable("newswire " + run.version(), "")
            .row("process", run.pid() + ", up " + ago(up))
            .row("Kafka", run.bootstrapServers())
            .row("schema registry", run.registryUrl())
            .row("Postgres", run.jdbcUrl().replaceFirst("^jdbc:", ""))
            .row("HTTP", run.httpUrl()));
  }

  private String sources(Map<String, Source> sources, Map<String, SourceState> states) {
    TextTable table =
        new TextTable("source", "articles", "polls", "last poll", "next poll", "health");
    sources.values().stream()
        .sorted((a, b) -> a.getId().compareTo(b.getId()))
        .forEach(source -> row(table, source, states.get(source.getId())));
    return table.toString();
  }

  private void row(TextTable table, Source source, @Nullable SourceState state) {
    if (state == null) {
      table.row(source.getId(), 0, 0, "never", "-", source.getPaused() ? "paused" : "waiting");
      return;
    }
    Instant now = clock.instant();
    Duration next = Duration.between(now, state.getNextPoll());
    String health = state.getLastError().isEmpty() ? "ok" : state.getLastError();
    if (state.getGone()) {
      health += "; 'newswire source resume " + source.getId() + "' asks again";
    }
    table.row(
        source.getId(),
        state.getArticles(),
        state.getPolls(),
        ago(Duration.between(state.getPolled(), now)) + " ago",
        source.getPaused() || state.getGone() ? "-" : next.isNegative() ? "due" : "in " + ago(next),
        source.getPaused() ? "paused" : health);
  }

  private static String lags(Cluster cluster, Topics topics) throws InterruptedException {
    TextTable table = new TextTable("part", "topic", "waiting");
    try (Admin admin = cluster.admin()) {
      for (Backlog.Lag lag : new Backlog(admin, Pipeline.legs(topics)).lags()) {
        table.row(lag.group(), lag.topic(), lag.records());
      }
    }
    return table.toString();
  }

  static String ago(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 7_200) {
      return seconds / 60 + " min";
    }
    return seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
  }
}
