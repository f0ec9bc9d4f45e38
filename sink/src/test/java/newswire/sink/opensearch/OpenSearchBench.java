package newswire.sink.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import newswire.local.Addresses;
import newswire.schemas.avro.Status;
import newswire.sink.Newsroom;
import newswire.sink.SinkContract.Bench;
import newswire.sink.SinkContract.StoredArticle;
import newswire.sink.intake.Store.StoreDown;
import org.apache.kafka.clients.admin.Admin;

/** Indices of their own in the shared node, with topics of their own. */
final class OpenSearchBench implements Bench {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Newsroom newsroom;
  private final OpenSearchConfig config;
  private final Client client;
  private final Indices indices;

  private OpenSearchBench(Newsroom newsroom, OpenSearchConfig config) {
    this.newsroom = newsroom;
    this.config = config;
    this.client = new Client(config);
    this.indices = new Indices(client, config.prefix());
  }

  static OpenSearchBench open(Addresses addresses, OpenSearchServer server) {
    String name = "search" + NUMBER.incrementAndGet();
    OpenSearchConfig config =
        new OpenSearchConfig(
            server.url(),
            "",
            "",
            name + "-sink",
            name + "-",
            100,
            Duration.ofSeconds(30),
            Duration.ofSeconds(1));
    return new OpenSearchBench(Newsroom.open(addresses, name), config);
  }

  Client client() {
    return client;
  }

  Indices indices() {
    return indices;
  }

  @Override
  public Newsroom newsroom() {
    return newsroom;
  }

  @Override
  public String group() {
    return config.group();
  }

  @Override
  public OpenSearchSink sink() {
    return new OpenSearchSink(config, newsroom.kafka(), newsroom.topics());
  }

  @Override
  public void forgetOffsets() {
    try (Admin admin = Admin.create(newsroom.kafka())) {
      admin.deleteConsumerGroups(List.of(group())).all().get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<String> ids() {
    return search("{\"size\": 100, \"query\": {\"match_all\": {}}, \"sort\": [\"id\"]}");
  }

  /** Ids of the articles that match, as soon as they can be found. */
  List<String> search(String query) {
    List<String> ids = new ArrayList<>();
    answer("POST", "/" + indices.articles() + "/_refresh", "");
    answer("POST", "/" + indices.articles() + "/_search", query)
        .path("hits")
        .path("hits")
        .forEach(hit -> ids.add(hit.path("_id").asText()));
    return ids;
  }

  long count() {
    answer("POST", "/" + indices.articles() + "/_refresh", "");
    return answer("GET", "/" + indices.articles() + "/_count", "").path("count").asLong();
  }

  JsonNode answer(String method, String path, String body) {
    try {
      JsonNode content = body.isEmpty() ? Client.JSON.nullNode() : Client.JSON.readTree(body);
      return method.equals("GET") ? client.get(path).body() : client.post(path, content).body();
    } catch (StoreDown | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Optional<ObjectNode> document(String index, String id) {
    JsonNode answer = answer("GET", "/" + index + "/_doc/" + id, "");
    return answer.path("found").asBoolean()
        ? Optional.of((ObjectNode) answer.path("_source"))
        : Optional.empty();
  }

  @Override
  public Optional<StoredArticle> article(String id) {
    return document(indices.articles(), id).map(OpenSearchBench::stored);
  }

  private static StoredArticle stored(JsonNode source) {
    List<String> entities = new ArrayList<>();
    List<String> mentions = new ArrayList<>();
    for (JsonNode entity : source.path("entities")) {
      entities.add(entity.path("name").asText());
      entity.path("mentions").forEach(mention -> mentions.add(mention.path("text").asText()));
    }
    return new StoredArticle(
        source.path("title").asText(),
        source.path("summary").asText(),
        source.path("text").asText(),
        texts(source.path("authors")),
        texts(source.path("subjects")),
        source.path("language").path("tag").asText(),
        Status.valueOf(source.path("status").asText()),
        Optional.ofNullable(source.path("embargo_until").textValue()).map(Instant::parse),
        source.path("revision").path("counter").asLong(),
        entities,
        mentions);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  @Override
  public Optional<String> headline(String storyId) {
    return document(indices.stories(), storyId).map(story -> story.path("headline").asText());
  }

  @Override
  public void close() {
    client.close();
    newsroom.close();
  }
}
