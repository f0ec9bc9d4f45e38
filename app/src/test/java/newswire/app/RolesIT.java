package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newswire.local.LocalPlatform;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample news world through processes of their own, each allowed only what it needs on a broker
 * that talks TLS, and a registry that asks for a password.
 */
@Tag("long")
class RolesIT {

  private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/readyz");
  private static final Map<String, Privileges.Part> USERS =
      Map.of(
          "init", Privileges.Part.INIT,
          "ingest", Privileges.Part.INGEST,
          "enrich", Privileges.Part.ENRICH,
          "sink", Privileges.Part.SINK,
          "operator", Privileges.Part.OPERATOR);

  @TempDir private Path dir;

  private final List<Newswire> running = new ArrayList<>();
  private LocalPlatform platform;
  private GuardedRegistry registry;
  private SecuredKafka kafka;

  @BeforeEach
  void start() throws Exception {
    kafka = SecuredKafka.start(dir.resolve("kafka"), allUsers());
    platform = LocalPlatform.start(dir.resolve("data"), line -> {});
    registry = GuardedRegistry.before(platform.addresses().registryUrl());
  }

  private static List<String> allUsers() {
    List<String> users = new ArrayList<>(USERS.keySet());
    users.add("admin");
    return users;
  }

  @AfterEach
  void stop() throws Exception {
    for (Newswire each : running) {
      each.close();
    }
    if (registry != null) {
      registry.close();
    }
    if (platform != null) {
      platform.close();
    }
    if (kafka != null) {
      kafka.close();
    }
  }

  @Test
  void carriesTheSampleWorldWithNoMorePrivilegesThanNeeded() throws Exception {
    allow();
    Newswire init = Newswire.run(dir, settings("init"), "init", "--wait", "PT2M");
    assertThat(init.exitCode(0)).as(init.err()).isZero();

    Newswire sink = role("sink", "sink", "postgres");
    Newswire enrich =
        role("enrich", "enrich", "--set", "enrich.state-directory=" + dir.resolve("state"));
    Newswire ingest = role("ingest", "ingest", "sources");
    Newswire demo =
        role("operator", "demo", "--port", "0", "--state", dir.resolve("demo").toString());

    Awaitility.await()
        .atMost(Duration.ofMinutes(4))
        .ignoreExceptionsInstanceOf(SQLException.class)
        .untilAsserted(
            () ->
                assertThat(count("select count(*) from newswire.articles"))
                    .as(
                        () ->
                            List.of(sink, enrich, ingest, demo).stream()
                                .map(RolesIT::err)
                                .toList()
                                .toString())
                    .isEqualTo(66));
    assertThat(count("select count(distinct language) from newswire.articles"))
        .isGreaterThanOrEqualTo(12);
    assertThat(get(sink, "/metrics")).contains("newswire_sink_stored_total");
    assertThat(get(enrich, "/metrics"))
        .contains("newswire_enrich_running{application=\"newswire.relate\"} 1")
        .contains("kafka_consumer_fetch_manager_records_consumed_total");
    assertThat(get(ingest, "/metrics")).contains("newswire_ingest_sources 12");
    Newswire status = Newswire.run(dir, settings("operator"), "status");
    assertThat(status.exitCode(0)).as(status.err()).isZero();
    assertThat(status.out()).contains("demo-nile-gazette").contains("newswire.prepare");
    for (Newswire each : List.of(ingest, enrich, sink, demo)) {
      each.terminate();
      // 143: ended by the signal, in order
      assertThat(each.exitCode(25)).as(each.err()).isIn(0, 143);
      assertThat(each.err()).doesNotContainIgnoringCase("authoriz");
    }
  }

  @Test
  void saysWhyItIsNotLetIn() throws Exception {
    Map<String, String> wrong = settings("operator");
    wrong.put(
        "NEWSWIRE_KAFKA_SASL_JAAS_CONFIG", kafka.client("operator", "خطأ").get("sasl.jaas.config"));
    wrong.remove("NEWSWIRE_KAFKA_SASL_JAAS_CONFIG_FILE");

    Newswire status = Newswire.run(dir, wrong, "status");

    assertThat(status.exitCode(0)).isNotZero();
    assertThat(status.err()).contains("Authentication failed").doesNotContain("خطأ");
    Newswire nobody = Newswire.run(dir, settings("sink"), "source", "list");
    assertThat(nobody.exitCode(0)).isNotZero();
    assertThat(nobody.err()).contains("Not authorized").hasLineCount(1);
  }

  private void allow() {
    Cluster cluster =
        new Cluster(
            kafka.bootstrapServers(),
            platform.addresses().registryUrl(),
            "newswire.",
            kafka.client("admin", SecuredKafka.password("admin")),
            Map.of());
    List<AclBinding> acls = new ArrayList<>();
    USERS.forEach(
        (user, part) -> acls.addAll(Privileges.of(part, cluster.topics(), "User:" + user)));
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(
            () -> {
              try (Admin admin = cluster.admin()) {
                admin.createAcls(acls).all().get();
                return true;
              }
            });
  }

  private Newswire role(String user, String... command) throws IOException {
    Newswire role = Newswire.start(dir, settings(user), command);
    running.add(role);
    return role;
  }

  /** In the environment, the secrets in files. */
  private Map<String, String> settings(String user) throws IOException {
    Map<String, String> settings = new HashMap<>();
    Map<String, String> client = kafka.client(user, SecuredKafka.password(user));
    client.forEach(
        (key, value) ->
            settings.put(
                "NEWSWIRE_KAFKA_" + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_'),
                value));
    String jaas = settings.remove("NEWSWIRE_KAFKA_SASL_JAAS_CONFIG");
    settings.put(
        "NEWSWIRE_KAFKA_SASL_JAAS_CONFIG_FILE",
        Files.writeString(dir.resolve(user + ".jaas"), jaas).toString());
    settings.put("NEWSWIRE_BOOTSTRAP_SERVER", kafka.bootstrapServers());
    settings.put("NEWSWIRE_REGISTRY", registry.url());
    settings.put(
        "NEWSWIRE_REGISTRY_BASIC_AUTH_USER_INFO",
        GuardedRegistry.USER + ":" + GuardedRegistry.PASSWORD);
    settings.put("NEWSWIRE_POSTGRES_JDBC_URL", platform.addresses().jdbcUrl());
    settings.put("NEWSWIRE_POSTGRES_USER", platform.addresses().jdbcUser());
    settings.put("NEWSWIRE_POSTGRES_PASSWORD", platform.addresses().jdbcPassword());
    return settings;
  }

  private static String err(Newswire role) {
    try {
      return role.err();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String get(Newswire role, String path) throws IOException, InterruptedException {
    Matcher address = ADDRESS.matcher(role.err());
    assertThat(address.find()).as(role.err()).isTrue();
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address.group(1) + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private long count(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                platform.addresses().jdbcUrl(),
                platform.addresses().jdbcUser(),
                platform.addresses().jdbcPassword());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
