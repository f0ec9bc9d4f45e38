package newswire.local;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of a broker that is its own controller and has the machine's loopback to itself. */
record KafkaSettings(Path log, int port, int controllerPort) {

  static final int NODE_ID = 1;
  static final String CONTROLLER = "CONTROLLER";

  private static final int MAX_RECORD_BYTES = 10 << 20;
  private static final int SMALL_SEGMENT_BYTES = 8 << 20;

  InetSocketAddress controller() {
    return new InetSocketAddress("127.0.0.1", controllerPort);
  }

  Map<String, String> broker() {
    Map<String, String> settings = new HashMap<>();
    node(settings);
    coordinators(settings);
    records(settings);
    size(settings);
    return settings;
  }

  private void node(Map<String, String> settings) {
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(NODE_ID));
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    settings.put(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    settings.put("controller.listener.names", CONTROLLER);
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    settings.put("log.dirs", log.toString());
    settings.put("server.max.startup.time.ms", "120000");
    // A machine that is busy for a while must not lose its only broker.
    settings.put("broker.session.timeout.ms", "30000");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("auto.create.topics.enable", "false");
  }

  private static void coordinators(Map<String, String> settings) {
    settings.put("default.replication.factor", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "4");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // A transaction left open by a kill holds every reader back until it is found and ended.
    settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000");
    // A platform that was off for a holiday must not have forgotten how far its readers were.
    settings.put("offsets.retention.minutes", Integer.toString(365 * 24 * 60));
  }

  private static void records(Map<String, String> settings) {
    settings.put("message.max.bytes", Integer.toString(MAX_RECORD_BYTES));
    settings.put("replica.fetch.max.bytes", Integer.toString(MAX_RECORD_BYTES));
    // Nothing goes unless its topic says so.
    settings.put("log.retention.ms", "-1");
  }

  private static void size(Map<String, String> settings) {
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("background.threads", "2");
    settings.put("log.cleaner.threads", "1");
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
    settings.put("offsets.topic.segment.bytes", Integer.toString(SMALL_SEGMENT_BYTES));
    settings.put("transaction.state.log.segment.bytes", Integer.toString(SMALL_SEGMENT_BYTES));
    settings.put("metadata.log.segment.bytes", Integer.toString(SMALL_SEGMENT_BYTES));
  }
}
