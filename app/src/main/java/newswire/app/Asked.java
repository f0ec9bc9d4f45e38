package newswire.app;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Optional;

/**
 * A question to a registry.
 *
 * @param <T> of the answer
 */
@FunctionalInterface
interface Asked<T> {

  T ask() throws IOException, RestClientException;

  /** The answer; nothing when the registry does not have what is asked for. */
  static <T> Optional<T> ifFound(Asked<T> question) throws IOException, RestClientException {
    try {
      return Optional.of(question.ask());
    } catch (RestClientException e) {
      if (e.getStatus() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
