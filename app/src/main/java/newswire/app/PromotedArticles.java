package newswire.app;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import newswire.enrich.replay.Frame;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.ReplayRun;
import newswire.schemas.avro.Revision;
import org.apache.kafka.common.TopicPartition;

/**
 * What a replay prepared last of every article in its frame, as it is to be live. Read a partition
 * at a time; what is kept in memory are its keys.
 */
final class PromotedArticles {

  private final RecordFinder finder;
  private final Topic<String, Article> prepared;
  private final Frame frame;
  private final Revision revision;

  PromotedArticles(RecordFinder finder, Topics topics, ReplayRun run) {
    this.finder = finder;
    this.prepared = topics.ofReplay(run.getName()).prepared();
    this.frame = Replays.frame(run);
    this.revision = new Revision(run.getGeneration(), 0L);
    finder.require(prepared);
    finder.require(topics.promotions());
  }

  long count() {
    long[] count = new long[1];
    each(article -> count[0]++);
    return count[0];
  }

  void each(Consumer<Article> each) {
    for (TopicPartition place : finder.partitions(prepared.name())) {
      Map<String, Long> last = new HashMap<>();
      finder.scanFrom(place, 0, r -> last.put(RecordFinder.key(r), r.offset()));
      finder.scanFrom(
          place,
          0,
          record -> {
            if (last.getOrDefault(RecordFinder.key(record), -1L) == record.offset()) {
              RecordFinder.decoded(prepared, record)
                  .filter(frame::has)
                  .map(article -> Article.newBuilder(article).setRevision(revision).build())
                  .ifPresent(each);
            }
          });
    }
  }
}
