package newswire.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import newswire.enrich.prepare.Outcome;
import newswire.enrich.prepare.Preparation;
import newswire.ingest.ArticleFiles;
import newswire.ingest.FileItem;
import newswire.ingest.IngestConfig;
import newswire.ingest.fetch.FetchRequest;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.Fetcher;
import newswire.schemas.RecordJson;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.RawPosition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what enrichment makes of one article, without Kafka. */
@Command(
    name = "inspect",
    description =
        "Runs the stages that look at one article alone, without Kafka, and prints what they make of it "
            + "as JSON. Offsets of mentions count the code points of 'text'.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String STDIN = "standard input";
  private static final int LARGEST = 6 * 1024 * 1024;
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "-",
      paramLabel = "FILE|URL|-",
      description = "A page or text; - is standard input (the default).")
  private String what = "-";

  @Option(
      names = "--jsonl",
      description =
          "The input is JSON lines {id?,url?,source?,title?,text?|html?,published?,fetched?,lang?}; "
              + "prints one object a line.")
  private boolean rows;

  @Option(
      names = "--allow-private-networks",
      description = "Let URL lie on a loopback or private address.")
  private boolean allowPrivateNetworks;

  @Mixin private TaggerOption tagger = new TaggerOption();

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException {
    Preparation preparation = tagger.preparation();
    if (!rows) {
      return print(one(), preparation) ? 0 : Exit.FAILED;
    }
    boolean good = true;
    try (InputStream in = what.equals("-") ? System.in : Files.newInputStream(file(what));
        Stream<FileItem> items =
            new ArticleFiles(clock).rows(in, what.equals("-") ? STDIN : what)) {
      for (FileItem item : (Iterable<FileItem>) items::iterator) {
        good &= print(item, preparation);
      }
    }
    return good ? 0 : Exit.FAILED;
  }

  private FileItem one() throws IOException {
    if (what.startsWith("http://") || what.startsWith("https://")) {
      return fetched();
    }
    if (what.equals("-")) {
      return read(System.in.readNBytes(LARGEST + 1), STDIN);
    }
    Path file = file(what);
    try (InputStream in = Files.newInputStream(file)) {
      return read(in.readNBytes(LARGEST + 1), what);
    }
  }

  private static Path file(String name) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw Exit.usage("there is no file " + name);
    }
    return file;
  }

  private FileItem read(byte[] body, String place) {
    if (body.length > LARGEST) {
      throw Exit.failed(place + " is larger than " + LARGEST + " bytes");
    }
    return ArticleFiles.read(body, place, clock.instant());
  }

  private FileItem fetched() {
    try (Fetcher fetcher = new Fetcher(IngestConfig.Key.USER_AGENT.byDefault(), DEADLINE, clock)) {
      FetchResult result = fetcher.fetch(FetchRequest.page(what, LARGEST, allowPrivateNetworks));
      if (result instanceof FetchResult.Fetched page) {
        return new FileItem.Read(
            what,
            RawArticle.newBuilder()
                .setSourceId(ArticleFiles.FILE)
                .setSourceName(ArticleFiles.FILE)
                .setUrl(page.url())
                .setFetched(clock.instant())
                .setHttpStatus(page.status())
                .setContentType(page.contentType())
                .setBody(ByteBuffer.wrap(page.body()))
                .build());
      }
      String reason = result instanceof FetchResult.Failed failed ? failed.reason() : "no answer";
      throw Exit.failed("cannot fetch " + what + ": " + reason);
    }
  }

  /** Prints the article; what cannot become one is said on standard error. */
  private boolean print(FileItem item, Preparation preparation) throws IOException {
    if (item instanceof FileItem.Refused refused) {
      System.err.println("newswire: " + refused.place() + ": " + refused.reason());
      return false;
    }
    RawArticle raw = ((FileItem.Read) item).article();
    Outcome outcome = preparation.prepare(raw, RawPosition.newBuilder().build());
    if (outcome instanceof Outcome.Rejected rejected) {
      System.err.println(
          "newswire: " + item.place() + ": " + rejected.stage() + ": " + rejected.reason());
      return false;
    }
    write(((Outcome.Prepared) outcome).article(), raw.getItemId(), System.out);
    return true;
  }

  private void write(Article article, String givenId, PrintStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      if (!rows) {
        json.useDefaultPrettyPrinter();
      }
      json.writeStartObject();
      json.writeStringField("id", givenId.isEmpty() ? article.getId() : givenId);
      json.writeStringField("article_id", article.getId());
      RecordJson.writeFields(article, json, "id");
      json.writeEndObject();
    }
    out.println();
  }
}
