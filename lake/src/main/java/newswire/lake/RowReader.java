package newswire.lake;

import java.time.Instant;
import java.time.LocalDate;
import newswire.lake.Values.Unfit;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Story;
import newswire.sink.intake.Change;
import newswire.sink.intake.Item;
import newswire.sink.intake.Orders;
import org.apache.avro.generic.IndexedRecord;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes rows of records, as the orders in force want them. */
final class RowReader {

  private static final String ID = "id";
  private static final String EFFECTIVE = "effective";

  private final Schema schema;
  private final Orders orders;

  RowReader(Schema schema, Orders orders) {
    this.schema = schema;
    this.orders = orders;
  }

  /** The row of a record that is not refused. */
  Row read(Item item) throws Unfit {
    ConsumerRecord<byte[], byte[]> origin = item.origin();
    if (item.change() instanceof Change.ArticleState state) {
      Article article = orders.obeyed(state.article());
      return row(article, Values.day(article.getEffective(), EFFECTIVE), origin);
    } else if (item.change() instanceof Change.StoryState state) {
      Story story = orders.obeyed(state.story());
      return row(story, Values.day(story.getEffective(), EFFECTIVE), origin);
    } else if (item.change() instanceof Change.Order order) {
      return row(order.withdrawal(), Values.day(order.withdrawal().getAt(), "at"), origin);
    } else if (item.change() instanceof Change.ArticleGone gone) {
      return removal(gone.id(), origin);
    } else if (item.change() instanceof Change.StoryGone gone) {
      return removal(gone.id(), origin);
    }
    throw new IllegalArgumentException("no row for " + item.change());
  }

  private Row row(IndexedRecord state, LocalDate day, ConsumerRecord<byte[], byte[]> origin)
      throws Unfit {
    Record values = values(day, origin);
    Values.copy(state, values);
    values.setField(Dataset.REMOVED, false);
    return new Row(day, values);
  }

  // A tombstone says no more than its key: it is filed under the day on which it was written.
  private Row removal(String id, ConsumerRecord<byte[], byte[]> origin) throws Unfit {
    LocalDate day = Values.day(Instant.ofEpochMilli(origin.timestamp()), Dataset.TIME);
    Record values = values(day, origin);
    values.setField(ID, id);
    values.setField(Dataset.REMOVED, true);
    return new Row(day, values);
  }

  private Record values(LocalDate day, ConsumerRecord<byte[], byte[]> origin) throws Unfit {
    Instant written = Instant.ofEpochMilli(origin.timestamp());
    Record values = GenericRecord.create(schema);
    values.setField(Dataset.DAY, day);
    values.setField(Dataset.TOPIC, origin.topic());
    values.setField(Dataset.PARTITION, origin.partition());
    values.setField(Dataset.OFFSET, origin.offset());
    values.setField(Dataset.TIME, Values.time(written, Dataset.TIME));
    return values;
  }
}
