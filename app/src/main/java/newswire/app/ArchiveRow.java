package newswire.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import newswire.schemas.Letters;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * One record of a topic as a row of an archive: its key, time, headers and place, and its value as
 * the Avro record that it is; as bytes where it is none.
 */
record ArchiveRow(GenericRecord fields) {

  /** Bytes before the record in Confluent's wire format: a zero, and the schema's id. */
  static final int PREFIX = 5;

  private static final Schema BYTES = Schema.create(Schema.Type.BYTES);
  private static final Schema HEADER =
      SchemaBuilder.record("ArchivedHeader")
          .namespace("newswire.archive")
          .fields()
          .requiredString("name")
          .name("value")
          .type(Schema.createUnion(Schema.create(Schema.Type.NULL), BYTES))
          .noDefault()
          .endRecord();

  /** The schema of rows whose values have this schema. */
  static Schema schema(Schema value) {
    return SchemaBuilder.record("ArchivedRecord")
        .namespace("newswire.archive")
        .doc("A record of a topic. A record without value and bytes says that its key was deleted.")
        .fields()
        .name("value")
        .doc("As it was written.")
        .type(Schema.createUnion(Schema.create(Schema.Type.NULL), value))
        .noDefault()
        .name("bytes")
        .doc("The value where it is no such record.")
        .type(Schema.createUnion(Schema.create(Schema.Type.NULL), BYTES))
        .noDefault()
        .name("key")
        .type(Schema.createUnion(Schema.create(Schema.Type.NULL), BYTES))
        .noDefault()
        .name("timestamp")
        .doc("Milliseconds since 1970, UTC.")
        .type(Schema.create(Schema.Type.LONG))
        .noDefault()
        .requiredInt("partition")
        .requiredLong("offset")
        .name("headers")
        .type(Schema.createArray(HEADER))
        .noDefault()
        .endRecord();
  }

  /** The schema of the values of such rows. */
  static Schema valueSchema(Schema row) {
    return row.getField("value").schema().getTypes().get(1);
  }

  static ArchiveRow of(Schema row, ConsumerRecord<byte[], byte[]> record) {
    GenericRecord fields = new GenericData.Record(row);
    byte @Nullable [] value = record.value();
    Optional<GenericRecord> decoded =
        value == null ? Optional.empty() : decoded(valueSchema(row), value);
    fields.put("value", decoded.orElse(null));
    fields.put("bytes", decoded.isPresent() ? null : buffer(value));
    fields.put("key", buffer(record.key()));
    fields.put("timestamp", record.timestamp());
    fields.put("partition", record.partition());
    fields.put("offset", record.offset());
    List<GenericRecord> headers = new ArrayList<>();
    for (Header header : record.headers()) {
      GenericRecord each = new GenericData.Record(HEADER);
      each.put("name", header.key());
      each.put("value", buffer(header.value()));
      headers.add(each);
    }
    fields.put("headers", headers);
    return new ArchiveRow(fields);
  }

  // Only what comes back as the same bytes is kept as a record.
  private static Optional<GenericRecord> decoded(Schema schema, byte[] value) {
    try {
      GenericRecord record =
          new GenericDatumReader<GenericRecord>(schema)
              .read(
                  null,
                  DecoderFactory.get().binaryDecoder(value, PREFIX, value.length - PREFIX, null));
      byte[] again = encoded(record);
      return Arrays.equals(again, 0, again.length, value, PREFIX, value.length)
          ? Optional.of(record)
          : Optional.empty();
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static byte[] encoded(GenericRecord record) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A record as one of today's, whatever it was written with. */
  static <T extends SpecificRecord> T as(GenericRecord record, Schema schema, Class<T> type) {
    byte[] bytes = encoded(record);
    try {
      return type.cast(
          new SpecificDatumReader<T>(record.getSchema(), schema)
              .read(null, DecoderFactory.get().binaryDecoder(bytes, null)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte @Nullable [] key() {
    return bytes(fields.get("key"));
  }

  /** Milliseconds since 1970, UTC. */
  long timestamp() {
    return (long) fields.get("timestamp");
  }

  int partition() {
    return (int) fields.get("partition");
  }

  long offset() {
    return (long) fields.get("offset");
  }

  Headers headers() {
    Headers headers = new RecordHeaders();
    for (Object each : (List<?>) fields.get("headers")) {
      GenericRecord header = (GenericRecord) each;
      headers.add(header.get("name").toString(), bytes(header.get("value")));
    }
    return headers;
  }

  /** The record it holds; empty for one that was deleted, or is kept as bytes. */
  Optional<GenericRecord> record() {
    return Optional.ofNullable((GenericRecord) fields.get("value"));
  }

  /**
   * The value as it lay in its topic; null if there was none.
   *
   * @param id of its schema in the registry; not used for what is no record
   */
  byte @Nullable [] value(int id) {
    if (record().isEmpty()) {
      return bytes(fields.get("bytes"));
    }
    byte[] record = encoded(record().get());
    return ByteBuffer.allocate(PREFIX + record.length).put((byte) 0).putInt(id).put(record).array();
  }

  private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  private static byte @Nullable [] bytes(@Nullable Object buffer) {
    return buffer == null ? null : Letters.bytes((ByteBuffer) buffer);
  }
}
