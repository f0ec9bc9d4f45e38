package newswire.app;

import java.util.ArrayList;
import java.util.List;
import newswire.enrich.prepare.Preparation;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.RawPosition;

/** Some raw records, on which it is measured how fast they are prepared here. */
final class Sample {

  private static final int MOST = 400;
  private static final long MOST_BYTES = 32L << 20;
  private static final long LONGEST_NANOS = 5_000_000_000L;
  private static final double NANOS = 1e9;

  private final List<RawArticle> records = new ArrayList<>();
  private long bytes;

  /** Takes it unless there are enough. */
  void add(RawArticle raw, int size) {
    if (records.size() < MOST && bytes + size <= MOST_BYTES) {
      records.add(raw);
      bytes += size;
    }
  }

  int size() {
    return records.size();
  }

  /** Records a second by one thread, of the second half: the first one warms the compiler up. */
  double rate(Preparation preparation) {
    int half = records.size() / 2;
    prepare(preparation, records.subList(0, half));
    long start = System.nanoTime();
    int done = prepare(preparation, records.subList(half, records.size()));
    return done * NANOS / Math.max(1, System.nanoTime() - start);
  }

  private static int prepare(Preparation preparation, List<RawArticle> some) {
    long start = System.nanoTime();
    int done = 0;
    for (RawArticle raw : some) {
      preparation.prepare(raw, new RawPosition("", 0, 0L, ""));
      done++;
      if (System.nanoTime() - start > LONGEST_NANOS) {
        break;
      }
    }
    return done;
  }
}
