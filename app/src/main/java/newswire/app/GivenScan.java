package newswire.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import newswire.enrich.prepare.Preparation;
import newswire.enrich.replay.Frame;
import newswire.enrich.replay.Selection;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Sketch;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds what live has prepared of a frame: the last state of every article and its last sketch.
 * Both lie where they lie by their keys, so that one partition is read at a time.
 */
final class GivenScan implements ReplayScan {

  private final Topic<String, Article> prepared;
  private final Topic<String, Sketch> sketches;
  private final Frame frame;
  private final Selection selection = new Selection();
  private long articles;
  private long bytes;
  private long missing;

  GivenScan(Topics topics, Frame frame) {
    this.prepared = topics.prepared();
    this.sketches = topics.sketches();
    this.frame = frame;
  }

  @Override
  public ReplayScan run(RecordFinder finder, Map<TopicPartition, Long> ends) {
    LongStream.Builder inside = LongStream.builder();
    ends.forEach(
        (place, end) -> {
          if (place.topic().equals(prepared.name())) {
            FramePlaces found = found(finder, place, end, prepared, Article::getEffective);
            LongStream.of(select(place, found)).forEach(inside);
          }
        });
    long[] wanted = inside.build().sorted().toArray();
    articles = wanted.length;
    missing = wanted.length;
    ends.forEach(
        (place, end) -> {
          if (place.topic().equals(sketches.name())) {
            FramePlaces found = found(finder, place, end, sketches, Sketch::getEffective);
            select(place, found);
            missing -= found.having(wanted);
          }
        });
    return this;
  }

  private <V> FramePlaces found(
      RecordFinder finder,
      TopicPartition place,
      long end,
      Topic<String, V> topic,
      Function<V, Instant> effective) {
    FramePlaces found = new FramePlaces();
    finder.scanFrom(
        place,
        0,
        record -> {
          if (record.offset() < end) {
            RecordFinder.decoded(topic, record)
                .ifPresent(
                    value ->
                        found.add(
                            FramePlaces.id(RecordFinder.key(record)),
                            record.offset(),
                            record.serializedKeySize() + record.serializedValueSize(),
                            frame.holdsWarm(effective.apply(value))));
          }
        });
    return found;
  }

  /** Gives the articles whose last record is taken. */
  private long[] select(TopicPartition place, FramePlaces found) {
    FramePlaces.Taken taken = found.lastInside();
    selection.add(place, taken.offsets());
    bytes += taken.bytes();
    return taken.ids();
  }

  /** How many articles have no sketch any more, as sketches are not kept for ever. */
  long missing() {
    return missing;
  }

  @Override
  public Selection selection() {
    return selection;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public int sampled() {
    return 0;
  }

  @Override
  public double rate(Preparation preparation) {
    return 0;
  }

  @Override
  public void tell(Sheet sheet) {
    sheet.fact("to read", articles + " articles of " + prepared.name());
    sheet.fact("", (selection.size() - articles) + " sketches of " + sketches.name());
    if (missing > 0) {
      sheet.fact("without a sketch", missing + " articles; it cannot be run so");
    }
  }

  @Override
  public void tell(JsonGenerator json) throws IOException {
    json.writeNumberField("articles_read", articles);
    json.writeNumberField("sketches_read", selection.size() - articles);
    json.writeNumberField("without_sketch", missing);
  }
}
