package newswire.lake;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import newswire.sink.Newsroom;
import newswire.sink.PlatformExtension;
import newswire.sink.PlatformExtension.Platform;
import newswire.sink.SinkContract;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PlatformExtension.class)
class ParquetSinkContractIT implements SinkContract {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  @TempDir private Path parent;
  private final Platform platform;

  ParquetSinkContractIT(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Bench open() {
    String name = "parquet" + NUMBER.incrementAndGet();
    return bench(Newsroom.open(platform.addresses(), name), parent.resolve(name));
  }

  static LakeBench bench(Newsroom newsroom, Path directory) {
    return new LakeBench(
        newsroom,
        () -> new ParquetLake(directory, new Disk()),
        () -> DuckDb.ofDirectory(directory));
  }
}
