package newswire.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import newswire.enrich.page.PageReader;
import newswire.enrich.page.UnreadablePage;
import newswire.ingest.IngestConfig;
import newswire.ingest.fetch.FetchRequest;
import newswire.ingest.fetch.FetchResult;
import newswire.ingest.fetch.Fetcher;
import newswire.schemas.avro.Article;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows text and metadata of pages. */
@Command(
    name = "extract",
    description = {
      "Reads text and metadata of pages, and prints them as JSON.",
      "What gives neither is printed with an \"error\", and the exit code is 1."
    },
    mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {

  private static final JsonFactory JSON = new JsonFactory();
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @Parameters(
      arity = "0..*",
      paramLabel = "URL|FILE",
      description = "Pages; a file may be gzipped.")
  private List<String> pages = new ArrayList<>();

  @Option(
      names = "--jsonl",
      description = {
        "Reads rows {id, file|html, url?} from standard input, fetching nothing;",
        "prints one object a line."
      })
  private boolean rows;

  @Option(
      names = "--allow-private-networks",
      description = "Let URL lie on a loopback or private address.")
  private boolean allowPrivateNetworks;

  private final PageReader reader = new PageReader();
  private boolean good = true;

  @Override
  public Integer call() throws IOException {
    if (rows != pages.isEmpty()) {
      throw Exit.usage("name pages, or give --jsonl and rows on standard input");
    }
    PrintStream out = System.out;
    if (rows) {
      readRows(out);
    } else {
      for (String page : pages) {
        print(() -> open(page), out);
      }
    }
    return good ? 0 : Exit.FAILED;
  }

  private void readRows(PrintStream out) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String row = line;
      String place = "line " + ++number;
      if (!row.isBlank()) {
        print(() -> PageInput.row(row, place), out);
      }
    }
  }

  private PageInput open(String page) throws PageInput.Unusable, IOException {
    return page.startsWith("http://") || page.startsWith("https://")
        ? fetched(page)
        : PageInput.file(page, page, "");
  }

  private PageInput fetched(String url) throws IOException {
    String agent = IngestConfig.Key.USER_AGENT.byDefault();
    try (Fetcher fetcher = new Fetcher(agent, DEADLINE, Clock.systemUTC())) {
      FetchResult result =
          fetcher.fetch(FetchRequest.page(url, PageInput.LARGEST, allowPrivateNetworks));
      if (result instanceof FetchResult.Fetched page) {
        return PageInput.of(url, page.body(), page.contentType(), page.url());
      }
      String reason = result instanceof FetchResult.Failed failed ? failed.reason() : "no answer";
      throw Exit.failed("cannot fetch " + url + ": " + reason);
    }
  }

  private interface Opened {
    PageInput get() throws PageInput.Unusable, IOException;
  }

  private void print(Opened opened, PrintStream out) throws IOException {
    try {
      PageInput page = opened.get();
      try {
        write(page.id(), reader.read(reader.addressed(page.raw())), null, out);
      } catch (UnreadablePage e) {
        fail(page.id(), e.getMessage(), out);
      }
    } catch (PageInput.Unusable e) {
      fail(e.id(), e.getMessage(), out);
    }
  }

  private void fail(String id, @Nullable String reason, PrintStream out) throws IOException {
    good = false;
    System.err.println("newswire: " + id + ": " + reason);
    write(id, Article.newBuilder().build(), reason, out);
  }

  private void write(String id, Article article, @Nullable String error, PrintStream out)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      if (!rows) {
        json.useDefaultPrettyPrinter();
      }
      json.writeStartObject();
      json.writeStringField("id", id);
      json.writeStringField("title", article.getTitle());
      json.writeStringField("text", article.getText());
      json.writeStringField("summary", article.getSummary());
      json.writeFieldName("authors");
      json.writeArray(article.getAuthors().toArray(String[]::new), 0, article.getAuthors().size());
      json.writeStringField("published", article.getPublished().map(Object::toString).orElse(null));
      json.writeStringField("canonical_url", article.getUrl());
      json.writeStringField("rule", article.getExtraction().getRule());
      if (error != null) {
        json.writeStringField("error", error);
      }
      json.writeEndObject();
    }
    out.println();
  }
}
