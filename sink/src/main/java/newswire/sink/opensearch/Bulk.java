package newswire.sink.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import newswire.sink.intake.Change;
import newswire.sink.intake.Item;
import newswire.sink.intake.Store.StoreDown;

/**
 * Writes many documents at once. A document that is there in a later version is done; what the
 * cluster cannot take now is tried again alone; what it will never take is refused.
 */
final class Bulk {

  private static final int LARGEST_CHARS = 8 << 20;
  private static final int TRIES = 5;
  private static final long FIRST_PAUSE_MILLIS = 200;

  private static final int MISSING = 404;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final Client client;
  private final Predicate<Duration> pause;

  /**
   * On {@code client}.
   *
   * @param pause waits, and says whether to give up
   */
  Bulk(Client client, Predicate<Duration> pause) {
    this.client = client;
    this.pause = pause;
  }

  /**
   * Writes in order, as far as one document is concerned.
   *
   * @return the records refused for their content
   */
  List<Item> write(List<Operation> operations) throws StoreDown {
    List<Item> refused = new ArrayList<>();
    List<Operation> part = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    for (Operation operation : operations) {
      operation.appendTo(lines);
      part.add(operation);
      if (lines.length() > LARGEST_CHARS) {
        persist(part, lines, refused);
        part.clear();
        lines.setLength(0);
      }
    }
    persist(part, lines, refused);
    return refused;
  }

  private void persist(List<Operation> part, StringBuilder lines, List<Item> refused)
      throws StoreDown {
    List<Operation> open = part;
    String body = lines.toString();
    long wait = FIRST_PAUSE_MILLIS;
    for (int attempt = 1; !open.isEmpty(); attempt++, wait *= 2) {
      open = send(open, body, refused);
      if (!open.isEmpty() && (attempt == TRIES || pause.test(Duration.ofMillis(wait)))) {
        throw new StoreDown("OpenSearch cannot take " + open.size() + " documents now");
      }
      body = body(open);
    }
  }

  private static String body(List<Operation> operations) {
    StringBuilder lines = new StringBuilder();
    operations.forEach(operation -> operation.appendTo(lines));
    return lines.toString();
  }

  /** Sends them once and returns those to be sent again. */
  private List<Operation> send(List<Operation> part, String body, List<Item> refused)
      throws StoreDown {
    Client.Answer answer = client.postLines("/_bulk", body);
    if (!answer.isGood()) {
      // Too large, or one of them makes no request: in parts the others go through.
      return part.size() == 1
          ? refuse(part.get(0), answer.error(), refused)
          : halves(part, refused);
    }
    List<Operation> again = new ArrayList<>();
    JsonNode results = answer.body().path("items");
    for (int i = 0; i < part.size(); i++) {
      JsonNode result = results.path(i).elements().next();
      int status = result.path("status").asInt();
      if (status == TOO_MANY || status >= SERVER_ERROR) {
        again.add(part.get(i));
      } else if (status == MISSING && result.has("error")) {
        throw new StoreDown("an index is missing: " + Client.error(result.path("error")));
      } else if (status >= 400 && status != CONFLICT && status != MISSING) {
        refuse(part.get(i), Client.error(result.path("error")), refused);
      }
    }
    return again;
  }

  private List<Operation> halves(List<Operation> part, List<Item> refused) throws StoreDown {
    int middle = part.size() / 2;
    List<Operation> again = new ArrayList<>();
    for (List<Operation> half :
        List.of(part.subList(0, middle), part.subList(middle, part.size()))) {
      again.addAll(send(half, body(half), refused));
    }
    return again;
  }

  private static List<Operation> refuse(Operation operation, String error, List<Item> refused)
      throws StoreDown {
    Item origin = operation.origin();
    if (origin == null) { // what was taken once is not taken back: nothing to give up
      throw new StoreDown("OpenSearch refuses a change of " + operation.id() + ": " + error);
    }
    refused.add(
        new Item(origin.origin(), new Change.Refused("OpenSearch refuses it: " + error, "")));
    return List.of();
  }
}
