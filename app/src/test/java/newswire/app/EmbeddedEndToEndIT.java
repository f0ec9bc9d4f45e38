package newswire.app;

import java.nio.file.Path;
import newswire.local.Addresses;
import newswire.local.LocalPlatform;

/** On the platform that {@code up} runs on. */
class EmbeddedEndToEndIT extends EndToEndContract {

  private record Embedded(LocalPlatform parts) implements Platform {

    @Override
    public Addresses addresses() {
      return parts.addresses();
    }

    @Override
    public void close() {
      parts.close();
    }
  }

  @Override
  Platform start(Path dir) throws Exception {
    return new Embedded(LocalPlatform.start(dir, line -> {}));
  }
}
