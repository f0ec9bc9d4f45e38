package newswire.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/**
 * A broker of its own that talks TLS only, asks for a name and a password, and allows nothing that
 * no ACL allows; {@code admin} alone may do everything. A user's password is its name and {@code
 * -secret}.
 */
final class SecuredKafka implements AutoCloseable {

  private static final String STORE_PASSWORD = "changeit";
  private static final String PLAIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required";

  private final Path dir;
  private final int port;
  private final Process broker;

  private SecuredKafka(Path dir, int port, Process broker) {
    this.dir = dir;
    this.port = port;
    this.broker = broker;
  }

  static SecuredKafka start(Path dir, List<String> users) throws IOException, InterruptedException {
    Files.createDirectories(dir);
    certificate(dir);
    int port = freePort();
    Path settings = settings(dir, port, users);
    String id = Uuid.randomUuid().toString();
    run(dir, java("kafka.tools.StorageTool", "format", "-t", id, "-c", settings.toString()));
    Process broker =
        new ProcessBuilder(java("kafka.Kafka", settings.toString()))
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("broker.log").toFile())
            .start();
    return new SecuredKafka(dir, port, broker);
  }

  String bootstrapServers() {
    return "localhost:" + port;
  }

  /** What a client of this user is told, by Kafka's keys. */
  Map<String, String> client(String user, String password) {
    return Map.of(
        "security.protocol",
        "SASL_SSL",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        PLAIN + " username=\"" + user + "\" password=\"" + password + "\";",
        "ssl.truststore.location",
        dir.resolve("trusted.p12").toString(),
        "ssl.truststore.password",
        STORE_PASSWORD);
  }

  static String password(String user) {
    return user + "-secret";
  }

  @Override
  public void close() throws InterruptedException {
    broker.destroy();
    if (!broker.waitFor(20, TimeUnit.SECONDS)) {
      broker.destroyForcibly().waitFor();
    }
  }

  private static void certificate(Path dir) throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String keys = dir.resolve("keys.p12").toString();
    String certificate = dir.resolve("broker.crt").toString();
    List<String> password = List.of("-storepass", STORE_PASSWORD, "-storetype", "PKCS12");
    run(
        dir,
        concat(
            List.of(keytool, "-genkeypair", "-alias", "broker", "-keyalg", "EC", "-keystore", keys),
            List.of("-dname", "CN=localhost", "-ext", "SAN=dns:localhost,ip:127.0.0.1"),
            password));
    run(
        dir,
        concat(
            List.of(keytool, "-exportcert", "-alias", "broker", "-keystore", keys),
            List.of("-file", certificate),
            password));
    run(
        dir,
        concat(
            List.of(keytool, "-importcert", "-noprompt", "-alias", "broker", "-file", certificate),
            List.of("-keystore", dir.resolve("trusted.p12").toString()),
            password));
  }

  private static Path settings(Path dir, int port, List<String> users) throws IOException {
    String known =
        users.stream()
            .map(user -> " user_" + user + "=\"" + password(user) + "\"")
            .collect(Collectors.joining());
    String admin = " username=\"admin\" password=\"" + password("admin") + "\"";
    Map<String, String> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    int controller = freePort();
    settings.put("controller.quorum.voters", "1@localhost:" + controller);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put(
        "listeners", "SECURE://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
    settings.put("advertised.listeners", "SECURE://localhost:" + port);
    settings.put("listener.security.protocol.map", "SECURE:SASL_SSL,CONTROLLER:SASL_SSL");
    settings.put("inter.broker.listener.name", "SECURE");
    settings.put("sasl.enabled.mechanisms", "PLAIN");
    settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    settings.put("sasl.mechanism.controller.protocol", "PLAIN");
    for (String listener : List.of("secure", "controller")) {
      settings.put(
          "listener.name." + listener + ".plain.sasl.jaas.config", PLAIN + admin + known + ";");
    }
    settings.put("ssl.keystore.location", dir.resolve("keys.p12").toString());
    settings.put("ssl.keystore.password", STORE_PASSWORD);
    settings.put("ssl.truststore.location", dir.resolve("trusted.p12").toString());
    settings.put("ssl.truststore.password", STORE_PASSWORD);
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:admin");
    settings.put("log.dirs", dir.resolve("log").toString());
    settings.put("message.max.bytes", "8454144");
    settings.put("auto.create.topics.enable", "false");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("group.initial.rebalance.delay.ms", "0");
    String text =
        settings.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .sorted()
            .collect(Collectors.joining("\n"));
    return Files.writeString(dir.resolve("server.properties"), text);
  }

  private static List<String> java(String... mainAndArguments) {
    return concat(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path")),
        List.of(mainAndArguments));
  }

  @SafeVarargs
  private static List<String> concat(List<String>... parts) {
    List<String> all = new ArrayList<>();
    List.of(parts).forEach(all::addAll);
    return all;
  }

  private static void run(Path dir, List<String> command) throws IOException, InterruptedException {
    Path output = dir.resolve("tool.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + Files.readString(output));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
