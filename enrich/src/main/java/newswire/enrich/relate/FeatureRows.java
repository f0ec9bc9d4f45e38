package newswire.enrich.relate;

import newswire.enrich.rows.AtHand;
import newswire.enrich.rows.Member;
import newswire.enrich.rows.Row;
import newswire.enrich.rows.Rows;
import newswire.enrich.story.Features;
import org.jspecify.annotations.Nullable;

/** Features of reports by article id; those used last are kept at hand. For one thread. */
final class FeatureRows {

  private static final int GENERATION = 25_000;

  private final Rows<byte[]> rows;
  private final AtHand<String, Features> atHand = new AtHand<>(GENERATION);

  FeatureRows(Rows<byte[]> rows) {
    this.rows = rows;
  }

  /** Null if there is no such report at that time. */
  @Nullable Features of(Member member) {
    @Nullable Features features = atHand.get(member.id());
    if (features == null) {
      byte @Nullable [] bytes = rows.get(Row.ofId(member.id()));
      if (bytes == null) {
        return null;
      }
      features = Features.of(bytes);
      atHand.put(member.id(), features);
    }
    return features.effective() == member.effective() ? features : null;
  }

  void put(String id, Features features) {
    rows.put(Row.ofId(id), features.bytes());
    atHand.put(id, features);
  }

  void remove(String id) {
    rows.delete(Row.ofId(id));
    atHand.remove(id);
  }
}
