package newswire.sink.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import newswire.sink.intake.Item;
import newswire.sink.intake.Store.StoreDown;

/**
 * What tombstones removed, each with the offset of its tombstone: OpenSearch forgets the version of
 * what is deleted, and a record from before must not bring it back.
 */
final class Removals {

  private final Reader reader;
  private final Indices indices;

  Removals(Reader reader, Indices indices) {
    this.reader = reader;
    this.indices = indices;
  }

  /** The operation that remembers a tombstone. */
  Operation remembered(Item tombstone) {
    long offset = tombstone.origin().offset();
    ObjectNode memory = Client.JSON.createObjectNode().put("offset", offset);
    return new Operation.Write(
        indices.state(), Target.of(tombstone).memory(), memory, Versions.of(offset), tombstone);
  }

  /** The states and tombstones that nothing has removed later. */
  List<Item> current(List<Item> items) throws StoreDown {
    List<Item> about =
        items.stream().filter(i -> Target.isState(i) || Target.isRemoval(i)).toList();
    return about.stream().filter(overtaken(about).negate()).toList();
  }

  /** Those of {@code states} that have been removed since. */
  List<Item> overtakenOf(List<Item> states) throws StoreDown {
    return states.stream().filter(overtaken(states)).toList();
  }

  private Predicate<Item> overtaken(List<Item> items) throws StoreDown {
    TreeSet<String> memories = new TreeSet<>();
    items.forEach(item -> memories.add(Target.of(item).memory()));
    Map<String, Long> removed = new HashMap<>();
    reader.each(
        indices.state(),
        memories,
        hit -> removed.put(hit.path("_id").asText(), hit.path("_source").path("offset").asLong()));
    return item -> item.origin().offset() < removed.getOrDefault(Target.of(item).memory(), 0L);
  }

  /** Deletes what the tombstones name, unless it has changed meanwhile. */
  List<Operation> deletions(Collection<Item> tombstones) throws StoreDown {
    List<Operation> deletions = new ArrayList<>();
    for (boolean article : List.of(true, false)) {
      Map<String, Item> byId = new TreeMap<>();
      tombstones.stream()
          .filter(item -> Target.of(item).article() == article)
          .forEach(item -> byId.put(Target.of(item).id(), item));
      String index = article ? indices.articles() : indices.stories();
      reader.each(index, byId.keySet(), hit -> deletions.add(deletion(index, hit, byId)));
    }
    return deletions;
  }

  private static Operation deletion(String index, JsonNode hit, Map<String, Item> byId) {
    String id = hit.path("_id").asText();
    return new Operation.Delete(
        index, id, hit.path("_seq_no").asLong(), hit.path("_primary_term").asLong(), byId.get(id));
  }
}
