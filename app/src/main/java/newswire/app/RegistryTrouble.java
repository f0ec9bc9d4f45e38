package newswire.app;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Tells a registry that does not answer from a record that is damaged. */
final class RegistryTrouble {

  private static final int NOT_FOUND = 404;

  private RegistryTrouble() {}

  // A damaged record shows as an end of file too, one of no schema of ours as not found.
  static boolean isIn(SerializationException failure) {
    @Nullable Throwable cause = failure.getCause();
    return cause instanceof RestClientException answer
        ? answer.getStatus() != NOT_FOUND
        : cause instanceof IOException && !(cause instanceof EOFException);
  }
}
