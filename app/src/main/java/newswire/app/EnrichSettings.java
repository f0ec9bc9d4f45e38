package newswire.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import newswire.app.settings.Setting;
import newswire.app.settings.Settings;
import newswire.enrich.EnrichConfig;

/** How enrichment is set. */
final class EnrichSettings {

  private static final EnrichConfig DEFAULTS = EnrichConfig.of("", Path.of(""));
  private static final String STATE_DIRECTORY = SettingKeys.ENRICH + "state-directory";
  private static final String THREADS = SettingKeys.ENRICH + "threads";
  private static final String COMMIT_INTERVAL = SettingKeys.ENRICH + "commit-interval";
  private static final String TRANSACTION_TIMEOUT = SettingKeys.ENRICH + "transaction-timeout";
  private static final String SESSION_TIMEOUT = SettingKeys.ENRICH + "session-timeout";
  private static final String CLOSE_TIMEOUT = SettingKeys.ENRICH + "close-timeout";

  static final List<Setting> KEYS =
      List.of(
          Setting.of(
              STATE_DIRECTORY,
              "",
              "Where the stores lie, of one process alone (default: DIR/streams of --data)."),
          Setting.of(
              THREADS,
              Integer.toString(DEFAULTS.threads()),
              "Threads of each of the three applications."),
          Setting.of(
              COMMIT_INTERVAL,
              DEFAULTS.commitInterval().toString(),
              "How often results become visible."),
          Setting.of(
              TRANSACTION_TIMEOUT,
              DEFAULTS.transactionTimeout().toString(),
              "After this long the broker gives up a transaction left open."),
          Setting.of(
              SESSION_TIMEOUT,
              DEFAULTS.sessionTimeout().toString(),
              "After this long without a sign of life, others take the partitions."),
          Setting.of(
              CLOSE_TIMEOUT,
              DEFAULTS.closeTimeout().toString(),
              "How long closing each application may take."));

  private EnrichSettings() {}

  /**
   * How enrichment runs.
   *
   * @param state where the stores lie if nothing else is set
   */
  static EnrichConfig config(Cluster cluster, Settings settings, Path state) {
    try {
      return new EnrichConfig(
          cluster.bootstrapServers(),
          settings.find(STATE_DIRECTORY).map(Path::of).orElse(state),
          // Two installations on one Kafka must not share groups and inner topics.
          cluster.prefix(),
          DEFAULTS.generation(),
          threads(settings),
          duration(settings, COMMIT_INTERVAL),
          duration(settings, TRANSACTION_TIMEOUT),
          duration(settings, SESSION_TIMEOUT),
          duration(settings, CLOSE_TIMEOUT),
          cluster.kafka());
    } catch (IllegalArgumentException e) {
      throw Exit.usage("enrich: " + e.getMessage());
    }
  }

  private static int threads(Settings settings) {
    String text = settings.get(THREADS);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(THREADS + " must be a number, not " + text, e);
    }
  }

  private static Duration duration(Settings settings, String key) {
    String text = settings.get(key);
    try {
      Duration duration = Duration.parse(text);
      if (duration.toMillis() > 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(key + " must be a duration such as PT5S, not " + text, e);
    }
    throw new IllegalArgumentException(key + " must be at least a millisecond");
  }
}
