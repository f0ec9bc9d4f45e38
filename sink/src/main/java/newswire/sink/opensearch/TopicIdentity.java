package newswire.sink.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import newswire.sink.SinkException;
import newswire.sink.intake.Reason;
import newswire.sink.intake.Store.StoreDown;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Whether the topics are still those that the indices were filled from: versions of stories, orders
 * and removals are offsets, which begin anew when a topic is made anew.
 */
final class TopicIdentity {

  private static final String ID = "topics";
  private static final int CONFLICT = 409;

  private final Client client;
  private final Indices indices;
  private final Map<String, Object> kafka;
  private final Set<String> topics;

  TopicIdentity(Client client, Indices indices, Map<String, Object> kafka, Set<String> topics) {
    this.client = client;
    this.indices = indices;
    this.kafka = kafka;
    this.topics = topics;
  }

  /**
   * Returns if they are, or the indices are new.
   *
   * @throws SinkException if they are not
   */
  void check() throws StoreDown {
    ObjectNode now = Client.JSON.createObjectNode();
    ids().forEach(now::put);
    Client.Answer created = client.put("/" + indices.state() + "/_create/" + ID, now);
    if (created.status() != CONFLICT) {
      Client.expectGood(created);
      return;
    }
    JsonNode before = client.get("/" + indices.state() + "/_doc/" + ID).body().path("_source");
    if (!before.equals(now)) {
      throw new SinkException(
          "the topics were made anew since the indices were filled, so that offsets mean nothing"
              + " any more; delete the indices of "
              + indices.state()
              + ", "
              + indices.articles()
              + ", "
              + indices.stories()
              + " and "
              + indices.withdrawals()
              + ", and start with --from-beginning");
    }
  }

  private Map<String, String> ids() {
    Map<String, String> ids = new TreeMap<>();
    try (Admin admin = Admin.create(kafka)) {
      for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
        ids.put(topic.name(), topic.topicId().toString());
      }
      return ids;
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException("Kafka does not describe the topics: " + Reason.sentence(e), e);
    }
  }
}
