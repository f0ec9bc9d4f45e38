package newswire.sink.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import newswire.sink.intake.Store.StoreDown;

/** Reads documents by their ids, as they are now: unlike a search it waits for no refresh. */
final class Reader {

  private static final int IDS_AT_ONCE = 2_000;

  private final Client client;

  Reader(Client client) {
    this.client = client;
  }

  /** Gives every document that is there. */
  void each(String index, Collection<String> ids, Consumer<JsonNode> found) throws StoreDown {
    List<String> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += IDS_AT_ONCE) {
      int to = Math.min(from + IDS_AT_ONCE, all.size());
      ObjectNode wanted = Client.JSON.createObjectNode();
      wanted.set("ids", Documents.array(all.subList(from, to)));
      Client.Answer answer = client.post("/" + index + "/_mget", wanted);
      if (!answer.isGood()) {
        throw new StoreDown("the index " + index + " cannot be read: " + answer.error());
      }
      for (JsonNode hit : answer.body().path("docs")) {
        if (hit.has("error")) {
          throw new StoreDown(index + " cannot be read: " + Client.error(hit.path("error")));
        }
        if (hit.path("found").asBoolean()) {
          found.accept(hit);
        }
      }
    }
  }
}
