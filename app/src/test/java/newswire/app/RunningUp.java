package newswire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import newswire.local.Addresses;

/** Commands and queries to the {@code up} of one data directory. */
record RunningUp(Path dir) {

  Path data() {
    return dir.resolve("data");
  }

  RunFile file() {
    return RunFile.running(data()).orElseThrow();
  }

  Newswire newswire(String... args) throws IOException, InterruptedException {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--data";
    all[args.length + 1] = data().toString();
    return Newswire.run(dir, all);
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
