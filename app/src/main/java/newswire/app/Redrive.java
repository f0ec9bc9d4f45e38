package newswire.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import newswire.schemas.Letters;
import newswire.schemas.Topic;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Disposition;
import newswire.schemas.avro.DispositionKind;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Sends records of dead letters to their topics again: to the partition they were in, with their
 * key, time, value and headers, and two headers more. For one run.
 */
final class Redrive {

  private static final long MOST_BYTES = 16L * 1024 * 1024;

  /** How it is to go. */
  record Manner(Guard guard, Rate rate, String by, String why) {}

  /** A record that was sent and does not count yet. */
  private record Sent(Letter letter, Future<RecordMetadata> place) {}

  private final Manner manner;
  private final Destinations destinations;

  /** By their places. */
  private final Map<String, Letter> wanted = new LinkedHashMap<>();

  private final List<Sent> pending = new ArrayList<>();
  private final Map<String, Future<RecordMetadata>> places = new HashMap<>();
  private long bytes;
  private long start;
  private int done;
  private int refused;

  /** Refuses at once what the guard forbids. */
  Redrive(List<Letter> chosen, Manner manner, Destinations destinations) {
    this.manner = manner;
    this.destinations = destinations;
    for (Letter letter : chosen) {
      Optional<String> refusal = manner.guard().refusal(letter, destinations);
      refusal.ifPresent(why -> refuse(letter, why));
      if (refusal.isEmpty()) {
        wanted.put(place(letter.at().partition(), letter.at().offset()), letter);
      }
    }
  }

  /** How many were sent, or would be. */
  int done() {
    return done;
  }

  int refused() {
    return refused;
  }

  /** Tells what would be sent. */
  void tell(RecordFinder finder) {
    for (Letter letter : wanted.values()) {
      DeadLetter head = letter.head();
      if (letter.isWhole() || isThere(head, finder)) {
        done++;
        System.out.println("would redrive " + letter.name() + " as attempt " + next(letter));
      } else {
        refuse(letter, gone(letter));
      }
    }
  }

  private static boolean isThere(DeadLetter head, RecordFinder finder) {
    return finder
        .at(head.getTopic(), head.getPartition(), head.getOffset())
        .filter(record -> Original.isOf(head, record))
        .isPresent();
  }

  /**
   * Sends them in the order of the letters.
   *
   * @param finder reads the letters
   * @param originals reads records that are too large for them
   */
  void run(
      Topic<?, DeadLetter> letters,
      RecordFinder finder,
      RecordFinder originals,
      LetterWriter writer) {
    start = System.nanoTime();
    finder.scan(letters, record -> take(letters, record, originals, writer));
    flush(writer);
    wanted.values().forEach(letter -> refuse(letter, "the letter is gone"));
  }

  private void take(
      Topic<?, DeadLetter> letters,
      ConsumerRecord<byte[], byte[]> record,
      RecordFinder originals,
      LetterWriter writer) {
    @Nullable Letter letter = wanted.remove(place(record.partition(), record.offset()));
    if (letter == null) {
      return;
    }
    Optional<Original> original =
        RecordFinder.decoded(letters, record).flatMap(full -> Original.of(full, originals));
    if (original.isEmpty()) {
      refuse(letter, gone(letter));
      return;
    }
    send(letter, original.get(), writer);
    if (pending.size() >= manner.rate().atOnce() || bytes >= MOST_BYTES) {
      flush(writer);
    }
  }

  private static String place(int partition, long offset) {
    return partition + "@" + offset;
  }

  /**
   * What failed in two places has two letters, and is sent once: whoever reads it gets it again.
   */
  private void send(Letter letter, Original original, LetterWriter writer) {
    Future<RecordMetadata> place =
        places.computeIfAbsent(
            letter.head().getOffset() < 0 ? letter.id() : letter.origin() + original.hash(),
            origin -> {
              pace();
              bytes += original.size();
              return writer.send(record(letter, original));
            });
    pending.add(new Sent(letter, place));
  }

  private ProducerRecord<byte[], byte[]> record(Letter letter, Original original) {
    Headers headers = new RecordHeaders(original.headers());
    headers.remove(Letters.ATTEMPT).remove(Letters.LETTER);
    headers.add(Letters.ATTEMPT, ascii(Integer.toString(next(letter))));
    headers.add(Letters.LETTER, ascii(letter.id()));
    return new ProducerRecord<>(
        letter.head().getTopic(),
        destinations.partition(letter).orElse(null),
        Math.max(0, original.timestamp()),
        original.key(),
        original.value(),
        headers);
  }

  private void pace() {
    long ahead = start + manner.rate().nanosUntil(places.size()) - System.nanoTime();
    if (ahead > 0) {
      LockSupport.parkNanos(ahead);
    }
  }

  private void flush(LetterWriter writer) {
    pending.forEach(Redrive::checkTaken);
    List<String> lines = new ArrayList<>();
    for (Sent sent : pending) {
      RecordMetadata at = LetterWriter.place(sent.place());
      Disposition.Builder note =
          Disposition.newBuilder()
              .setLetterId(sent.letter().id())
              .setKind(DispositionKind.REDRIVEN)
              .setBy(manner.by())
              .setWhy(manner.why())
              .setTopic(at.topic())
              .setPartition(at.partition())
              .setOffset(at.offset())
              .setAttempt(next(sent.letter()));
      writer.add(note);
      lines.add(
          "redriven "
              + sent.letter().name()
              + " -> "
              + at.topic()
              + "-"
              + at.partition()
              + "@"
              + at.offset()
              + " as attempt "
              + next(sent.letter()));
    }
    writer.commit();
    lines.forEach(System.out::println);
    done += lines.size();
    pending.clear();
    bytes = 0;
  }

  /** One record that the broker refuses takes its transaction along. */
  private static void checkTaken(Sent sent) {
    LetterWriter.refusal(sent.place())
        .ifPresent(
            why -> {
              throw Exit.failed(
                  "Kafka refuses the record of letter "
                      + sent.letter().name()
                      + ", and with it those sent together: "
                      + why
                      + "; discard it, or name the others");
            });
  }

  private static int next(Letter letter) {
    return letter.head().getAttempts() + 1;
  }

  private static String gone(Letter letter) {
    long held = letter.content().held();
    return (held == 0
            ? "the letter does not have its value"
            : "the letter has only " + Sheet.count(held) + " bytes of it")
        + ", and the record itself is gone from "
        + letter.origin();
  }

  private void refuse(Letter letter, String why) {
    refused++;
    System.out.println("refused " + letter.name() + ": " + Sheet.quoted(why, 1_000));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
