package newswire.enrich.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import newswire.enrich.rows.MemoryRows;
import newswire.enrich.rows.Rows;
import newswire.schemas.avro.Sketch;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Candidates come from two tables, whose rows begin with a key and are read one key at a time:
 * divided among shards by key, their union is what one table has, and decisions are the same.
 */
class ShardsTest {

  private static final Set<String> SHARDED = Set.of(Newsroom.KEYS, Newsroom.LISTING);

  /** Rows that begin with a key of four bytes, each in the shard of its key. */
  private record Shards(List<MemoryRows<byte[]>> shards) implements Rows<byte[]> {

    static Shards of(int count) {
      return new Shards(IntStream.range(0, count).mapToObj(i -> new MemoryRows<byte[]>()).toList());
    }

    private MemoryRows<byte[]> shard(Bytes key) {
      return shards.get((key.get()[0] & 0xff) % shards.size());
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
      return shard(key).get(key);
    }

    @Override
    public void put(Bytes key, byte[] value) {
      shard(key).put(key, value);
    }

    @Override
    public void delete(Bytes key) {
      shard(key).delete(key);
    }

    @Override
    public List<Bytes> keys(Bytes from, Bytes to, int limit) {
      return shard(from).keys(from, to, limit);
    }

    @Override
    public @Nullable Bytes lastKey() {
      throw new UnsupportedOperationException();
    }
  }

  private static Newsroom sharded(int shards) {
    return Newsroom.on(
        new MemoryTables(name -> SHARDED.contains(name) ? Shards.of(shards) : new MemoryRows<>()));
  }

  @Test
  void asManyAsYouLikeDecideTheSame() {
    List<Sketch> schedule =
        new Reports(7, 300, 15, Reader.NOON).versions().stream().flatMap(List::stream).toList();
    Reader one = new Reader();
    Reader five = new Reader(sharded(5));
    schedule.forEach(one::take);
    schedule.forEach(five::take);
    assertThat(five.end().relations).isEqualTo(one.end().relations);
    assertThat(five.stories).isEqualTo(one.stories);
  }
}
