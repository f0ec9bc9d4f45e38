package newswire.sink.postgres;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Settings of the Postgres sink.
 *
 * @param jdbcUrl the database, such as {@code jdbc:postgresql://127.0.0.1:5432/newswire}
 * @param password kept out of {@link #toString}
 * @param group consumer group, and the name under which offsets are kept in the database
 * @param schema schema that holds the tables; made if missing
 * @param batchSize most records in one transaction
 * @param statementTimeout longest a statement may take
 * @param lockTimeout longest a statement may wait for another process
 * @param idleTimeout longest a transaction may stand still: a stopped process blocks its successor
 *     no longer
 * @param longestRetry longest pause between two tries to reach a database that is down
 * @param history whether all states of articles are stored too, not only the latest
 */
public record PostgresConfig(
    String jdbcUrl,
    String user,
    String password,
    String group,
    String schema,
    int batchSize,
    Duration statementTimeout,
    Duration lockTimeout,
    Duration idleTimeout,
    Duration longestRetry,
    boolean history) {

  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final int LARGEST_BATCH = 10_000;

  /**
   * One setting as a person writes it.
   *
   * @param preset the default; empty if the setting must be given
   */
  public record Key(String name, String preset, String help) {}

  private static final List<Key> KEYS =
      List.of(
          new Key("jdbc-url", "", "Database, such as jdbc:postgresql://127.0.0.1:5432/newswire."),
          new Key("user", "", "User; must be allowed to create the schema."),
          new Key("password", "", "Password of that user."),
          new Key("group", "newswire-sink-postgres", "Consumer group and name of the offsets."),
          new Key("schema", "newswire", "Schema that holds the tables; made if missing."),
          new Key("batch-size", "500", "Most records in one transaction."),
          new Key("statement-timeout", "PT30S", "Longest a statement may take."),
          new Key("lock-timeout", "PT10S", "Longest a statement waits for another process."),
          new Key("idle-timeout", "PT15S", "Longest a transaction may stand still."),
          new Key("longest-retry", "PT10S", "Longest pause between tries to reach the database."),
          new Key("history", "false", "Whether to store all states of articles too."));

  public PostgresConfig {
    require(jdbcUrl.startsWith("jdbc:postgresql:"), "jdbc-url must begin with jdbc:postgresql:");
    require(!group.isBlank(), "group must not be empty");
    require(NAME.matcher(schema).matches(), "schema must be a lower-case SQL name");
    require(batchSize > 0 && batchSize <= LARGEST_BATCH, "batch-size must be 1 to 10000");
    Stream.of(statementTimeout, lockTimeout, idleTimeout, longestRetry)
        .forEach(d -> require(d.toMillis() > 0, "every time-out must be at least a millisecond"));
  }

  /** All defaults. */
  public static PostgresConfig of(String jdbcUrl, String user, String password) {
    return from(Map.of("jdbc-url", jdbcUrl, "user", user, "password", password));
  }

  /**
   * From settings as a person writes them.
   *
   * @throws IllegalArgumentException if a key is unknown or a value cannot be used
   */
  public static PostgresConfig from(Map<String, String> settings) {
    List<String> unknown = new ArrayList<>(settings.keySet());
    KEYS.forEach(key -> unknown.remove(key.name()));
    unknown.sort(null);
    require(unknown.isEmpty(), "unknown setting: " + String.join(", ", unknown));
    return new PostgresConfig(
        text(settings, "jdbc-url"),
        text(settings, "user"),
        text(settings, "password"),
        text(settings, "group"),
        text(settings, "schema"),
        number(settings, "batch-size"),
        duration(settings, "statement-timeout"),
        duration(settings, "lock-timeout"),
        duration(settings, "idle-timeout"),
        duration(settings, "longest-retry"),
        flag(settings, "history"));
  }

  /** Every setting with its default and help text. */
  public static List<Key> keys() {
    return KEYS;
  }

  private static String text(Map<String, String> settings, String name) {
    Key key = KEYS.stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow();
    return settings.getOrDefault(name, key.preset());
  }

  private static int number(Map<String, String> settings, String name) {
    String text = text(settings, name);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, not " + text, e);
    }
  }

  private static boolean flag(Map<String, String> settings, String name) {
    String text = text(settings, name);
    require(text.equals("true") || text.equals("false"), name + " must be true or false");
    return text.equals("true");
  }

  private static Duration duration(Map<String, String> settings, String name) {
    String text = text(settings, name);
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          name + " must be a duration such as PT30S, not " + text, e);
    }
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  @Override
  public String toString() {
    return "PostgresConfig["
        + jdbcUrl.replaceAll("(?i)(password=)[^&]*", "$1***")
        + ", user="
        + user
        + ", password=***, group="
        + group
        + ", schema="
        + schema
        + ", batchSize="
        + batchSize
        + "]";
  }
}
