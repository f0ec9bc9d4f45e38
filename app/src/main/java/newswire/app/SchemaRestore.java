package newswire.app;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives a registry what another one held, under the same ids. A registry with Confluent's mode for
 * imports is asked for the ids. Others, such as Apicurio, give them in order: there every id is
 * first claimed by a subject of its own, one without a schema by a placeholder; then the schemas
 * are registered, which finds them under these ids, and the claims are deleted. For one run.
 */
final class SchemaRestore {

  private static final int NOT_FOUND = 404;
  private static final int MOST_SKIPPED = 1_000;
  private static final String CLAIM = "newswire-import-claim-";

  private final SchemaRegistryClient registry;
  private final List<String> claims = new ArrayList<>();

  SchemaRestore(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /** How many versions were registered; the others had been there under their ids. */
  int run(SchemaDump dump) {
    try {
      List<SchemaDump.Registered> missing = missing(dump);
      if (missing.isEmpty()) {
        return 0;
      }
      if (takesIds(missing.get(0).subject())) {
        for (SchemaDump.Registered each : missing) {
          registerAs(each);
        }
      } else {
        claim(missing);
        for (SchemaDump.Registered each : missing) {
          check(each, registry.register(each.subject(), parsed(each)));
        }
        release();
      }
      return missing.size();
    } catch (RestClientException e) {
      throw Exit.failed("the registry answers: " + e.getMessage());
    } catch (IOException e) {
      throw Exit.missing("the registry does not answer: " + e.getMessage());
    }
  }

  /** By subject and version. What cannot be is told before anything is written. */
  private List<SchemaDump.Registered> missing(SchemaDump dump)
      throws IOException, RestClientException {
    List<SchemaDump.Registered> missing = new ArrayList<>();
    for (SchemaDump.Registered each : dump.schemas()) {
      Optional<Integer> id = ifFound(() -> registry.getId(each.subject(), parsed(each)));
      if (id.isPresent()) {
        check(each, id.get());
      } else {
        missing.add(each);
      }
    }
    missing.sort(
        Comparator.comparing(SchemaDump.Registered::subject)
            .thenComparingInt(SchemaDump.Registered::version));
    return missing;
  }

  private static ParsedSchema parsed(SchemaDump.Registered each) {
    if (!each.type().equals(AvroSchema.TYPE)) {
      throw Exit.failed(each.subject() + " is " + each.type() + ", and only AVRO can be imported");
    }
    return new AvroSchema(each.schema());
  }

  private boolean takesIds(String subject) {
    try {
      registry.setMode("IMPORT", subject);
      return registry.getMode(subject).equals("IMPORT");
    } catch (IOException | RestClientException | RuntimeException e) {
      return false; // it does not have that mode
    }
  }

  private void registerAs(SchemaDump.Registered each) throws IOException, RestClientException {
    registry.setMode("IMPORT", each.subject());
    try {
      check(each, registry.register(each.subject(), parsed(each), each.version(), each.id()));
    } finally {
      registry.setMode("READWRITE", each.subject());
    }
  }

  private void claim(List<SchemaDump.Registered> missing) throws IOException, RestClientException {
    SortedMap<Integer, SchemaDump.Registered> byId = new TreeMap<>();
    for (SchemaDump.Registered each : missing) {
      if (ifFound(() -> registry.getSchemaById(each.id())).isEmpty()) {
        byId.putIfAbsent(each.id(), each);
      }
    }
    int last = 0;
    while (!byId.isEmpty() && ifFound(idAfter(last)).isPresent()) {
      last++;
    }
    for (SchemaDump.Registered each : byId.values()) {
      if (each.id() - last > MOST_SKIPPED) {
        throw Exit.failed("between the ids " + last + " and " + each.id() + " too many are free");
      }
      for (int id = last + 1; id < each.id(); id++) {
        String nothing = "{\"type\":\"record\",\"name\":\"Claim" + id + "\",\"fields\":[]}";
        claim(id, new AvroSchema(nothing));
      }
      check(each, claim(each.id(), parsed(each)));
      last = each.id();
    }
  }

  private Call<ParsedSchema> idAfter(int id) {
    return () -> registry.getSchemaById(id + 1);
  }

  private int claim(int id, ParsedSchema schema) throws IOException, RestClientException {
    claims.add(CLAIM + id);
    return registry.register(CLAIM + id, schema);
  }

  private void release() throws IOException, RestClientException {
    for (String subject : claims) {
      registry.deleteSubject(subject);
    }
  }

  private static void check(SchemaDump.Registered each, int id) {
    if (id != each.id()) {
      throw Exit.failed(
          each.subject()
              + " version "
              + each.version()
              + " has the id "
              + id
              + " in this registry and not "
              + each.id()
              + "; import into a registry that is empty and that gives ids from 1");
    }
  }

  /** A question to the registry. */
  @FunctionalInterface
  private interface Call<T> {
    T ask() throws IOException, RestClientException;
  }

  private static <T> Optional<T> ifFound(Call<T> call) throws IOException, RestClientException {
    try {
      return Optional.of(call.ask());
    } catch (RestClientException e) {
      if (e.getStatus() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
