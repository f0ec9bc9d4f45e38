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
class IcebergSinkContractIT implements SinkContract {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  @TempDir private Path parent;
  private final Platform platform;

  IcebergSinkContractIT(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Bench open() {
    String name = "iceberg" + NUMBER.incrementAndGet();
    Path directory = parent.resolve(name);
    return new LakeBench(
        Newsroom.open(platform.addresses(), name),
        () -> new IcebergLake(Tables.in(directory)),
        () -> Tables.read(directory));
  }
}
