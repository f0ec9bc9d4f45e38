package newswire.ingest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topics;

/** A worker in a process of its own, to be killed. */
final class WorkerProcess {

  private WorkerProcess() {}

  public static void main(String[] args) {
    IngestConfig config = TestWorld.config(args[0], args[3], args[2]);
    Topics topics = new Topics(args[2], SchemaRegistry.at(args[1], Map.of()));
    new IngestWorker(config, topics, Clock.systemUTC()).run();
  }

  static Process start(String bootstrap, String registry, String prefix, String instance)
      throws IOException {
    return start(WorkerProcess.class, List.of(bootstrap, registry, prefix, instance));
  }

  static Process start(Class<?> main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(
            new File(
                "target", main.getSimpleName() + "-" + arguments.get(3).replace('/', '_') + ".log"))
        .start();
  }
}
