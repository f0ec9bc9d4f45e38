package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import newswire.schemas.SchemaRegistry;
import org.junit.jupiter.api.Test;

final class SchemaRestoreTest {

  private static final String FIRST = record("الخبر");
  private static final String SECOND = record("Новость");
  private static final String OTHER = record("新闻");

  private static final SchemaDump.Registered ONE = version(7, "news.articles-value", 1, FIRST);
  private static final SchemaDump.Registered TWO =
      version(100_042, "news.articles-value", 2, SECOND);
  private static final SchemaDump.Registered COPY = version(7, "news.archive-value", 3, FIRST);
  private static final SchemaDump LOST = new SchemaDump(1, List.of(ONE, TWO, COPY));

  @Test
  void aRegistryWithTheModeGetsIdsAndVersions() throws IOException {
    try (StrictRegistry registry = StrictRegistry.start(true)) {
      assertThat(restore(registry, LOST)).isEqualTo(3);
      assertThat(SchemaDump.of(client(registry))).isEqualTo(LOST);
      assertThat(registry.modes()).isEmpty();
      assertThat(restore(registry, LOST)).isZero();
    }
  }

  @Test
  void anImportThatWasStoppedGoesOn() throws IOException {
    try (StrictRegistry registry = StrictRegistry.start(true)) {
      assertThat(restore(registry, new SchemaDump(1, List.of(ONE)))).isEqualTo(1);
      assertThat(restore(registry, LOST)).isEqualTo(2);
      assertThat(SchemaDump.of(client(registry))).isEqualTo(LOST);
    }
  }

  @Test
  void aSubjectGetsBackTheModeItHad() throws Exception {
    try (StrictRegistry registry = StrictRegistry.start(true)) {
      client(registry).setMode("READONLY", ONE.subject());
      restore(registry, LOST);
      assertThat(registry.modes()).containsExactly(Map.entry(ONE.subject(), "READONLY"));
    }
  }

  @Test
  void anImportThatWasKilledLeavesNoSubjectInTheMode() throws Exception {
    try (StrictRegistry registry = StrictRegistry.start(true)) {
      restore(registry, new SchemaDump(1, List.of(ONE)));
      client(registry).setMode("IMPORT", ONE.subject(), true);
      client(registry).setMode("IMPORT", TWO.subject(), true);

      restore(registry, LOST);

      assertThat(registry.modes()).isEmpty();
    }
  }

  @Test
  void whatIsThereAlreadyIsNotWrittenOver() throws IOException {
    try (StrictRegistry registry = StrictRegistry.start(true)) {
      restore(registry, new SchemaDump(1, List.of(version(9, TWO.subject(), 2, OTHER))));
      registry.writes().clear();
      assertThatThrownBy(() -> restore(registry, LOST))
          .hasMessageContaining("news.articles-value version 2 is another schema");
      assertThat(registry.writes()).isEmpty();
    }
  }

  @Test
  void anIdThatIsTakenIsToldBeforeAnythingIsWritten() throws IOException {
    try (StrictRegistry registry = StrictRegistry.start(true)) {
      restore(registry, new SchemaDump(1, List.of(version(7, "stock.prices-value", 1, OTHER))));
      registry.writes().clear();
      assertThatThrownBy(() -> restore(registry, LOST))
          .hasMessageContaining("needs the id 7, which another schema has");
      assertThat(registry.writes()).isEmpty();
    }
  }

  @Test
  void aRegistryThatForbidsTheModeGivesIdsInOrder() throws IOException {
    SchemaDump near = new SchemaDump(1, List.of(ONE, version(9, TWO.subject(), 2, SECOND)));
    try (StrictRegistry registry = StrictRegistry.start(false)) {
      assertThat(restore(registry, near)).isEqualTo(2);
      assertThat(SchemaDump.of(client(registry))).isEqualTo(near);
    }
  }

  private static int restore(StrictRegistry registry, SchemaDump dump) {
    return new SchemaRestore(client(registry)).run(dump);
  }

  /** A new one each time, as each keeps what it has seen. */
  private static SchemaRegistryClient client(StrictRegistry registry) {
    return SchemaRegistry.at(registry.url(), Map.of()).client();
  }

  private static SchemaDump.Registered version(int id, String subject, int version, String schema) {
    return new SchemaDump.Registered(id, subject, version, "AVRO", schema);
  }

  private static String record(String doc) {
    return "{\"type\":\"record\",\"name\":\"News\",\"doc\":\""
        + doc
        + "\",\"fields\":["
        + "{\"name\":\""
        + (doc.equals("新闻") ? "price" : "text")
        + "\",\"type\":\"string\"}]}";
  }
}
