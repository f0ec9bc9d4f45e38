package newswire.lake;

import java.nio.file.Path;
import java.util.Map;
import newswire.schemas.Topics;
import newswire.sink.Sink;
import newswire.sink.lake.IcebergConfig;
import newswire.sink.lake.LakeConfig;
import newswire.sink.lake.LakeSinks;

/** The sinks of this module. */
public final class InstalledLakeSinks implements LakeSinks {

  @Override
  public Sink parquet(LakeConfig config, Path directory, Map<String, Object> kafka, Topics topics) {
    Lake lake = new ParquetLake(directory, new Disk());
    return new LakeSink("sink.parquet", config, lake, kafka, topics);
  }

  @Override
  public Sink iceberg(
      LakeConfig config, IcebergConfig tables, Map<String, Object> kafka, Topics topics) {
    return new LakeSink("sink.iceberg", config, new IcebergLake(tables), kafka, topics);
  }
}
