package newswire.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.Withdrawal;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/** What there is to store, and its columns: fields of the record and where it comes from. */
enum Dataset {
  ARTICLES(Article.getClassSchema()),
  STORIES(Story.getClassSchema()),
  WITHDRAWALS(Withdrawal.getClassSchema());

  static final String DAY = "effective_day";
  static final String REMOVED = "removed";
  static final String TOPIC = "kafka_topic";
  static final String PARTITION = "kafka_partition";
  static final String OFFSET = "kafka_offset";
  static final String TIME = "kafka_time";

  private final Schema schema;

  Dataset(org.apache.avro.Schema record) {
    List<NestedField> columns = new ArrayList<>(Columns.of(record));
    int id = TypeUtil.indexById(Types.StructType.of(columns)).size();
    columns.add(NestedField.required(++id, DAY, Types.DateType.get()));
    columns.add(NestedField.required(++id, REMOVED, Types.BooleanType.get()));
    columns.add(NestedField.required(++id, TOPIC, Types.StringType.get()));
    columns.add(NestedField.required(++id, PARTITION, Types.IntegerType.get()));
    columns.add(NestedField.required(++id, OFFSET, Types.LongType.get()));
    columns.add(NestedField.required(++id, TIME, Types.TimestampType.withZone()));
    this.schema = new Schema(columns);
  }

  Schema schema() {
    return schema;
  }

  /** Of its folder or table. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By the name of the topic that it comes from. */
  static Map<String, Dataset> byTopic(Topics topics) {
    return Map.of(
        topics.articles().name(), ARTICLES,
        topics.stories().name(), STORIES,
        topics.withdrawals().name(), WITHDRAWALS);
  }
}
