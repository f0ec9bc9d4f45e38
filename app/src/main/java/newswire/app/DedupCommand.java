package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import newswire.enrich.page.PageReader;
import newswire.enrich.page.UnreadablePage;
import newswire.enrich.prepare.Preparation;
import newswire.enrich.prepare.SiteSketches;
import newswire.enrich.prepare.Times;
import newswire.enrich.relate.Deduplication;
import newswire.ingest.ArticleRow;
import newswire.ingest.FileItem;
import newswire.schemas.TrustedRecords;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.Relation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Finds copies and stories in a file of articles. */
@Command(
    name = "dedup",
    description = {
      "Finds copies and stories among articles, as the pipeline does, without Kafka; languages and",
      "names are found as it does, too. Takes rows of JSON",
      "{id, title, text, published?, fetched?, url?, site?}, one a line, and prints for each of",
      "them {id, parent, family, relation, score, story}, as it is when all are known.",
      "Paragraphs that a site repeats in other articles do not count; texts stay in memory.",
      "A row that cannot be read is reported, and the exit code is 1."
    },
    mixinStandardHelpOptions = true)
final class DedupCommand implements Callable<Integer> {

  static {
    TrustedRecords.register();
  }

  /** Not loaded before they are needed: every command is made whenever one is called. */
  private static final class Stages {
    static final Preparation SHIPPED = Preparation.standard();
  }

  private static final JsonFactory JSON = new JsonFactory();
  private static final ObjectMapper ROWS = new ObjectMapper();

  @Parameters(paramLabel = "FILE.jsonl", description = "In UTF-8; - reads standard input.")
  private String file = "";

  private final PageReader reader = new PageReader();
  private final SiteSketches.InMemory sketches = SiteSketches.inMemory();
  private final Deduplication articles = new Deduplication();
  private final Set<String> ids = new LinkedHashSet<>();
  private boolean good = true;

  @Override
  public Integer call() throws IOException {
    try (BufferedReader in = LineInput.open(file)) {
      int number = 0;
      for (String row = in.readLine(); row != null; row = in.readLine()) {
        String place = file + ":" + ++number;
        if (!row.isBlank()) {
          read(row, place);
        }
      }
    }
    Map<String, Relation> relations = new HashMap<>();
    articles.relations().forEach(relation -> relations.put(relation.getArticleId(), relation));
    for (String id : ids) {
      write(Objects.requireNonNull(relations.get(id)));
    }
    return good ? 0 : Exit.FAILED;
  }

  private void read(String row, String place) throws IOException {
    FileItem item = ArticleRow.read(row.getBytes(UTF_8), place, Instant.EPOCH);
    if (item instanceof FileItem.Refused refused) {
      refuse(place, refused.reason());
      return;
    }
    JsonNode fields = ROWS.readTree(row);
    String id = fields.path("id").asText();
    if (id.isEmpty() || !ids.add(id)) {
      refuse(place, id.isEmpty() ? "field id: is missing" : "field id: " + id + " comes twice");
      return;
    }
    try {
      Article article = article(((FileItem.Read) item).article(), id, fields);
      sketches.add(Stages.SHIPPED.enriched(article)).forEach(articles::add);
    } catch (UnreadablePage e) {
      ids.remove(id);
      refuse(place, String.valueOf(e.getMessage()));
    }
  }

  /** Seen when it was fetched or, if the row does not say, when it was published. */
  private Article article(RawArticle raw, String id, JsonNode fields) throws UnreadablePage {
    Article read = reader.read(reader.addressed(raw));
    Instant seen =
        fields.hasNonNull("fetched")
            ? raw.getFetched()
            : read.getPublished().orElse(raw.getFetched());
    Article.Builder article = Article.newBuilder(read).setId(id).setFirstSeen(seen);
    if (fields.hasNonNull("site")) {
      article.setSite(fields.path("site").asText());
    }
    return Times.settle(article).build();
  }

  private void refuse(String place, String reason) {
    good = false;
    System.err.println("newswire: " + place + ": " + reason);
  }

  private static void write(Relation relation) throws IOException {
    PrintStream out = System.out;
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("id", relation.getArticleId());
      json.writeStringField("parent", relation.getParent().orElse(null));
      json.writeStringField("family", relation.getFamily());
      json.writeStringField("relation", relation.getKind().name());
      json.writeNumberField("score", relation.getScore());
      json.writeStringField("story", relation.getStory());
      json.writeEndObject();
    }
    out.println();
  }
}
