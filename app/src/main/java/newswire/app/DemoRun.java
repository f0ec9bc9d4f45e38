package newswire.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import newswire.app.demo.DemoWorld;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceKind;

/**
 * The sample news world while it is read: its sources, the withdrawal that happens in it, and
 * whether every article in it has been accounted for.
 */
final class DemoRun implements AutoCloseable {

  /** Begins the id of every source of the demo. */
  static final String PREFIX = "demo-";

  private static final long POLL_MS = 2_000;

  private final DemoWorld world;
  private final RunFile run;
  private boolean withdrawn;

  private DemoRun(DemoWorld world, RunFile run) {
    this.world = world;
    this.run = run;
  }

  static DemoRun start(Path dir, int port, RunFile run) {
    try {
      DemoWorld world = DemoWorld.start(port, epoch(dir));
      Progress.step(
          "a sample news world of "
              + world.feeds().size()
              + " outlets and "
              + world.articles().size()
              + " articles, served on 127.0.0.1:"
              + port);
      return new DemoRun(world, run);
    } catch (IOException e) {
      throw Exit.missing(
          "cannot serve the sample news world on port "
              + port
              + " of 127.0.0.1: "
              + e.getMessage());
    }
  }

  // Articles carry times before this one; kept, so that a second run serves the same bytes.
  static Instant epoch(Path dir) throws IOException {
    Path file = dir.resolve("demo-epoch");
    if (!Files.exists(file)) {
      Files.writeString(file, Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS) + "\n");
    }
    return Instant.parse(Files.readString(file).strip());
  }

  /**
   * The sources of this world, with settings that suit it: loopback, a short interval, no delay.
   */
  List<Source> sources() {
    return sources(world);
  }

  static List<Source> sources(DemoWorld world) {
    return world.feeds().stream()
        .map(
            feed ->
                Source.newBuilder()
                    .setId(PREFIX + feed.id())
                    .setKind(SourceKind.FEED)
                    .setName(feed.name())
                    .setUrl(feed.url().toString())
                    .setLanguage(feed.language())
                    .setIntervalMs(POLL_MS)
                    .setDelayMs(0)
                    .setAllowPrivateNetworks(true)
                    .build())
        .toList();
  }

  /**
   * Whether everything that happens in it has happened and arrived: withdraws the article that is
   * to be withdrawn, when asked first.
   */
  boolean isOver() {
    try (Connection connection = connect()) {
      if (!withdrawn) {
        withdraw(connection);
        withdrawn = true;
        return false;
      }
      return is(connection, world.withdrawn(), "status = 'KILLED'")
          && is(connection, world.correctedArticle(), "version > 1");
    } catch (SQLException | Exit e) {
      return false; // tried again; a store or broker that has died is told elsewhere
    }
  }

  private void withdraw(Connection connection) throws SQLException {
    if (is(connection, world.withdrawn(), "status = 'KILLED'")) {
      return;
    }
    String id = id(world.withdrawn());
    Progress.step("newswire withdraw " + id);
    try (Withdrawals withdrawals = new Withdrawals(Cluster.of(run), Clock.systemUTC())) {
      withdrawals.kill(id, "withdrawn by its publisher", "newswire demo");
    }
  }

  /** What is missing, if an article is neither stored nor among the dead letters. */
  Optional<String> gap() {
    Set<String> missing = new HashSet<>(ids());
    int articles = missing.size();
    missing.removeAll(stored());
    missing.removeAll(dead());
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            missing.size()
                + " of "
                + articles
                + " sample articles are not accounted for: "
                + String.join(", ", missing.stream().sorted().toList()));
  }

  /** The sum, in a line. */
  String account() {
    Set<String> all = new HashSet<>(ids());
    Set<String> stored = stored();
    stored.retainAll(all);
    Set<String> dead = dead();
    dead.retainAll(all);
    return "Sample articles: "
        + all.size()
        + " = "
        + stored.size()
        + " stored + "
        + dead.size()
        + " in the dead letters with a reason.";
  }

  private List<String> ids() {
    return world.articles().stream().map(DemoRun::id).toList();
  }

  private Set<String> stored() {
    Set<String> ids = new HashSet<>();
    try (Connection connection = connect();
        PreparedStatement query = connection.prepareStatement("select id from newswire.articles");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
      return ids;
    } catch (SQLException e) {
      throw Exit.failed("Postgres does not answer: " + e.getMessage());
    }
  }

  private Set<String> dead() {
    Set<String> ids = new HashSet<>();
    Cluster cluster = Cluster.of(run);
    new TopicReader(cluster)
        .read(
            cluster.topics().deadLetters(),
            letter ->
                CanonicalUrl.parse(letter.value().getUrl())
                    .map(ArticleId::ofUrl)
                    .ifPresent(ids::add));
    return ids;
  }

  private static boolean is(Connection connection, URI article, String condition)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select 1 from newswire.articles where id = ? and " + condition)) {
      query.setString(1, id(article));
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  static String id(URI article) {
    return ArticleId.ofUrl(CanonicalUrl.parse(article.toString()).orElseThrow());
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(run.jdbcUrl(), run.jdbcUser(), run.jdbcPassword());
  }

  @Override
  public void close() {
    world.close();
  }
}
