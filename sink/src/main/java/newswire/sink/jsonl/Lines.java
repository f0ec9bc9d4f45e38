package newswire.sink.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import newswire.schemas.RecordJson;
import newswire.schemas.Visibility;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.sink.SinkException;
import newswire.sink.intake.Change;
import newswire.sink.intake.Item;
import newswire.sink.intake.KnownOrders;
import newswire.sink.intake.Orders;
import newswire.sink.intake.Store;

/**
 * Records as JSON lines. What is gone or killed is a line {@code {"id":...,"deleted":true}}, with
 * which the reader is to forget what it had of it; what is withheld or under embargo is no line.
 */
final class Lines implements Store {

  private static final JsonFactory JSON = new JsonFactory();

  private final PrintStream out;
  private final KnownOrders known;
  private final boolean all;
  private final InstantSource clock;

  Lines(PrintStream out, KnownOrders known, boolean all, InstantSource clock) {
    this.out = out;
    this.known = known;
    this.all = all;
    this.clock = clock;
  }

  @Override
  public void open() {
    // standard output is always there, until nobody reads it
  }

  /**
   * Writes and flushes.
   *
   * @throws SinkException if nobody reads any more
   */
  @Override
  public List<Item> write(List<Item> items) {
    Orders orders = known.now();
    Visibility visibility = new Visibility(all, clock.instant());
    List<Item> refused = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    for (Item item : items) {
      if (item.isRefused()) {
        refused.add(item);
      } else {
        append(item.change(), orders, visibility, lines);
      }
    }
    out.print(lines);
    if (out.checkError()) { // flushes first
      throw new SinkException("nobody reads the lines any more; they come again at the next start");
    }
    return refused;
  }

  private static void append(
      Change change, Orders orders, Visibility visibility, StringBuilder lines) {
    if (change instanceof Change.ArticleState state) {
      append(orders.obeyed(state.article()), visibility, lines);
    } else if (change instanceof Change.ArticleGone gone) {
      lines.append(deleted(gone.id(), "")).append('\n');
    } else if (change instanceof Change.StoryState state) {
      lines.append(RecordJson.line(orders.obeyed(state.story()))).append('\n');
    } else if (change instanceof Change.StoryGone gone) {
      lines.append(deleted(gone.id(), "")).append('\n');
    } else if (change instanceof Change.Order order) {
      lines.append(RecordJson.line(order.withdrawal())).append('\n');
    }
  }

  private static void append(Article article, Visibility visibility, StringBuilder lines) {
    Visibility.Veil veil = visibility.veil(article);
    if (veil == Visibility.Veil.KILLED) {
      lines.append(deleted(article.getId(), Status.KILLED.name())).append('\n');
    } else if (!veil.isHidden()) {
      lines.append(RecordJson.line(article)).append('\n');
    }
  }

  private static String deleted(String id, String status) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", id);
      json.writeBooleanField("deleted", true);
      if (!status.isEmpty()) {
        json.writeStringField("status", status);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }
}
