package newswire.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import newswire.sink.Sink;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import picocli.CommandLine.Mixin;

/** What every sink is told, and how one runs as a process of its own. */
final class SinkOptions {

  @Mixin private RoleOptions role = new RoleOptions();

  ClusterOptions clusterOptions() {
    return role.clusterOptions();
  }

  Cluster cluster() {
    return role.cluster();
  }

  /** Runs until the end is asked for; the exit code. */
  int run(Sink sink, String name) throws IOException, InterruptedException {
    return role.run(new SinkRole(sink), name);
  }

  /** Makes a group begin at the start again; none of it may run. */
  static void forget(Cluster cluster, String group) throws InterruptedException {
    try (Admin admin = cluster.admin()) {
      admin.deleteConsumerGroups(List.of(group)).all().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupNotEmptyException) {
        throw Exit.failed(
            "--from-beginning: another process of the group " + group + " runs; end it first");
      }
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw Exit.failed("Kafka does not reset the group " + group + ": " + e.getMessage());
      }
    }
  }
}
