package newswire.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The tests share one directory, whose first start takes the longest; none depends on another. */
@TestInstance(Lifecycle.PER_CLASS)
class LocalPlatformIT {

  private static final int LARGE = 8 << 20;
  private static final int SMALL = 10;

  private final Path dir;
  private final Path otherDir;

  LocalPlatformIT(@TempDir Path temp) {
    dir = temp.resolve("a news room");
    otherDir = temp.resolve("another");
  }

  @Test
  void keepsDataAndAddressesOverARestart() throws Exception {
    Evidence evidence = new Evidence("restarted");
    List<String> progress = new ArrayList<>();
    Addresses before;
    int console;
    try (LocalPlatform platform = LocalPlatform.start(dir, progress::add)) {
      before = platform.addresses();
      console = platform.reservePort("console");
      evidence.put(before, LARGE);
      assertThat(platform.failure()).isEmpty();
    }
    assertThat(progress)
        .satisfiesExactly(
            line ->
                assertThat(line).matches("Kafka 4\\.3\\.1 on 127.0.0.1:\\d+ \\(\\d+\\.\\d s\\)"),
            line -> assertThat(line).startsWith("Postgres 17.11 on 127.0.0.1:"),
            line -> assertThat(line).startsWith("Apicurio Registry 3.0.9 on http://127.0.0.1:"));

    try (LocalPlatform platform = LocalPlatform.start(dir, line -> {});
        LocalPlatform other = LocalPlatform.startWithoutPostgres(otherDir, line -> {})) {
      assertThat(platform.addresses()).isEqualTo(before);
      assertThat(platform.reservePort("console")).isEqualTo(console);
      evidence.assertKept(before, LARGE);
      assertTextInEveryScript(before);
      assertIncompatibleSchemasAreRefused(evidence, before, other.addresses());
      platform.close();
    }
  }

  private static void assertIncompatibleSchemasAreRefused(
      Evidence evidence, Addresses addresses, Addresses elsewhere) throws Exception {
    String required = "{\"name\":\"url\",\"type\":\"string\"},";
    assertThat(evidence.register(addresses, required).statusCode()).isEqualTo(409);
    assertThat(evidence.register(elsewhere, required).statusCode()).isEqualTo(200);
    assertThat(Evidence.get(addresses, "/config")).contains("FULL_TRANSITIVE");
    assertThat(elsewhere.jdbcUrl()).isEmpty();
  }

  @Tag("long")
  @Test
  void startsAgainAfterKillsAndTakesOverWhatTheyLeft() throws Exception {
    Evidence first = new Evidence("all_killed");
    Evidence second = new Evidence("killed");
    OtherNewswire killed = OtherNewswire.start(dir);
    first.put(killed.addresses(), SMALL);
    assertInUseBy(killed);
    killed.killWithAllItStarted();
    killed.giveIdOfPostgresTo(ProcessHandle.current());

    OtherNewswire next = OtherNewswire.start(dir);
    second.put(next.addresses(), SMALL);
    ProcessHandle postgres = next.postgres();
    ProcessHandle registry = next.registry();
    next.kill();
    assertThat(postgres.isAlive()).isTrue();

    List<String> progress = new ArrayList<>();
    try (LocalPlatform platform = LocalPlatform.start(dir, progress::add)) {
      assertThat(registry.isAlive()).isFalse();
      assertThat(progress.get(1)).startsWith("Postgres 17.11 (found running, taken over) on ");
      assertThat(next.postgres()).isEqualTo(postgres);
      first.assertKept(platform.addresses(), SMALL);
      second.assertKept(platform.addresses(), SMALL);
    }
    assertThat(dir.resolve("postgres/data").resolve(PostmasterFile.FILE)).doesNotExist();
    postgres.onExit().get(5, SECONDS);
  }

  private void assertInUseBy(OtherNewswire other) {
    assertThatThrownBy(() -> LocalPlatform.start(dir, line -> {}))
        .isInstanceOf(LocalPlatformException.class)
        .hasMessage(
            "%s is in use by another newswire (process %s); stop it or give another --data",
            dir, other.pid());
  }

  private static void assertTextInEveryScript(Addresses addresses) throws Exception {
    try (Connection connection = Evidence.connect(addresses);
        Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_trgm");
      try (ResultSet row =
          statement.executeQuery(
              """
              select lower('ÉTÉ МИР'), array_length(show_trgm('بوتين'), 1) > 0,
                     to_tsvector('simple', 'الأخبار، اليوم')::text, current_setting('fsync')""")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("été мир");
        assertThat(row.getBoolean(2)).isTrue();
        assertThat(row.getString(3)).isEqualTo("'الأخبار':1 'اليوم':2");
        assertThat(row.getString(4)).isEqualTo("on");
      }
    }
  }

  @Test
  void stopsWhatItStartedWhenALaterPartCannot() throws Exception {
    Path fresh = otherDir.resolveSibling("fresh");
    DataDirectory.open(fresh).close();
    Ports ports = new Ports(fresh.resolve("ports.properties"));
    int registry = ports.kept("registry");
    try (ServerSocket busy =
        new ServerSocket(registry, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      assertThatThrownBy(() -> LocalPlatform.start(fresh, line -> {}))
          .isInstanceOf(LocalPlatformException.class)
          .hasMessageContaining(
              "port " + busy.getLocalPort() + ", which newswire keeps for its registry");
    }
    assertThat(Ports.isFree(ports.kept("kafka"))).isTrue();
    assertThat(Files.exists(fresh.resolve("postgres"))).isFalse();
    DataDirectory.open(fresh).close();
  }
}
