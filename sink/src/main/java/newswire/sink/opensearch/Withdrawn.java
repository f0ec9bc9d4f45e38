package newswire.sink.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import newswire.sink.intake.Orders;
import newswire.sink.intake.Store.StoreDown;

/** The orders that OpenSearch holds, and their force over the documents that are there. */
final class Withdrawn {

  private static final int STORIES_AT_ONCE = 100;
  private static final int MOST_STORIES = 1_000;

  private final Client client;
  private final Indices indices;
  private final Reader reader;
  private final Bulk bulk;

  Withdrawn(Client client, Reader reader, Indices indices, Bulk bulk) {
    this.client = client;
    this.reader = reader;
    this.indices = indices;
    this.bulk = bulk;
  }

  /** The orders in force about any of {@code ids}; sees what has been written by now. */
  Orders inForce(Collection<String> ids) throws StoreDown {
    Map<String, Withdrawal> orders = new HashMap<>();
    reader.each(
        indices.withdrawals(),
        ids,
        hit -> orders.put(hit.path("_id").asText(), order(hit.path("_source"))));
    return new Orders(orders);
  }

  private static Withdrawal order(JsonNode source) {
    JsonNode embargo = source.path("embargo_until");
    return Withdrawal.newBuilder()
        .setArticleId(source.path("article_id").asText())
        .setStatus(status(source.path("status").asText()))
        .setReason(source.path("reason").asText())
        .setEmbargoUntil(embargo.isTextual() ? Instant.parse(embargo.asText()) : null)
        .build();
  }

  /** As the schema has it: what we do not know is withheld, and nothing published by mistake. */
  private static Status status(String name) {
    return Stream.of(Status.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElse(Status.WITHHELD);
  }

  /** Changes the articles and stories that are there as the orders about {@code ids} want it. */
  void carryOut(Set<String> ids) throws StoreDown {
    Orders orders = inForce(ids);
    List<Operation> changes = new ArrayList<>();
    reader.each(indices.articles(), ids, hit -> mark(hit, orders, changes));
    bulk.write(changes);
    List<String> killed = ids.stream().filter(orders::isKilled).sorted().toList();
    for (int from = 0; from < killed.size(); from += STORIES_AT_ONCE) {
      retitle(killed.subList(from, Math.min(from + STORIES_AT_ONCE, killed.size())));
    }
  }

  private void mark(JsonNode hit, Orders orders, List<Operation> changes) {
    String id = hit.path("_id").asText();
    Withdrawal order = orders.byArticle().get(id);
    ObjectNode article = (ObjectNode) hit.path("_source");
    if (order == null || article.path("status").asText().equals(Status.KILLED.name())) {
      return;
    }
    Documents.mark(article, order);
    long revision = hit.path("_version").asLong();
    long version = orders.isKilled(id) ? Versions.killed(revision) : revision;
    changes.add(new Operation.Write(indices.articles(), id, article, version, null));
  }

  private void retitle(List<String> killed) throws StoreDown {
    // A search sees what was written before the last refresh only.
    Client.expectGood(client.post("/" + indices.stories() + "/_refresh", Client.JSON.nullNode()));
    JsonNode hits =
        Client.expectGood(client.post("/" + indices.stories() + "/_search", naming(killed)))
            .body()
            .path("hits")
            .path("hits");
    Set<String> named = new TreeSet<>(killed);
    hits.forEach(
        hit -> hit.path("_source").path("timeline").forEach(a -> named.add(a.path("id").asText())));
    Orders orders = inForce(named);
    List<Operation> changes = new ArrayList<>();
    for (JsonNode hit : hits) {
      ObjectNode story = (ObjectNode) hit.path("_source");
      Documents.retitle(story, orders::isKilled);
      String id = hit.path("_id").asText();
      long version = hit.path("_version").asLong();
      changes.add(new Operation.Write(indices.stories(), id, story, version, null));
    }
    bulk.write(changes);
  }

  /** Stories that may hold words of the articles; an article is in one at a time. */
  private static ObjectNode naming(List<String> articles) {
    ObjectNode search = Client.JSON.createObjectNode();
    search.put("size", MOST_STORIES).put("version", true);
    ArrayNode any = search.putObject("query").putObject("bool").putArray("should");
    any.addObject().putObject("ids").set("values", Documents.array(articles));
    for (String field : List.of("articles", "aliases", "timeline.id")) {
      any.addObject().putObject("terms").set(field, Documents.array(articles));
    }
    return search;
  }
}
