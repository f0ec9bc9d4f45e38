package newswire.lake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newswire.lake.Values.Unfit;
import newswire.schemas.avro.Article;
import newswire.sink.Samples;
import newswire.sink.intake.Change;
import newswire.sink.intake.Item;
import newswire.sink.intake.Orders;
import org.apache.iceberg.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Ranges of articles, without Kafka. */
final class Ranges {

  static final TopicPartition PARTITION = new TopicPartition("news.articles.v1", 3);

  private Ranges() {}

  /** Articles from offset {@code first} on. */
  static Range of(Schema schema, long first, List<Article> articles) {
    RowReader reader = new RowReader(schema, new Orders(Map.of()));
    List<Row> rows = new ArrayList<>();
    for (Article article : articles) {
      rows.add(row(reader, first + rows.size(), article));
    }
    return new Range(PARTITION, first, first + rows.size(), rows);
  }

  private static Row row(RowReader reader, long offset, Article article) {
    ConsumerRecord<byte[], byte[]> origin =
        new ConsumerRecord<>(
            PARTITION.topic(), PARTITION.partition(), offset, new byte[] {1}, new byte[] {1});
    try {
      return reader.read(new Item(origin, new Change.ArticleState(article)));
    } catch (Unfit e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Of four scripts, on three days. */
  static List<Article> ofThreeDays() {
    List<Article> articles = new ArrayList<>();
    for (Article article : Samples.ofFourScripts()) {
      LocalDate day = LocalDate.of(2026, 11, 21 + articles.size() % 3);
      articles.add(
          Article.newBuilder(article)
              .setEffective(day.atTime(23, 59).toInstant(java.time.ZoneOffset.UTC))
              .build());
    }
    return articles;
  }
}
