package newswire.enrich;

import java.util.Map;
import newswire.enrich.relate.RelateTopology;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;

/**
 * How stores lie on disk and in memory: compressed fast where they are rewritten often and well
 * where they rest; and where rows are read one prefix at a time, found by prefix, so that a scan
 * that finds nothing costs next to nothing. Kafka Streams makes it by reflection.
 */
public final class StoreLayout implements RocksDBConfigSetter {

  // Of a write buffer.
  private static final double BLOOM_PART = .1;

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    options.setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION);
    @Nullable Integer prefix = RelateTopology.PREFIXES.get(store);
    if (prefix != null) {
      options.useFixedLengthPrefixExtractor(prefix);
      options.setMemtablePrefixBloomSizeRatio(BLOOM_PART);
    }
  }

  @Override
  public void close(String store, Options options) {
    // Made nothing that would have to be freed.
  }
}
