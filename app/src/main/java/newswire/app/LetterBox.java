package newswire.app;

import java.net.SocketException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newswire.schemas.Letters;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Disposition;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * All letters that there are, each once, and what was done with them.
 *
 * @param letters by id, in the order of their topic
 * @param unreadable number of records of the topic that are no letters
 */
record LetterBox(Map<String, Letter> letters, int unreadable) {

  private static final int LEAST_DIGITS = 4;

  static LetterBox read(RecordFinder finder, Cluster cluster) {
    Topics topics = cluster.topics();
    finder.require(topics.deadLetters());
    finder.require(topics.dispositions());
    Map<String, List<Disposition>> done = new HashMap<>();
    finder.scan(
        topics.dispositions(),
        record ->
            decoded(() -> RecordFinder.decoded(topics.dispositions(), record))
                .ifPresent(
                    d -> done.computeIfAbsent(d.getLetterId(), k -> new ArrayList<>()).add(d)));
    LetterContents contents = new LetterContents(cluster.registry(), topics);
    Map<String, Letter> letters = new LinkedHashMap<>();
    int[] unreadable = {0};
    finder.scan(
        topics.deadLetters(),
        record -> {
          Optional<DeadLetter> letter =
              decoded(() -> RecordFinder.decoded(topics.deadLetters(), record));
          unreadable[0] += letter.isEmpty() ? 1 : 0;
          letter.ifPresent(found -> add(letters, record, found, contents, done));
        });
    return new LetterBox(letters, unreadable[0]);
  }

  private static void add(
      Map<String, Letter> letters,
      ConsumerRecord<byte[], byte[]> record,
      DeadLetter letter,
      LetterContents contents,
      Map<String, List<Disposition>> done) {
    String id = Letters.id(letter);
    if (letters.containsKey(id)) {
      return; // written twice, as after a failure of a sink
    }
    Letter.Place at =
        new Letter.Place(
            record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
    DeadLetter head = DeadLetter.newBuilder(letter).setValue(null).setHeaders(List.of()).build();
    letters.put(
        id, new Letter(id, at, head, contents.of(letter), done.getOrDefault(id, List.of())));
  }

  private interface Reading<T> {
    Optional<T> read();
  }

  private static <T> Optional<T> decoded(Reading<T> reading) {
    try {
      return reading.read();
    } catch (SerializationException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SocketException) {
          throw Exit.missing("the schema registry does not answer: " + cause.getMessage());
        }
      }
      return Optional.empty();
    }
  }

  /** The letter with its value and headers. */
  static DeadLetter full(Letter letter, RecordFinder finder, Topics topics) {
    return finder
        .at(topics.deadLetters().name(), letter.at().partition(), letter.at().offset())
        .flatMap(record -> RecordFinder.decoded(topics.deadLetters(), record))
        .orElseThrow(() -> Exit.failed("letter " + letter.id() + " has just been deleted"));
  }

  /** The letter called so, or whose id is the only one that begins so. */
  Letter find(String id) {
    if (id.length() < LEAST_DIGITS) {
      throw Exit.usage("'" + id + "' is too short for an id: it takes " + LEAST_DIGITS + " digits");
    }
    List<Letter> found =
        letters.values().stream().filter(letter -> letter.id().startsWith(id)).toList();
    if (found.isEmpty()) {
      throw Exit.failed("there is no letter " + id + "; see 'newswire dead list --each'");
    }
    if (found.size() > 1) {
      throw Exit.failed(found.size() + " letters have ids that begin with " + id);
    }
    return found.get(0);
  }
}
