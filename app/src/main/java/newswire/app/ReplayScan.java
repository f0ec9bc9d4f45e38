package newswire.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import newswire.enrich.prepare.Preparation;
import newswire.enrich.replay.Frame;
import newswire.enrich.replay.Selection;
import newswire.schemas.Topics;
import newswire.schemas.avro.ReplayRun;
import org.apache.kafka.common.TopicPartition;

/** Finds what a replay reads by reading topics from their beginning. */
interface ReplayScan {

  /** That of what this replay begins with. */
  static ReplayScan of(Topics topics, ReplayRun run) {
    Frame frame = Replays.frame(run);
    return StagesOption.prepares(run)
        ? new RawScan(topics.raw(), frame)
        : new GivenScan(topics, frame);
  }

  /** Reads up to these ends; those of other topics do not matter. */
  ReplayScan run(RecordFinder finder, Map<TopicPartition, Long> ends);

  /** What is read. */
  Selection selection();

  /** Size of what is read, as in the log before compression. */
  long bytes();

  /** How many records of late were looked at to measure how fast it goes; 0 if none were. */
  int sampled();

  /** How many records a second are prepared here by one thread; 0 if that is not known. */
  double rate(Preparation preparation);

  /** Says what was found. */
  void tell(Sheet sheet);

  /** Says what was found, as fields of an object. */
  void tell(JsonGenerator json) throws IOException;
}
