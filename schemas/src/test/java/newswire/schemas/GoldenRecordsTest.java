package newswire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every past version of every record is kept and must be readable for ever. After a change of a
 * schema, write the next version with {@code -Dgolden.write=2} and keep the old ones.
 */
class GoldenRecordsTest {

  private static final Path FOLDER = Path.of("src/test/resources/newswire/schemas/golden");
  private static final int LATEST = 7;

  /** The first version of records that came later than version 1. */
  private static final Map<String, Integer> FIRST =
      Map.of("HubNotice", 3, "Disposition", 7, "ReplayRun", 7);

  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Schema> records() {
    Topics topics = new Topics("", SchemaRegistry.inMemory("golden"));
    return topics.all().stream().map(topics::schema).distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("records")
  void readsEveryPastVersion(Schema schema) throws IOException {
    for (int version = first(schema); version <= LATEST; version++) {
      String name = schema.getName() + "." + version;
      JsonNode then = JSON.readTree(resource(name + ".json"));

      SpecificRecord today = read(schema, resource(name + ".avro"));

      assertContains(JSON.readTree(RecordJson.line(today)), then, name);
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void isCompatibleBothWaysWithEveryPastVersion(Schema schema) throws IOException {
    for (int version = first(schema); version <= LATEST; version++) {
      Schema past = writerSchema(resource(schema.getName() + "." + version + ".avro"));

      assertThat(compatibility(schema, past)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
      assertThat(compatibility(past, schema)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void keepsTheLatestVersionAsGolden(Schema schema) throws IOException {
    Schema golden = writerSchema(resource(schema.getName() + "." + LATEST + ".avro"));

    assertThat(SchemaRegistry.portable(golden))
        .as("a schema has changed: write its next golden version")
        .isEqualTo(schema);
  }

  @ParameterizedTest
  @MethodSource("records")
  void givesEveryFieldAndEnumADefault(Schema schema) {
    assertDefaults(schema);
  }

  private static void assertDefaults(Schema schema) {
    switch (schema.getType()) {
      case ENUM -> assertThat(schema.getEnumDefault()).as(schema.getName()).isNotNull();
      case ARRAY -> assertDefaults(schema.getElementType());
      case UNION -> schema.getTypes().forEach(GoldenRecordsTest::assertDefaults);
      case RECORD -> {
        for (Schema.Field field : schema.getFields()) {
          assertThat(field.hasDefaultValue()).as(schema.getName() + "." + field.name()).isTrue();
          assertDefaults(field.schema());
        }
      }
      default -> {}
    }
  }

  @Test
  void writesTheNextVersionWhenAsked() throws IOException {
    String version = System.getProperty("golden.write");
    org.junit.jupiter.api.Assumptions.assumeTrue(version != null, "no -Dgolden.write=N given");
    for (Schema schema : records()) {
      SpecificRecord record = (SpecificRecord) sample(specific(schema), 0);
      String name = schema.getName() + "." + version;
      try (DataFileWriter<SpecificRecord> out =
          new DataFileWriter<>(new SpecificDatumWriter<>(record.getSchema()))) {
        out.create(record.getSchema(), FOLDER.resolve(name + ".avro").toFile());
        out.append(record);
      }
      Files.writeString(FOLDER.resolve(name + ".json"), RecordJson.line(record) + "\n");
    }
  }

  private static int first(Schema schema) {
    return FIRST.getOrDefault(schema.getName(), 1);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = GoldenRecordsTest.class.getResourceAsStream("golden/" + name)) {
      assertThat(in).as("golden/" + name).isNotNull();
      return in.readAllBytes();
    }
  }

  private static SpecificRecord read(Schema schema, byte[] file) throws IOException {
    try (DataFileStream<SpecificRecord> in =
        new DataFileStream<>(
            new ByteArrayInputStream(file), new SpecificDatumReader<>(null, specific(schema)))) {
      return in.next();
    }
  }

  private static Schema writerSchema(byte[] file) throws IOException {
    try (DataFileStream<SpecificRecord> in =
        new DataFileStream<>(new ByteArrayInputStream(file), new SpecificDatumReader<>())) {
      return in.getSchema();
    }
  }

  private static Schema specific(Schema schema) {
    return SpecificData.get().getSchema(SpecificData.get().getClass(schema));
  }

  private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }

  private static void assertContains(JsonNode today, JsonNode then, String where) {
    if (then.isObject()) {
      for (Iterator<Map.Entry<String, JsonNode>> i = then.fields(); i.hasNext(); ) {
        Map.Entry<String, JsonNode> field = i.next();
        String at = where + "." + field.getKey();
        assertThat(today.has(field.getKey())).as(at).isTrue();
        assertContains(today.get(field.getKey()), field.getValue(), at);
      }
    } else if (then.isArray()) {
      assertThat(today.size()).as(where).isEqualTo(then.size());
      for (int i = 0; i < then.size(); i++) {
        assertContains(today.get(i), then.get(i), where + "[" + i + "]");
      }
    } else {
      assertThat(today).as(where).isEqualTo(then);
    }
  }

  /** A value in which every field is set, in three scripts. */
  private static Object sample(Schema schema, int n) {
    return switch (schema.getType()) {
      case RECORD -> sampleRecord(schema, n);
      case ARRAY ->
          List.of(sample(schema.getElementType(), n + 1), sample(schema.getElementType(), n + 2));
      case UNION -> sample(schema.getTypes().get(1), n);
      case ENUM -> Enum.valueOf(enumClass(schema), last(schema.getEnumSymbols()));
      case STRING -> List.of("قيرغيزستان ", "Кыргызстан ", "吉尔吉斯斯坦 ").get(n % 3) + n;
      case BYTES -> ByteBuffer.wrap(("بايت" + n).getBytes(StandardCharsets.UTF_8));
      case INT -> n + 1;
      case LONG ->
          schema.getLogicalType() == null
              ? n + 1L
              : (Object) Instant.ofEpochMilli(1_790_000_000_000L + n);
      case DOUBLE -> n + 0.5;
      case BOOLEAN -> true;
      default -> throw new IllegalArgumentException(schema.toString());
    };
  }

  private static SpecificRecord sampleRecord(Schema schema, int n) {
    SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), sample(field.schema(), n + field.pos()));
    }
    return record;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Class<? extends Enum> enumClass(Schema schema) {
    return SpecificData.get().getClass(schema);
  }

  private static String last(List<String> symbols) {
    return symbols.get(symbols.size() - 1);
  }
}
