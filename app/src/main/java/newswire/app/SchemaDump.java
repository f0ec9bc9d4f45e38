package newswire.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that a registry holds, as a file.
 *
 * @param format of the file
 * @param schemas by id, then by subject and version
 */
record SchemaDump(int format, List<Registered> schemas) {

  private static final int FORMAT = 1;
  private static final long LARGEST = 64L * 1024 * 1024;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /**
   * A version of a subject.
   *
   * @param type such as {@code AVRO}
   * @param schema in the text of its type
   */
  record Registered(int id, String subject, int version, String type, String schema) {}

  SchemaDump {
    schemas =
        schemas.stream()
            .sorted(
                Comparator.comparingInt(Registered::id)
                    .thenComparing(Registered::subject)
                    .thenComparingInt(Registered::version))
            .toList();
  }

  /** Reads a registry. */
  static SchemaDump of(SchemaRegistryClient registry) {
    List<Registered> schemas = new ArrayList<>();
    try {
      for (String subject : registry.getAllSubjects()) {
        schemas.addAll(ofSubject(registry, subject));
      }
    } catch (RestClientException e) {
      throw Exit.failed("the registry answers: " + e.getMessage());
    } catch (IOException e) {
      throw Exit.missing("the registry does not answer: " + e.getMessage());
    }
    return new SchemaDump(FORMAT, schemas);
  }

  /** The versions of a subject that the registry has. */
  static List<Registered> ofSubject(SchemaRegistryClient registry, String subject)
      throws IOException, RestClientException {
    List<Registered> versions = new ArrayList<>();
    for (int version : registry.getAllVersions(subject)) {
      SchemaMetadata found = registry.getSchemaMetadata(subject, version);
      if (!found.getReferences().isEmpty()) {
        throw Exit.failed(
            subject + " version " + version + " refers to other schemas, which is not supported");
      }
      versions.add(
          new Registered(
              found.getId(), subject, version, found.getSchemaType(), found.getSchema()));
    }
    return versions;
  }

  static SchemaDump read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw Exit.usage("there is no file " + file);
    }
    if (Files.size(file) > LARGEST) {
      throw Exit.failed(file + " is larger than " + Sheet.count(LARGEST) + " bytes");
    }
    SchemaDump dump;
    try {
      dump = JSON.readValue(file.toFile(), SchemaDump.class);
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw Exit.failed(
          file
              + " is no file of schemas: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    if (dump.format() != FORMAT) {
      throw Exit.failed(
          file + " has format " + dump.format() + ", and this version reads " + FORMAT);
    }
    return dump;
  }

  void write(Path file) throws IOException {
    DurableFile.write(file, JSON.writeValueAsBytes(this));
  }
}
