package newswire.local;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kafka, in this JVM: one node that is broker and controller. */
final class KafkaPart implements Part {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaPart.class);
  private static final int ANSWER_SECONDS = 30;

  private final KafkaNode node;
  private final String bootstrapServers;
  private final Consumer<String> onExit = this::failed;
  private volatile @Nullable String failure;

  private KafkaPart(KafkaNode node, String bootstrapServers) {
    this.node = node;
    this.bootstrapServers = bootstrapServers;
  }

  static KafkaPart start(DataDirectory dir, Ports ports)
      throws LocalPlatformException, IOException, InterruptedException {
    Path log = dir.folder("kafka");
    if (log.toString().contains(",")) {
      throw new LocalPlatformException(
          dir.path() + " has a comma in its name, which Kafka cannot take; give another --data");
    }
    int port = ports.free("kafka");
    keepLocaleFromKafka();
    KafkaSettings settings = new KafkaSettings(log, port, ports.free("kafka-controller"));
    try {
      format(log);
      KafkaNode node = new KafkaNode(settings);
      KafkaPart kafka = new KafkaPart(node, "127.0.0.1:" + port);
      kafka.startUp();
      return kafka;
    } catch (InterruptedException | LocalPlatformException e) {
      throw e;
    } catch (Exception e) {
      throw didNotStart(log, e);
    }
  }

  /**
   * Kafka does not start in Turkish, where it looks for a constant CLASSİC, and names its files in
   * Arabic digits where those are the default, to take all that was written in others for lost. So
   * this JVM goes without a locale where the user's is such a one.
   */
  static void keepLocaleFromKafka() {
    Locale locale = Locale.getDefault();
    boolean digits =
        DecimalFormatSymbols.getInstance(Locale.getDefault(Locale.Category.FORMAT)).getZeroDigit()
            == '0';
    if (!digits || !"i".toUpperCase(locale).equals("I")) {
      LOG.info("Kafka cannot work in the locale {}; this process uses none", locale);
      Locale.setDefault(Locale.ROOT);
    }
  }

  private static LocalPlatformException didNotStart(Path log, Throwable e) {
    return new LocalPlatformException(
        "Kafka did not start with the data in " + log + ": " + e.getMessage() + "; see the log", e);
  }

  /** Once: the cluster id written here is what later starts find. */
  private static void format(Path log) throws Exception {
    if (Files.exists(log.resolve("meta.properties"))) {
      return;
    }
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(KafkaSettings.NODE_ID)
        .addDirectory(log.toString())
        .setMetadataLogDirectory(log.toString())
        .setControllerListenerName(KafkaSettings.CONTROLLER)
        .setIgnoreFormatted(true)
        .run();
  }

  private void startUp() throws Exception {
    KafkaExit.listen(onExit);
    boolean up = false;
    try {
      node.start();
      awaitAnswer();
      up = true;
    } finally {
      if (!up) {
        stop();
      }
    }
  }

  private void awaitAnswer() throws InterruptedException, ExecutionException, TimeoutException {
    Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    try {
      admin.describeCluster().clusterId().get(ANSWER_SECONDS, SECONDS);
    } finally {
      admin.close(Duration.ofSeconds(1));
    }
  }

  private void failed(String why) {
    failure = why;
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public String name() {
    return "Kafka " + AppInfoParser.getVersion();
  }

  @Override
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void stop() {
    try {
      node.stop();
    } catch (RuntimeException e) {
      LOG.warn("Kafka did not stop cleanly", e);
    } finally {
      KafkaExit.forget(onExit);
    }
  }
}
