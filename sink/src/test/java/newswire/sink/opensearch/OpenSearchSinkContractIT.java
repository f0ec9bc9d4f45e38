package newswire.sink.opensearch;

import newswire.sink.PlatformExtension;
import newswire.sink.PlatformExtension.Platform;
import newswire.sink.SinkContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({PlatformExtension.class, OpenSearchServer.Shared.class})
class OpenSearchSinkContractIT implements SinkContract {

  private final Platform platform;
  private final OpenSearchServer server;

  OpenSearchSinkContractIT(Platform platform, OpenSearchServer server) {
    this.platform = platform;
    this.server = server;
  }

  @Override
  public Bench open() {
    return OpenSearchBench.open(platform.addresses(), server);
  }
}
