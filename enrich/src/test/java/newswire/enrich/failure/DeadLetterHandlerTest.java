package newswire.enrich.failure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import newswire.schemas.Letters;
import newswire.schemas.SchemaPlan;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadLetterHandlerTest {

  private static final byte[] KEY = "مفتاح".getBytes(UTF_8);
  private static final byte[] VALUE = "坏记录 плохая запись".getBytes(UTF_8);
  private static final ProducerRecord<byte[], byte[]> PRODUCED =
      new ProducerRecord<>("newswire.prepared.v1", KEY, new byte[9]);

  private final Topics topics = topics();
  private final DeadLetterHandler handler = new DeadLetterHandler();

  DeadLetterHandlerTest() {
    handler.configure(
        Map.of(
            DeadLetterHandler.TOPIC_CONFIG,
            topics.deadLetters(),
            DeadLetterHandler.STAGE_CONFIG,
            "prepare"));
  }

  private static Topics topics() {
    SchemaRegistry registry = SchemaRegistry.inMemory("dead-letter-handler");
    Topics topics = new Topics(Topics.DEFAULT_PREFIX, registry);
    SchemaPlan.of(registry, topics).apply(registry, topics);
    return topics;
  }

  private record Context() implements ErrorHandlerContext {
    @Override
    public String topic() {
      return "newswire.raw.v1";
    }

    @Override
    public int partition() {
      return 3;
    }

    @Override
    public long offset() {
      return 42;
    }

    @Override
    public Headers headers() {
      return new RecordHeaders()
          .add("trace", new byte[] {7})
          .add(Letters.ATTEMPT, "2".getBytes(UTF_8))
          .add(Letters.LETTER, "0011223344556677".getBytes(UTF_8));
    }

    @Override
    public String processorNodeId() {
      return "prepare";
    }

    @Override
    public TaskId taskId() {
      return new TaskId(0, 3);
    }

    @Override
    public long timestamp() {
      return 1_000;
    }

    @Override
    public byte[] sourceRawKey() {
      return KEY;
    }

    @Override
    public byte[] sourceRawValue() {
      return VALUE;
    }
  }

  private DeadLetter only(List<ProducerRecord<byte[], byte[]>> records) {
    assertThat(records).hasSize(1);
    ProducerRecord<byte[], byte[]> record = records.get(0);
    assertThat(record.topic()).isEqualTo(topics.deadLetters().name());
    assertThat(record.key()).isEqualTo(KEY);
    DeadLetter letter =
        topics.deadLetters().value().deserializer().deserialize(record.topic(), record.value());
    assertThat(record.headers().lastHeader("stage").value())
        .isEqualTo(letter.getStage().getBytes(UTF_8));
    assertThat(record.headers().lastHeader("reason").value())
        .isEqualTo(letter.getReason().getBytes(UTF_8));
    assertThat(letter.getTopic()).isEqualTo("newswire.raw.v1");
    assertThat(letter.getPartition()).isEqualTo(3);
    assertThat(letter.getOffset()).isEqualTo(42);
    assertThat(letter.getValue()).hasValue(ByteBuffer.wrap(VALUE));
    return letter;
  }

  private DeserializationExceptionHandler.Response deserialising(Exception exception) {
    return handler.handleError(
        new Context(), new ConsumerRecord<>("newswire.raw.v1", 3, 42, KEY, VALUE), exception);
  }

  private ProcessingExceptionHandler.Response processing(Exception exception) {
    return handler.handleError(new Context(), new Record<>("k", "v", 1_000), exception);
  }

  private ProductionExceptionHandler.Response producing(Exception exception) {
    return handler.handleError(new Context(), PRODUCED, exception);
  }

  private ProductionExceptionHandler.Response serialising(Exception exception) {
    return handler.handleSerializationError(
        new Context(),
        PRODUCED,
        exception,
        ProductionExceptionHandler.SerializationExceptionOrigin.VALUE);
  }

  @Test
  void makesALetterOfABadRecordOfEveryKind() {
    SerializationException damaged =
        new SerializationException("Error deserializing", new EOFException("it ends too early"));
    DeadLetter unread = only(deserialising(damaged).deadLetterQueueRecords());
    assertThat(unread.getStage()).isEqualTo("prepare.deserialise");
    assertThat(unread.getReason()).isEqualTo("it ends too early");

    DeadLetter failed = only(processing(new IllegalStateException("خطأ")).deadLetterQueueRecords());
    assertThat(failed.getStage()).isEqualTo("prepare.process");
    assertThat(failed.getException()).isEqualTo("java.lang.IllegalStateException: خطأ");
    assertThat(failed.getHeaders())
        .extracting("key")
        .containsExactly("trace", Letters.ATTEMPT, Letters.LETTER);
    assertThat(failed.getAttempts()).isEqualTo(2);
    assertThat(failed.getRedrivenFrom()).isEqualTo("0011223344556677");

    DeadLetter large = only(producing(new RecordTooLargeException("太大")).deadLetterQueueRecords());
    assertThat(large.getStage()).isEqualTo("prepare.produce");

    DeadLetter unwritten =
        only(serialising(new SerializationException("слишком")).deadLetterQueueRecords());
    assertThat(unwritten.getStage()).isEqualTo("prepare.serialise");
  }

  @Test
  void makesALetterOfARecordWhoseSchemaTheRegistryDoesNotKnow() {
    Exception unknown =
        new SerializationException("Error retrieving", new RestClientException("?", 404, 40403));
    assertThat(only(deserialising(unknown).deadLetterQueueRecords()).getStage())
        .isEqualTo("prepare.deserialise");
  }

  static Stream<Exception> troubles() {
    return Stream.of(
        new SerializationException("schema", new ConnectException("refused")),
        new SerializationException("schema", new IOException("Premature EOF")),
        new SerializationException("schema", new RestClientException("busy", 503, 50001)),
        new NetworkException("gone"),
        new ProcessorStateException("disk full"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void stopsTheThreadWhenNoRecordIsToBlame(Exception trouble) {
    assertThat(deserialising(trouble).result())
        .isEqualTo(DeserializationExceptionHandler.Result.FAIL);
    assertThat(processing(trouble).result()).isEqualTo(ProcessingExceptionHandler.Result.FAIL);
    assertThat(producing(trouble).result()).isEqualTo(ProductionExceptionHandler.Result.FAIL);
    assertThat(serialising(trouble).result()).isEqualTo(ProductionExceptionHandler.Result.FAIL);
    assertThat(deserialising(trouble).deadLetterQueueRecords()).isEmpty();
  }
}
