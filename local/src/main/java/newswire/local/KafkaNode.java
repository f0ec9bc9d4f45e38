package newswire.local;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.controller.ControllerRequestContext;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * A Kafka node that is controller and broker, put together as {@code KafkaRaftServer} does it, but
 * for one thing: the broker starts when the controller has forgotten the broker of the run before.
 *
 * <p>If that was killed, it still counts as alive and leading when the new one reads the metadata
 * for the first time. Transactions that it had decided are taken up then, their markers cannot be
 * delivered, and when the controller notices a second later that the broker is gone, the markers
 * are dropped as if the partitions had been deleted (KAFKA-20734, not mended in 4.4.0): readers of
 * committed records stand before such a partition for ever. A broker that is unknown leads nothing.
 */
final class KafkaNode {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);
  private static final int ANSWER_SECONDS = 30;
  private static final long ELECTION_PAUSE_MS = 20;

  private final ControllerServer controller;
  private final BrokerServer broker;

  KafkaNode(KafkaSettings settings) {
    KafkaConfig config = new KafkaConfig(settings.broker(), false);
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> stored =
        KafkaRaftServer.initializeLogDirs(config, LOG, "");
    MetaPropertiesEnsemble properties = stored._1();
    SharedServer shared =
        new SharedServer(
            config,
            properties,
            Time.SYSTEM,
            Server.initializeMetrics(config, Time.SYSTEM, properties.clusterId().orElseThrow()),
            CompletableFuture.completedFuture(Map.of(KafkaSettings.NODE_ID, settings.controller())),
            List.of(),
            new StandardFaultHandlerFactory(),
            ServerSocketFactory.INSTANCE);
    broker = new BrokerServer(shared);
    controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), stored._2());
  }

  void start() throws InterruptedException, ExecutionException, TimeoutException {
    controller.startup();
    forgetFormerBroker();
    broker.startup();
  }

  private void forgetFormerBroker()
      throws InterruptedException, ExecutionException, TimeoutException {
    long end = Time.SYSTEM.nanoseconds() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS);
    ControllerRequestContext context =
        new ControllerRequestContext(
            new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.of(end));
    while (true) {
      try {
        controller
            .controller()
            .unregisterBroker(context, KafkaSettings.NODE_ID)
            .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        return;
      } catch (ExecutionException e) {
        // There was no run before.
        if (e.getCause() instanceof BrokerIdNotRegisteredException) {
          return;
        }
        // Until the controller has elected itself.
        if (!(e.getCause() instanceof NotControllerException) || Time.SYSTEM.nanoseconds() > end) {
          throw e;
        }
        Thread.sleep(ELECTION_PAUSE_MS);
      }
    }
  }

  /** The broker first, which needs the controller to go in good order. */
  void stop() {
    broker.shutdown();
    controller.shutdown();
    broker.awaitShutdown();
    controller.awaitShutdown();
  }
}
