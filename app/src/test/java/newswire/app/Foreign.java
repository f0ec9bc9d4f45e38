package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Headers as other tools write them on their dead letters. */
enum Foreign {
  /** {@code ExceptionHandlerUtils} of Kafka Streams 4.3. */
  STREAMS {
    @Override
    List<Header> headers(
        String topic, int partition, long offset, String exception, String message) {
      return of(
          "__streams.errors.exception",
          exception,
          "__streams.errors.message",
          message,
          "__streams.errors.stacktrace",
          exception + ": " + message + "\n\tat shop.Orders",
          "__streams.errors.topic",
          topic,
          "__streams.errors.partition",
          String.valueOf(partition),
          "__streams.errors.offset",
          String.valueOf(offset));
    }
  },
  /** {@code DeadLetterQueueReporter} of Kafka Connect. */
  CONNECT {
    @Override
    List<Header> headers(
        String topic, int partition, long offset, String exception, String message) {
      return of(
          "__connect.errors.topic",
          topic,
          "__connect.errors.partition",
          String.valueOf(partition),
          "__connect.errors.offset",
          String.valueOf(offset),
          "__connect.errors.connector.name",
          "s3",
          "__connect.errors.task.id",
          "0",
          "__connect.errors.stage",
          "VALUE_CONVERTER",
          "__connect.errors.class.name",
          "shop.Converter",
          "__connect.errors.exception.class.name",
          exception,
          "__connect.errors.exception.message",
          message,
          "__connect.errors.exception.stacktrace",
          exception);
    }
  },
  /** {@code DeadLetterPublishingRecoverer} of Spring Kafka. */
  SPRING {
    @Override
    List<Header> headers(
        String topic, int partition, long offset, String exception, String message) {
      List<Header> headers =
          of(
              "kafka_dlt-original-topic",
              topic,
              "kafka_dlt-original-consumer-group",
              "reader",
              "kafka_dlt-original-timestamp-type",
              "CreateTime",
              "kafka_dlt-exception-fqcn",
              "org.springframework.kafka.listener.ListenerExecutionFailedException",
              "kafka_dlt-exception-cause-fqcn",
              exception,
              "kafka_dlt-exception-message",
              message,
              "kafka_dlt-exception-stacktrace",
              exception);
      headers.add(
          new RecordHeader(
              "kafka_dlt-original-partition", ByteBuffer.allocate(4).putInt(partition).array()));
      headers.add(
          new RecordHeader(
              "kafka_dlt-original-offset", ByteBuffer.allocate(8).putLong(offset).array()));
      headers.add(
          new RecordHeader(
              "kafka_dlt-original-timestamp",
              ByteBuffer.allocate(8).putLong(1_795_428_000_000L).array()));
      return headers;
    }
  };

  abstract List<Header> headers(
      String topic, int partition, long offset, String exception, String message);

  private static List<Header> of(String... pairs) {
    List<Header> headers = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      headers.add(new RecordHeader(pairs[i], pairs[i + 1].getBytes(UTF_8)));
    }
    return headers;
  }
}
