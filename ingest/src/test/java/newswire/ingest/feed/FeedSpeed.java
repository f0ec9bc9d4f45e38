package newswire.ingest.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * Prints how long the feeds below a directory take, beside jsoup's bare parse of the same bytes in
 * the same run: one thread's processor time, of each feed the quickest round. Run as a program.
 */
public final class FeedSpeed {

  private static final int ROUNDS = 8;

  private FeedSpeed() {}

  private interface Task {
    void run(byte[] feed) throws IOException;
  }

  /** Takes the directory. */
  public static void main(String[] args) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of(args[0]))) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    long[] ceiling = new long[files.size()];
    long[] whole = new long[files.size()];
    for (int i = 0; i < ROUNDS; i++) {
      for (int at = 0; at < whole.length; at++) {
        byte[] feed = Files.readAllBytes(files.get(at));
        time(FeedSpeed::parse, feed, at, ceiling);
        time(FeedSpeed::read, feed, at, whole);
      }
    }
    print("parse", files, ceiling);
    print("parse + read", files, whole);
  }

  private static void parse(byte[] feed) throws IOException {
    Jsoup.parse(new ByteArrayInputStream(feed), null, "https://a.example/", Parser.xmlParser());
  }

  private static void read(byte[] feed) {
    try {
      FeedReader.read(feed, null, "https://a.example/");
    } catch (UnreadableFeed e) {
      // a typed reason is a result too
    }
  }

  private static void time(Task task, byte[] feed, int at, long[] nanos) throws IOException {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    task.run(feed);
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    nanos[at] = nanos[at] == 0 ? took : Math.min(nanos[at], took);
  }

  private static void print(String what, List<Path> files, long[] nanos) {
    int slowest = 0;
    for (int i = 0; i < nanos.length; i++) {
      slowest = nanos[i] > nanos[slowest] ? i : slowest;
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s %d feeds, %.0f feeds/s, slowest %.1f ms (%s)%n",
        what,
        nanos.length,
        nanos.length / (Arrays.stream(nanos).sum() / 1e9),
        nanos[slowest] / 1e6,
        files.get(slowest).getFileName());
  }
}
