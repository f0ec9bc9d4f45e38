package newswire.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import newswire.local.Addresses;
import newswire.local.LocalPlatform;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test class the one platform that they all share. */
public final class PlatformExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(PlatformExtension.class);

  /** Real Kafka, registry and Postgres for as long as the tests run. */
  public record Platform(LocalPlatform parts, Path dir) implements AutoCloseable {

    static Platform start() {
      try {
        Path dir = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "platform");
        return new Platform(LocalPlatform.start(dir, System.out::println), dir);
      } catch (Exception e) {
        throw new IllegalStateException("the platform does not start", e);
      }
    }

    public Addresses addresses() {
      return parts.addresses();
    }

    @Override
    public void close() throws IOException {
      parts.close();
      List<Path> files;
      try (Stream<Path> walk = Files.walk(dir)) {
        files = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Platform.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .computeIfAbsent(Platform.class, type -> Platform.start(), Platform.class);
  }
}
