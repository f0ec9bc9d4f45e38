package newswire.enrich.relate;

import java.util.HashMap;
import java.util.Map;
import newswire.enrich.rows.Member;
import newswire.enrich.rows.Row;
import newswire.enrich.rows.Rows;
import newswire.enrich.story.Features;
import org.jspecify.annotations.Nullable;

/**
 * Features of reports by article id. Those used last are kept at hand, in two generations: cheaper
 * to read than an order of use. For one thread.
 */
final class FeatureRows {

  private static final int GENERATION = 25_000;

  private final Rows<byte[]> rows;
  private Map<String, Features> young = new HashMap<>();
  private Map<String, Features> old = new HashMap<>();

  FeatureRows(Rows<byte[]> rows) {
    this.rows = rows;
  }

  /** Null if there is no such report at that time. */
  @Nullable Features of(Member member) {
    @Nullable Features features = young.get(member.id());
    if (features == null) {
      features = old.get(member.id());
      if (features == null) {
        byte @Nullable [] bytes = rows.get(Row.ofId(member.id()));
        if (bytes == null) {
          return null;
        }
        features = Features.of(bytes);
      }
      keep(member.id(), features);
    }
    return features.effective() == member.effective() ? features : null;
  }

  void put(String id, Features features) {
    rows.put(Row.ofId(id), features.bytes());
    keep(id, features);
  }

  private void keep(String id, Features features) {
    if (young.size() >= GENERATION) {
      old = young;
      young = new HashMap<>();
    }
    young.put(id, features);
  }

  void remove(String id) {
    rows.delete(Row.ofId(id));
    young.remove(id);
    old.remove(id);
  }
}
