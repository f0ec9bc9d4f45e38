package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import newswire.local.Addresses;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;

/** What a pipeline has made of raw articles. */
record Stored(Addresses at) {

  /** The first column of the answer. */
  List<String> strings(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(at.jdbcUrl(), at.jdbcUser(), at.jdbcPassword());
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** All dead letters, in order. */
  List<DeadLetter> letters() {
    Cluster cluster = Cluster.open(at.bootstrapServers(), at.registryUrl(), Topics.DEFAULT_PREFIX);
    Topic<?, DeadLetter> topic = cluster.topics().deadLetters();
    List<DeadLetter> letters = new ArrayList<>();
    try (RecordFinder finder = new RecordFinder(cluster)) {
      finder.scan(topic, record -> letters.add(RecordFinder.decoded(topic, record).orElseThrow()));
    }
    return letters;
  }

  /** Runs {@code newswire verify}. */
  InProcess verify() {
    String sign = at.jdbcUrl().contains("?") ? "&" : "?";
    String password = URLEncoder.encode(at.jdbcPassword(), UTF_8);
    return InProcess.run(
        "verify",
        "--bootstrap-server",
        at.bootstrapServers(),
        "--registry",
        at.registryUrl(),
        "--jdbc-url",
        at.jdbcUrl() + sign + "password=" + password,
        "--jdbc-user",
        at.jdbcUser());
  }
}
