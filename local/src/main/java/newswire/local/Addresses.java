package newswire.local;

/**
 * Where the parts of a platform are reached; the three JDBC values are empty in a platform without
 * Postgres.
 *
 * @param registryUrl base of the Confluent-compatible API
 */
public record Addresses(
    String bootstrapServers,
    String registryUrl,
    String jdbcUrl,
    String jdbcUser,
    String jdbcPassword) {

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "Addresses[" + bootstrapServers + ", " + registryUrl + ", " + jdbcUrl + "]";
  }
}
