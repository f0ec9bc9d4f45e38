package newswire.enrich.failure;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import java.util.function.Predicate;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ProcessorStateException;

/** Tells trouble with broker or registry from trouble with a record. */
final class Trouble {

  private static final int NOT_FOUND = 404;
  private static final int SUBJECT_NOT_FOUND = 40_401;
  private static final int SCHEMA_NOT_FOUND = 40_403;

  private Trouble() {}

  /** Whether the record is not to blame, so that it will go through when all is well again. */
  static boolean isPassing(Throwable exception) {
    return any(exception, Trouble::passes);
  }

  /** Whether the registry answered, and does not know the schema a record claims to have. */
  static boolean isUnknownSchema(Throwable exception) {
    return any(
        exception,
        e ->
            e instanceof RestClientException answer
                && answer.getStatus() == NOT_FOUND
                && answer.getErrorCode() >= SUBJECT_NOT_FOUND
                && answer.getErrorCode() <= SCHEMA_NOT_FOUND);
  }

  private static boolean passes(Throwable e) {
    if (e instanceof RestClientException) {
      return true;
    }
    if (e instanceof IOException) {
      // A damaged Avro record shows as one of these too.
      return !(e instanceof EOFException)
          && !e.getClass().getPackageName().startsWith("org.apache.avro");
    }
    boolean ofTheRecord =
        e instanceof RecordTooLargeException
            || e instanceof InvalidRecordException
            || e instanceof InvalidTimestampException;
    return e instanceof ApiException && !ofTheRecord || e instanceof ProcessorStateException;
  }

  private static boolean any(Throwable exception, Predicate<Throwable> test) {
    for (Throwable e = exception; e != null; e = e.getCause()) {
      if (test.test(e)) {
        return true;
      }
    }
    return false;
  }
}
