package newswire.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import newswire.schemas.InForce;
import newswire.schemas.RecordJson;
import newswire.schemas.Topics;
import newswire.schemas.Visibility;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Withdrawal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what was known at a moment. */
@Command(
    name = "asof",
    description = {
      "Tells what was known of an article or a story at a moment, from all states of articles.",
      "What is killed, withheld or under embargo now is not shown as it was then."
    },
    mixinStandardHelpOptions = true)
final class AsOfCommand implements Callable<Integer> {

  /** What the id is one of. */
  enum Kind {
    ARTICLE,
    STORY
  }

  private static final int LONGEST_TEXT = 2_000;

  @Mixin private ClusterOptions options = new ClusterOptions();

  @Mixin private OutputOption output = new OutputOption();

  @Parameters(
      index = "0",
      paramLabel = "INSTANT",
      converter = Moment.class,
      description = "Such as 2026-11-23T10:00:00Z, or 2h for two hours ago.")
  private Instant moment = Instant.EPOCH;

  @Parameters(index = "1", paramLabel = "article|story", description = "What is asked for.")
  private Kind kind = Kind.ARTICLE;

  @Parameters(index = "2", paramLabel = "ID|URL", description = "Its id, or an article's address.")
  private String named = "";

  @Option(
      names = "--all",
      description = "Also what is withheld or under embargo now; never what was killed.")
  private boolean all;

  @Override
  public Integer call() throws IOException {
    String id = ArticleArgument.id(named);
    Cluster cluster = options.cluster();
    Topics topics = cluster.topics();
    try (RecordFinder finder = new RecordFinder(cluster)) {
      finder.require(topics.revisions());
      AsOf asOf = new AsOf(finder, topics.revisions(), moment);
      Veils veils = new Veils(finder, topics, new Visibility(all, Clock.systemUTC().instant()));
      return kind == Kind.ARTICLE ? article(id, asOf, veils) : story(asOf.story(id), asOf, veils);
    }
  }

  /** What may be shown of states of long ago, by the orders of now. */
  private record Veils(RecordFinder finder, Topics topics, Visibility visibility) {

    List<Visibility.Shown> shown(List<AsOf.Known> states) {
      Set<String> ids =
          states.stream().map(state -> state.article().getId()).collect(Collectors.toSet());
      Map<String, List<Withdrawal>> orders = finder.all(topics.withdrawals(), ids);
      return states.stream().map(state -> shown(state.article(), orders)).toList();
    }

    private Visibility.Shown shown(Article article, Map<String, List<Withdrawal>> orders) {
      List<Withdrawal> its = orders.getOrDefault(article.getId(), List.of());
      Visibility.Veil veil = visibility.shown(article, InForce.among(its)).veil();
      // The state keeps its own status: the order may be of later.
      return new Visibility.Shown(Visibility.veiled(article, veil), veil);
    }
  }

  private int article(String id, AsOf asOf, Veils veils) throws IOException {
    AsOf.Known known = asOf.articles(Set.of(id)).get(id);
    int later = asOf.later(id);
    if (known == null) {
      throw Exit.failed(
          "nothing was known of article "
              + id
              + " at "
              + moment
              + (later == 0 ? "" : "; " + later + " states became known later"));
    }
    Visibility.Shown shown = veils.shown(List.of(known)).get(0);
    if (output.json()) {
      OutputOption.print(
          json -> {
            json.writeStartObject();
            json.writeStringField("as_of", moment.toString());
            writeState(known, shown, json);
            json.writeNumberField("later_states", later);
            json.writeEndObject();
          });
    } else {
      System.out.print(sheet(known, shown).fact("later states", later));
    }
    return 0;
  }

  private static void writeState(AsOf.Known known, Visibility.Shown shown, JsonGenerator json)
      throws IOException {
    json.writeStringField("known_at", known.since().map(Instant::toString).orElse(null));
    json.writeStringField(
        "hidden", shown.veil() == Visibility.Veil.NONE ? null : shown.veil().sentence());
    json.writeFieldName("article");
    RecordJson.write(shown.article(), json);
  }

  private Sheet sheet(AsOf.Known known, Visibility.Shown shown) {
    Article article = shown.article();
    Relation relation = article.getRelation().orElse(Relation.newBuilder().build());
    Sheet sheet =
        new Sheet()
            .heading("article " + article.getId() + " as of " + moment)
            .fact("known since", since(known))
            .fact(
                "revision",
                article.getRevision().getGeneration() + "." + article.getRevision().getCounter())
            .factIfAny("address", Sheet.quoted(article.getUrl(), LONGEST_TEXT))
            .fact("effective", article.getEffective())
            .fact("status", article.getStatus())
            .fact("version", article.getVersion())
            .fact("language", article.getLanguage().getTag())
            .fact(
                "relation",
                article.getRelation().isEmpty()
                    ? "not compared yet"
                    : relation.getKind() + relation.getParent().map(p -> " of " + p).orElse(""))
            .factIfAny("story", relation.getStory());
    if (shown.veil() != Visibility.Veil.NONE) {
      return sheet.fact("now", shown.veil().sentence());
    }
    return sheet
        .factIfAny("title", Sheet.quoted(article.getTitle(), LONGEST_TEXT))
        .factIfAny("text", Sheet.quoted(article.getText(), LONGEST_TEXT));
  }

  private static String since(AsOf.Known known) {
    return known.since().map(Instant::toString).orElse("not kept: written before this was");
  }

  private int story(String id, AsOf asOf, Veils veils) throws IOException {
    List<AsOf.Known> members = asOf.members(id);
    if (members.isEmpty()) {
      throw Exit.failed("no story " + id + " was known at " + moment);
    }
    List<Visibility.Shown> shown = veils.shown(members);
    if (output.json()) {
      OutputOption.print(
          json -> {
            json.writeStartObject();
            json.writeStringField("as_of", moment.toString());
            json.writeStringField("story", id);
            json.writeArrayFieldStart("articles");
            for (int i = 0; i < members.size(); i++) {
              json.writeStartObject();
              writeState(members.get(i), shown.get(i), json);
              json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
          });
      return 0;
    }
    TextTable table = new TextTable("article", "effective", "known since", "relation", "title");
    for (int i = 0; i < members.size(); i++) {
      Article article = shown.get(i).article();
      table.row(
          article.getId(),
          article.getEffective(),
          since(members.get(i)),
          article.getRelation().map(r -> r.getKind().name()).orElse(""),
          shown.get(i).veil() == Visibility.Veil.NONE
              ? Sheet.quoted(article.getTitle(), LONGEST_TEXT)
              : "(" + shown.get(i).veil().sentence() + ")");
    }
    System.out.print(new Sheet().heading("story " + id + " as of " + moment).table(table));
    return 0;
  }
}
