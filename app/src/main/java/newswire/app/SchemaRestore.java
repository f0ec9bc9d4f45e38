package newswire.app;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

  private static final int MOST_SKIPPED = 1_000;
  private static final String CLAIM = "newswire-import-claim-";

  private final SchemaRegistryClient registry;

  SchemaRestore(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /** How many versions were registered; the others had been there under their ids. */
  int run(SchemaDump dump) {
    try {
      List<SchemaDump.Registered> missing = missing(dump);
      register(missing);
      for (List<SchemaDump.Registered> ofSubject : bySubject(dump.schemas())) {
        ImportMode.endLeft(registry, ofSubject.get(0).subject());
      }
      release();
      return missing.size();
    } catch (RestClientException e) {
      throw Exit.failed("the registry answers: " + e.getMessage());
    } catch (IOException e) {
      throw Exit.missing("the registry does not answer: " + e.getMessage());
    }
  }

  private void register(List<SchemaDump.Registered> missing)
      throws IOException, RestClientException {
    if (missing.isEmpty()) {
      return;
    }
    if (ImportMode.isHadBy(registry, missing.get(0).subject())) {
      for (List<SchemaDump.Registered> ofSubject : bySubject(missing)) {
        registerAs(ofSubject);
      }
    } else {
      claim(missing);
      for (SchemaDump.Registered each : missing) {
        check(each, registry.register(each.subject(), parsed(each)));
      }
    }
  }

  /** By subject and version. What cannot be is told before anything is written. */
  private List<SchemaDump.Registered> missing(SchemaDump dump)
      throws IOException, RestClientException {
    List<SchemaDump.Registered> missing = new ArrayList<>();
    for (List<SchemaDump.Registered> ofSubject : bySubject(dump.schemas())) {
      String subject = ofSubject.get(0).subject();
      List<SchemaDump.Registered> there =
          Asked.ifFound(() -> SchemaDump.ofSubject(registry, subject)).orElse(List.of());
      for (SchemaDump.Registered each : ofSubject) {
        if (!isAmong(there, each)) {
          checkIdFree(each);
          missing.add(each);
        }
      }
    }
    return missing;
  }

  /** Schemas that differ only in their documentation are two. */
  private static boolean isAmong(List<SchemaDump.Registered> there, SchemaDump.Registered schema) {
    String text = text(schema);
    for (SchemaDump.Registered each : there) {
      if (text(each).equals(text)) {
        check(schema, each.id());
        return true;
      }
    }
    // A registry that takes ids of the caller's would write over it.
    if (there.stream().anyMatch(each -> each.version() == schema.version())) {
      throw differs(schema, "is another schema");
    }
    return false;
  }

  private void checkIdFree(SchemaDump.Registered schema) throws IOException, RestClientException {
    Optional<ParsedSchema> there = Asked.ifFound(() -> registry.getSchemaById(schema.id()));
    if (there.isPresent() && !there.get().canonicalString().equals(text(schema))) {
      throw differs(schema, "needs the id " + schema.id() + ", which another schema has");
    }
  }

  private static String text(SchemaDump.Registered schema) {
    return parsed(schema).canonicalString();
  }

  private static ParsedSchema parsed(SchemaDump.Registered each) {
    if (!each.type().equals(AvroSchema.TYPE)) {
      throw Exit.failed(each.subject() + " is " + each.type() + ", and only AVRO can be imported");
    }
    return new AvroSchema(each.schema());
  }

  private static Collection<List<SchemaDump.Registered>> bySubject(
      List<SchemaDump.Registered> schemas) {
    Map<String, List<SchemaDump.Registered>> bySubject = new TreeMap<>();
    schemas.stream()
        .sorted(Comparator.comparingInt(SchemaDump.Registered::version))
        .forEach(
            each ->
                bySubject.computeIfAbsent(each.subject(), subject -> new ArrayList<>()).add(each));
    return bySubject.values();
  }

  private void registerAs(List<SchemaDump.Registered> ofSubject)
      throws IOException, RestClientException {
    try (ImportMode mode = ImportMode.of(registry, ofSubject.get(0).subject())) {
      for (SchemaDump.Registered each : ofSubject) {
        check(each, registry.register(each.subject(), parsed(each), each.version(), each.id()));
      }
    }
  }

  private void claim(List<SchemaDump.Registered> missing) throws IOException, RestClientException {
    SortedMap<Integer, SchemaDump.Registered> byId = new TreeMap<>();
    for (SchemaDump.Registered each : missing) {
      if (Asked.ifFound(() -> registry.getSchemaById(each.id())).isEmpty()) {
        byId.putIfAbsent(each.id(), each);
      }
    }
    int last = 0;
    while (!byId.isEmpty() && Asked.ifFound(idAfter(last)).isPresent()) {
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

  private Asked<ParsedSchema> idAfter(int id) {
    return () -> registry.getSchemaById(id + 1);
  }

  private int claim(int id, ParsedSchema schema) throws IOException, RestClientException {
    return registry.register(CLAIM + id, schema);
  }

  /** Also what an import that was killed had claimed. */
  private void release() throws IOException, RestClientException {
    for (String subject : registry.getAllSubjects()) {
      if (subject.startsWith(CLAIM)) {
        registry.deleteSubject(subject);
      }
    }
  }

  private static void check(SchemaDump.Registered each, int id) {
    if (id != each.id()) {
      throw differs(each, "has the id " + id + " and not " + each.id());
    }
  }

  private static Exit differs(SchemaDump.Registered each, String how) {
    return Exit.failed(
        each.subject()
            + " version "
            + each.version()
            + " "
            + how
            + " in this registry; import into a registry that is empty and that gives ids from 1");
  }
}
