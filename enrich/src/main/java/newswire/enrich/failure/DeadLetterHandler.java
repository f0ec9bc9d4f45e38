package newswire.enrich.failure;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.Letters;
import newswire.schemas.Topic;
import newswire.schemas.avro.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Kafka Streams' handler of all its errors: what is wrong with one record makes a dead letter of
 * it; trouble with broker or registry stops the thread, which is then replaced. Made by Kafka.
 */
public final class DeadLetterHandler
    implements DeserializationExceptionHandler,
        ProcessingExceptionHandler,
        ProductionExceptionHandler {

  /** The {@code Topic<byte[], DeadLetter>} to write to. */
  public static final String TOPIC_CONFIG = "newswire.dead.letter.topic";

  /** The first word of the stages named in letters, such as {@code prepare}. */
  public static final String STAGE_CONFIG = "newswire.dead.letter.stage";

  private @Nullable Topic<byte[], DeadLetter> topic;
  private String stage = "";
  private Map<String, ?> settings = Map.of();

  @Override
  @SuppressWarnings("unchecked") // the setting says of which types it is
  public void configure(Map<String, ?> configs) {
    topic = (Topic<byte[], DeadLetter>) requireNonNull(configs.get(TOPIC_CONFIG), TOPIC_CONFIG);
    stage = requireNonNull(configs.get(STAGE_CONFIG), STAGE_CONFIG).toString();
    settings = configs;
  }

  @Override
  public DeserializationExceptionHandler.Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    return Trouble.isPassing(exception) && !Trouble.isUnknownSchema(exception)
        ? DeserializationExceptionHandler.Response.fail()
        : DeserializationExceptionHandler.Response.resume(
            letter("deserialise", exception, record, context));
  }

  @Override
  public ProcessingExceptionHandler.Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    return Trouble.isPassing(exception)
        ? ProcessingExceptionHandler.Response.fail()
        : ProcessingExceptionHandler.Response.resume(
            letter("process", exception, original(context), context));
  }

  @Override
  public ProductionExceptionHandler.Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
    return Trouble.isPassing(exception)
        ? ProductionExceptionHandler.Response.fail()
        : ProductionExceptionHandler.Response.resume(
            letter("produce", exception, original(context), context));
  }

  @Override
  @SuppressWarnings("rawtypes") // as the interface has it
  public ProductionExceptionHandler.Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord record,
      Exception exception,
      SerializationExceptionOrigin origin) {
    return Trouble.isPassing(exception)
        ? ProductionExceptionHandler.Response.fail()
        : ProductionExceptionHandler.Response.resume(
            letter("serialise", exception, original(context), context));
  }

  private List<ProducerRecord<byte[], byte[]>> letter(
      String kind,
      Exception exception,
      ConsumerRecord<byte[], byte[]> original,
      ErrorHandlerContext context) {
    DeadLetter letter =
        Letters.of(stage + "." + kind, reason(exception), exception.toString(), original).build();
    ProducerRecord<byte[], byte[]> record =
        Letters.record(requireNonNull(topic, "not configured"), letter);
    if (context.taskId().subtopology() < 0) {
      new GlobalLetter(settings).send(record);
      return List.of();
    }
    return List.of(record);
  }

  private static String reason(Exception exception) {
    Throwable cause = exception;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
  }

  private static ConsumerRecord<byte[], byte[]> original(ErrorHandlerContext context) {
    return new ConsumerRecord<>(
        context.topic() == null ? "" : context.topic(),
        context.partition(),
        context.offset(),
        context.timestamp(),
        TimestampType.CREATE_TIME,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        context.sourceRawKey(),
        context.sourceRawValue(),
        context.headers(),
        Optional.empty());
  }
}
