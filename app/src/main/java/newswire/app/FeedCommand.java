package newswire.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import newswire.ingest.IngestConfig;
import newswire.ingest.feed.Feed;
import newswire.ingest.feed.FeedLinks;
import newswire.ingest.feed.FeedLinks.FeedLink;
import newswire.ingest.feed.FeedReader;
import newswire.ingest.feed.FeedparserJson;
import newswire.ingest.feed.UnreadableFeed;
import newswire.ingest.fetch.FetchRequest;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.Fetcher;
import newswire.schemas.RecordJson;
import newswire.schemas.avro.FeedEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads feeds as ingest does, without Kafka. */
@Command(
    name = "feed",
    description = "Reads feeds as ingest does, without Kafka.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class FeedCommand {

  private static final JsonFactory JSON = new JsonFactory();
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int LARGEST = 16 * 1024 * 1024;

  @Command(
      name = "parse",
      description = {
        "Prints what is read of feed files, one JSON object a line: {file, title, link, language,",
        "entries}, or {file, error}. Folders are walked."
      },
      mixinStandardHelpOptions = true)
  int parse(
      @Parameters(arity = "1..*", paramLabel = "FILE", description = "Feed files or folders.")
          List<Path> paths,
      @Option(
              names = "--feedparser-json",
              description = {
                "Print one object {file: {feed, entries}} with the names that feedparser gives to",
                "what a feed holds."
              })
          boolean feedparser,
      @Option(
              names = "--base",
              paramLabel = "DIR",
              description = "Name files relative to this folder.")
          @Nullable Path base)
      throws IOException {
    boolean good = true;
    try (JsonGenerator json = JSON.createGenerator(System.out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setRootValueSeparator(null);
      if (feedparser) {
        json.writeStartObject();
      }
      for (Path file : files(paths)) {
        String name = name(file, base);
        if (feedparser) {
          json.writeFieldName(name);
          FeedparserJson.write(body(file), "", json);
        } else {
          good &= line(name, body(file), json);
        }
      }
      if (feedparser) {
        json.writeEndObject();
        json.writeRaw('\n');
      }
    }
    return good ? 0 : Exit.FAILED;
  }

  @Command(
      name = "discover",
      description = "Prints the feeds that a page announces: address, tab, title.",
      mixinStandardHelpOptions = true)
  int discover(
      @Parameters(paramLabel = "FILE|URL", description = "A page.") String page,
      @Option(
              names = "--allow-private-networks",
              description = "Let URL lie on a loopback or private address.")
          boolean allowPrivateNetworks)
      throws IOException {
    List<FeedLink> links =
        page.startsWith("http://") || page.startsWith("https://")
            ? fetched(page, allowPrivateNetworks)
            : FeedLinks.of(body(file(page)), null, "");
    links.forEach(link -> System.out.println(link.url() + "\t" + link.title()));
    if (links.isEmpty()) {
      throw Exit.failed(page + " announces no feed");
    }
    return 0;
  }

  private static List<FeedLink> fetched(String url, boolean allowPrivateNetworks) {
    Clock clock = Clock.systemUTC();
    try (Fetcher fetcher = new Fetcher(IngestConfig.Key.USER_AGENT.byDefault(), DEADLINE, clock)) {
      FetchResult result = fetcher.fetch(FetchRequest.page(url, LARGEST, allowPrivateNetworks));
      if (result instanceof FetchResult.Fetched page) {
        return FeedLinks.of(page.body(), page.contentType(), page.url());
      }
      String reason = result instanceof FetchResult.Failed failed ? failed.reason() : "no answer";
      throw Exit.failed("cannot fetch " + url + ": " + reason);
    }
  }

  private static Path file(String name) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw Exit.usage("there is no file " + name);
    }
    return file;
  }

  private static boolean line(String name, byte[] body, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", name);
    boolean good = true;
    try {
      Feed feed = FeedReader.read(body, null, "");
      json.writeStringField("title", feed.title());
      json.writeStringField("link", feed.link());
      json.writeStringField("language", feed.language());
      json.writeArrayFieldStart("entries");
      for (FeedEntry entry : feed.entries()) {
        json.writeStartObject();
        RecordJson.writeFields(entry, json, "");
        json.writeEndObject();
      }
      json.writeEndArray();
    } catch (UnreadableFeed e) {
      json.writeStringField("error", e.getMessage());
      good = false;
    }
    json.writeEndObject();
    json.writeRaw('\n');
    return good;
  }

  private static String name(Path file, @Nullable Path base) {
    Path named = base == null ? file : base.toAbsolutePath().relativize(file.toAbsolutePath());
    return named.normalize().toString().replace('\\', '/');
  }

  /** One byte more than the reader takes, so that it is the reader who refuses. */
  private static byte[] body(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LARGEST + 1);
    }
  }

  private static List<Path> files(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw Exit.usage("there is no " + path);
      }
      try (Stream<Path> walk = Files.walk(path)) {
        walk.filter(Files::isRegularFile).sorted().forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }
}
