package newswire.sink.lake;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import newswire.schemas.Topics;
import newswire.sink.Sink;

/**
 * Makes sinks that write Parquet files. They come from a module that need not be there, and is
 * found by {@link ServiceLoader}.
 */
public interface LakeSinks {

  /**
   * Carries records into Parquet files.
   *
   * @param directory on a file system that has hard links
   * @param kafka {@code bootstrap.servers} and whatever else the Kafka clients need here
   * @param topics where to read from, and where dead letters go
   */
  Sink parquet(LakeConfig config, Path directory, Map<String, Object> kafka, Topics topics);

  /**
   * Carries records into Iceberg tables.
   *
   * @param tables where they are
   * @param kafka {@code bootstrap.servers} and whatever else the Kafka clients need here
   * @param topics where to read from, and where dead letters go
   */
  Sink iceberg(LakeConfig config, IcebergConfig tables, Map<String, Object> kafka, Topics topics);

  /** Those on the class path. */
  static Optional<LakeSinks> installed() {
    return ServiceLoader.load(LakeSinks.class).findFirst();
  }
}
