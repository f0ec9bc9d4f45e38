package newswire.sink.opensearch;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import newswire.sink.SinkException;
import newswire.sink.intake.Store.StoreDown;

/** The indices: each is made once, by a template, and known by its alias. */
final class Indices {

  private static final int MISSING = 404;

  private final Client client;
  private final String prefix;

  Indices(Client client, String prefix) {
    this.client = client;
    this.prefix = prefix;
  }

  String articles() {
    return prefix + "articles";
  }

  String stories() {
    return prefix + "stories";
  }

  /** The orders, by article id. */
  String withdrawals() {
    return prefix + "withdrawals";
  }

  /** What the sink must remember itself. */
  String state() {
    return prefix + "sink-state";
  }

  /** Makes what is missing. */
  void make() throws StoreDown {
    JsonNode all = read();
    for (String name : (Iterable<String>) all::fieldNames) {
      make(prefix + name, (ObjectNode) all.path(name));
    }
  }

  private void make(String alias, ObjectNode content) throws StoreDown {
    ObjectNode settings = content.withObjectProperty("settings");
    settings.put("number_of_shards", 1).put("auto_expand_replicas", "0-1");
    // What was removed is remembered in the index of the state, with its place in the topic.
    settings.put("gc_deletes", "0s");
    // Fields of later versions are kept and not indexed, so that none is ever refused.
    content.withObjectProperty("mappings").put("dynamic", false);
    if (alias.equals(articles())) {
      Languages.map(content.withObjectProperty("mappings").withObjectProperty("properties"));
    }
    ObjectNode template = Client.JSON.createObjectNode();
    template.putArray("index_patterns").add(alias + "-*");
    template.set("template", content);
    Client.expectGood(client.put("/_index_template/" + alias, template));
    if (client.get("/_alias/" + alias).status() == MISSING) {
      makeFirst(alias);
    }
  }

  private void makeFirst(String alias) throws StoreDown {
    ObjectNode index = Client.JSON.createObjectNode();
    index.putObject("aliases").putObject(alias).put("is_write_index", true);
    Client.Answer answer = client.put("/" + alias + "-1", index);
    if (answer.isGood() || answer.error().startsWith("resource_already_exists")) {
      return; // by another process of ours
    }
    throw new SinkException("OpenSearch does not make the index " + alias + ": " + answer.error());
  }

  private static JsonNode read() {
    try (InputStream file = Indices.class.getResourceAsStream("indices.json")) {
      return Client.JSON.readTree(requireNonNull(file, "indices.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
