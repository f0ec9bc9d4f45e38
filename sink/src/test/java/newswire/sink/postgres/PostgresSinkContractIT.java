package newswire.sink.postgres;

import java.util.Map;
import newswire.sink.PlatformExtension;
import newswire.sink.PlatformExtension.Platform;
import newswire.sink.SinkContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PlatformExtension.class)
class PostgresSinkContractIT implements SinkContract {

  private final Platform platform;

  PostgresSinkContractIT(Platform platform) {
    this.platform = platform;
  }

  @Override
  public Bench open() {
    return PostgresBench.open(platform.addresses(), Map.of());
  }
}
