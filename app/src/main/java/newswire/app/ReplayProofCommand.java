package newswire.app;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.ReplayRun;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints what was computed as one number a topic. */
@Command(
    name = "proof",
    description = {
      "Prints a digest of the final state of what was computed, a topic a line: two computations",
      "of the same raw records by the same code and names have the same digests, whatever the",
      "order of arrival. Revisions do not count, nor do places in the log."
    },
    mixinStandardHelpOptions = true)
final class ReplayProofCommand implements Callable<Integer> {

  static final String LIVE = "live";

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = LIVE,
      paramLabel = "NAME|live",
      description = "A replay, or what runs all the time (default: live).")
  private String name = LIVE;

  @Mixin private OutputOption output = new OutputOption();
  @Mixin private ClusterOptions options = new ClusterOptions();

  @Override
  public Integer call() throws IOException {
    Cluster cluster = options.cluster();
    Topics topics = topics(cluster);
    List<TopicDigest> digests;
    try (RecordFinder finder = new RecordFinder(cluster)) {
      digests = digests(finder, topics);
    }
    if (output.json()) {
      print(digests);
    } else {
      TextTable table = new TextTable("topic", "records", "digest");
      digests.forEach(d -> table.row(d.topic(), d.records(), d.sum()));
      System.out.print(table);
    }
    return 0;
  }

  private Topics topics(Cluster cluster) {
    Topics live = cluster.topics();
    if (name.equals(LIVE)) {
      return live;
    }
    ReplayRun run = new Replays(cluster, Clock.systemUTC()).get(name);
    if (run.getEnded().isEmpty()) {
      System.err.println("newswire: the replay is not done; its digests will change");
    }
    return live.ofReplay(run.getName());
  }

  /** Of all that is the same whatever the order of arrival. */
  static List<TopicDigest> digests(RecordFinder finder, Topics topics) {
    compared(topics).forEach(finder::require);
    return compared(topics).stream().map(topic -> TopicDigest.of(finder, topic)).toList();
  }

  static List<Topic<String, ? extends SpecificRecord>> compared(Topics topics) {
    return List.of(topics.prepared(), topics.relations(), topics.stories(), topics.articles());
  }

  private void print(List<TopicDigest> digests) throws IOException {
    OutputOption.print(
        json -> {
          json.writeStartObject();
          json.writeStringField("of", name);
          json.writeArrayFieldStart("topics");
          for (TopicDigest digest : digests) {
            json.writeStartObject();
            json.writeStringField("topic", digest.topic());
            json.writeNumberField("records", digest.records());
            json.writeStringField("digest", digest.sum());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
