package newswire.sink.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import newswire.local.Addresses;
import newswire.schemas.avro.Status;
import newswire.sink.Newsroom;
import newswire.sink.SinkContract.Bench;
import newswire.sink.SinkContract.StoredArticle;

/** A schema of its own in the shared Postgres, with topics of its own. */
final class PostgresBench implements Bench {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Newsroom newsroom;
  private final PostgresConfig config;

  private PostgresBench(Newsroom newsroom, PostgresConfig config) {
    this.newsroom = newsroom;
    this.config = config;
  }

  static PostgresBench open(Addresses addresses, Map<String, String> settings) {
    String name = "bench" + NUMBER.incrementAndGet();
    Map<String, String> all = new HashMap<>(settings);
    all.put("jdbc-url", addresses.jdbcUrl());
    all.put("user", addresses.jdbcUser());
    all.put("password", addresses.jdbcPassword());
    all.put("group", name + "-sink");
    all.put("schema", name);
    return new PostgresBench(Newsroom.open(addresses, name), PostgresConfig.from(all));
  }

  PostgresConfig config() {
    return config;
  }

  @Override
  public Newsroom newsroom() {
    return newsroom;
  }

  @Override
  public String group() {
    return config.group();
  }

  @Override
  public PostgresSink sink() {
    return new PostgresSink(config, newsroom.kafka(), newsroom.topics());
  }

  /** Makes the tables before any sink does. */
  PostgresBench migrated() throws SQLException {
    try (Database database = new Database(config)) {
      database.migrate();
    }
    return this;
  }

  @Override
  public void forgetOffsets() {
    execute("update sink_offsets set next_offset = 0");
  }

  @Override
  public List<String> ids() {
    return column("select id from articles order by id collate \"C\"");
  }

  @Override
  public Optional<StoredArticle> article(String id) {
    String sql =
        "select title, summary, text, authors, subjects, language, status, embargo_until,"
            + " revision_counter,"
            + " array(select name from entities where article_id = id order by ordinal),"
            + " array(select text from mentions where article_id = id order by ordinal)"
            + " from articles where id = ?";
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(stored(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static StoredArticle stored(ResultSet row) throws SQLException {
    return new StoredArticle(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        List.of((String[]) row.getArray(4).getArray()),
        List.of((String[]) row.getArray(5).getArray()),
        row.getString(6),
        Status.valueOf(row.getString(7)),
        Optional.ofNullable(row.getObject(8, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        row.getLong(9),
        List.of((String[]) row.getArray(10).getArray()),
        List.of((String[]) row.getArray(11).getArray()));
  }

  @Override
  public Optional<String> headline(String storyId) {
    return column("select headline from stories where id = '" + storyId + "'").stream().findFirst();
  }

  Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(config.jdbcUrl(), config.user(), config.password());
    connection.setSchema(config.schema());
    return connection;
  }

  void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of the answer, as text. */
  List<String> column(String sql) {
    List<String> values = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long count(String table) {
    return Long.parseLong(column("select count(*) from " + table).get(0));
  }

  @Override
  public void close() {
    newsroom.close();
  }
}
