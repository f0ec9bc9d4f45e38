package newswire.app;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import newswire.local.Addresses;

/** Queries to the {@code up} of one data directory. */
record RunningUp(Path dir) {

  Path data() {
    return dir.resolve("data");
  }

  RunFile file() {
    return RunFile.running(data()).orElseThrow();
  }

  /** The first column of the answer. */
  List<String> strings(String sql) throws SQLException {
    RunFile run = file();
    return new Stored(
            new Addresses(
                run.bootstrapServers(),
                run.registryUrl(),
                run.jdbcUrl(),
                run.jdbcUser(),
                run.jdbcPassword()))
        .strings(sql);
  }
}
