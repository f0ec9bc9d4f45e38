package newswire.enrich;

import java.util.Map;
import newswire.enrich.relate.RelateTopology;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/**
 * How stores lie on disk and in memory: compressed fast where they are rewritten often and well
 * where they rest; and where rows are read one prefix at a time, found by prefix, so that a scan
 * that finds nothing costs next to nothing. What is read lies in one cache of the process: Kafka
 * Streams' own, one for each store, are too small for the few that are large, and together without
 * a bound. Kafka Streams makes it by reflection.
 */
public final class StoreLayout implements RocksDBConfigSetter {

  // Of a write buffer.
  private static final double BLOOM_PART = .1;

  private static final long LARGEST_CACHE = 1L << 30;

  /** Outside the heap, and never more than a quarter of what that may have. */
  private static final Cache CACHE =
      new LRUCache(Math.min(LARGEST_CACHE, Runtime.getRuntime().maxMemory() / 4));

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    options.setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION);
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    options.setTableFormatConfig(table.setBlockCache(CACHE));
    @Nullable Integer prefix = RelateTopology.PREFIXES.get(store);
    if (prefix != null) {
      options.useFixedLengthPrefixExtractor(prefix);
      options.setMemtablePrefixBloomSizeRatio(BLOOM_PART);
    }
  }

  @Override
  public void close(String store, Options options) {
    // The cache is every store's.
  }
}
