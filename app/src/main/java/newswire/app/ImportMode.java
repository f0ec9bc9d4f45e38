package newswire.app;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Optional;

/**
 * A subject in Confluent's mode for imports, in which a schema is registered under an id and a
 * version of the caller's; the subject goes back to the mode it had when this is closed.
 *
 * @see <a
 *     href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html#mode">Mode</a>
 */
final class ImportMode implements AutoCloseable {

  private static final String NAME = "IMPORT";
  private static final int SERVER_ERROR = 500;

  private final SchemaRegistryClient registry;
  private final String subject;
  private final Optional<String> before;

  private ImportMode(SchemaRegistryClient registry, String subject, Optional<String> before) {
    this.registry = registry;
    this.subject = subject;
    this.before = before;
  }

  /**
   * Puts a subject into the mode, also one that has versions already, as after an import that was
   * stopped.
   */
  static ImportMode of(SchemaRegistryClient registry, String subject)
      throws IOException, RestClientException {
    Optional<String> before =
        Asked.ifFound(() -> registry.getMode(subject)).filter(mode -> !mode.equals(NAME));
    registry.setMode(NAME, subject, true);
    return new ImportMode(registry, subject, before);
  }

  /** Whether the registry has the mode, lets it be set and says so. */
  static boolean isHadBy(SchemaRegistryClient registry, String subject) {
    try (ImportMode mode = of(registry, subject)) {
      return registry.getMode(subject).equals(NAME);
    } catch (IOException | RestClientException | RuntimeException e) {
      return false;
    }
  }

  /** Takes a subject out of the mode that an import which was killed has left it in. */
  static void endLeft(SchemaRegistryClient registry, String subject)
      throws IOException, RestClientException {
    Optional<String> mode;
    try {
      mode = Optional.ofNullable(registry.getMode(subject));
    } catch (RestClientException e) {
      if (e.getStatus() >= SERVER_ERROR) {
        throw e;
      }
      return; // the subject has no mode of its own, or the registry none
    } catch (NullPointerException e) { // of Confluent's client: Apicurio's answer has no body
      return;
    }
    if (mode.filter(NAME::equals).isPresent()) {
      registry.deleteMode(subject);
    }
  }

  @Override
  public void close() throws IOException, RestClientException {
    if (before.isPresent()) {
      registry.setMode(before.get(), subject);
    } else {
      registry.deleteMode(subject);
    }
  }
}
