package newswire.sink.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import newswire.schemas.RecordJson;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.apache.avro.generic.IndexedRecord;

/**
 * Documents: the record as JSON, as {@code newswire tail} prints it, and for an article its own
 * embargo, and its words once more under the analyzer of its language. Documents that are there are
 * changed as orders want it.
 */
final class Documents {

  static final List<String> WORDS = List.of("title", "summary", "text");

  private static final List<String> LISTS = List.of("authors", "subjects", "entities");
  private static final List<String> SHARED =
      List.of("story_terms", "story_entities", "counterpart_entities");
  private static final String FORMS = "words";
  private static final String EMBARGO = "embargo_until";
  private static final String OWN_EMBARGO = "own_embargo_until";

  private Documents() {}

  static ObjectNode of(IndexedRecord record) {
    try (TokenBuffer tokens = new TokenBuffer(Client.JSON, false)) {
      RecordJson.write(record, tokens);
      return Client.JSON.readTree(tokens.asParser());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An article as its order wants it.
   *
   * @param ownEmbargo the embargo of its own, whatever the order says
   */
  static ObjectNode of(Article article, Optional<Instant> ownEmbargo) {
    ObjectNode document = of(article);
    document.put(OWN_EMBARGO, ownEmbargo.map(Instant::toString).orElse(null));
    if (article.getStatus() == Status.KILLED) {
      return document;
    }
    Languages.field(article.getLanguage().getTag())
        .ifPresent(
            field -> {
              ObjectNode words = document.putObject(FORMS).putObject(field);
              WORDS.forEach(part -> words.set(part, document.path(part)));
            });
    return document;
  }

  // As newswire.schemas.InForce does with the record.
  /** Marks an article with an order, and leaves nothing of what it said if that kills it. */
  static void mark(ObjectNode article, Withdrawal order) {
    article.put("status", order.getStatus().name());
    article.put("status_reason", order.getReason());
    // A document of an earlier version of ours has one embargo only.
    String own = article.has(OWN_EMBARGO) ? OWN_EMBARGO : EMBARGO;
    article.set(
        EMBARGO,
        order
            .getEmbargoUntil()
            .<JsonNode>map(until -> TextNode.valueOf(until.toString()))
            .orElse(article.path(own)));
    if (order.getStatus() == Status.KILLED) {
      blank(article);
    }
  }

  // As newswire.schemas.Blank does with the record; a test holds the two together.
  private static void blank(ObjectNode article) {
    WORDS.forEach(part -> article.put(part, ""));
    LISTS.forEach(article::putArray);
    for (JsonNode version : article.path("versions")) {
      boolean cut = version.path("changes_cut").asBoolean() || !version.path("changes").isEmpty();
      ((ObjectNode) version).put("changes_cut", cut).putArray("changes");
    }
    if (article.path("relation") instanceof ObjectNode relation) {
      SHARED.forEach(relation::putArray);
    }
    article.remove(FORMS);
  }

  /** Takes the words of killed articles out of a story, as {@code Orders} does with the record. */
  static void retitle(ObjectNode story, Predicate<String> killed) {
    String headline = "";
    for (JsonNode article : story.path("timeline")) {
      if (killed.test(article.path("id").asText())) {
        ((ObjectNode) article).put("title", "");
        ((ObjectNode) article).putArray("terms");
        ((ObjectNode) article).putArray("entities");
      } else if (headline.isEmpty()) {
        headline = article.path("title").asText();
      }
    }
    story.put("headline", headline);
  }

  static ArrayNode array(Iterable<String> texts) {
    ArrayNode array = Client.JSON.createArrayNode();
    texts.forEach(array::add);
    return array;
  }
}
