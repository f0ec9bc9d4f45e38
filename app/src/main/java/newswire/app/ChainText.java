package newswire.app;

import static newswire.app.Sheet.quoted;
import static newswire.app.Sheet.share;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import newswire.app.Chain.Link;
import newswire.app.Proof.Verdict;
import newswire.schemas.Visibility.Veil;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.RawPosition;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;

/** A chain of publication for a person to read. */
final class ChainText {

  private static final int TITLE = 120;
  private static final int PASSAGES = 3;

  private final Chain chain;
  private final Map<String, Verdict> verdicts;
  private final Sheet sheet = new Sheet();

  private ChainText(Chain chain, Map<String, Verdict> verdicts) {
    this.chain = chain;
    this.verdicts = verdicts;
  }

  /**
   * The chain as text.
   *
   * @param verdicts on the raw records, by article id; empty if they were not read
   */
  static String of(Chain chain, Map<String, Verdict> verdicts) {
    ChainText text = new ChainText(chain, verdicts);
    chain.links().forEach(text::link);
    return text.sheet.toString();
  }

  private void link(Link link) {
    Article article = link.article();
    String where = article.getSite().isEmpty() ? article.getSourceName() : article.getSite();
    sheet.heading(link.position() + "  " + quoted(where, TITLE) + "  " + article.getId());
    if (link.shown().veil() != Veil.NONE) {
      sheet.fact("hidden", link.shown().veil().sentence());
    }
    sheet.factIfAny("title", quoted(article.getTitle(), TITLE));
    sheet.factIfAny("address", quoted(article.getUrl(), TITLE * 2));
    sheet.fact(
        "source", quoted(article.getSourceName(), TITLE) + " (" + article.getSourceId() + ")");
    times(link);
    relation(link);
    proof(article);
  }

  private void times(Link link) {
    Article article = link.article();
    sheet.fact("published", DossierText.published(article));
    sheet.fact("first seen", article.getFirstSeen());
    if (!EffectiveTime.isClaimed(article)) {
      sheet.fact("", "counts " + EffectiveTime.why(article));
    }
    link.overtaken()
        .flatMap(this::byId)
        .ifPresent(
            other ->
                sheet.fact(
                    "!",
                    "first by its claim only: "
                        + other.position()
                        + " was seen "
                        + apart(other.article().getFirstSeen(), article.getFirstSeen())
                        + " earlier"));
  }

  private static String apart(Instant earlier, Instant later) {
    Duration apart = Duration.between(earlier, later);
    return apart.toSeconds() == 0 ? "less than a second" : StatusCommand.ago(apart);
  }

  private Optional<Link> byId(String id) {
    return chain.links().stream().filter(link -> link.article().getId().equals(id)).findFirst();
  }

  private void relation(Link link) {
    if (link.relation().isEmpty()) {
      sheet.line("It has not been compared with others yet.");
      return;
    }
    Relation relation = link.relation().get();
    if (relation.getKind() == RelationKind.NONE) {
      sheet.fact("copy of", "nothing: its text is its own");
      return;
    }
    String parent = relation.getParent().orElse("");
    String place = byId(parent).map(other -> other.position() + " ").orElse("");
    sheet.fact("copy of", place + parent);
    sheet.fact(
        "kind",
        relation.getKind()
            + ", score "
            + share(relation.getScore())
            + ", jaccard "
            + share(relation.getJaccard())
            + ", containment "
            + share(relation.getContainment())
            + ", numbers "
            + share(relation.getNumbers()));
    link.difference()
        .ifPresentOrElse(
            difference -> {
              sheet.fact("against it", difference.summary());
              difference.lines(PASSAGES).forEach(line -> sheet.fact("", line));
            },
            () ->
                sheet.fact("against it", "not compared: one of the two texts is not to be shown"));
  }

  private void proof(Article article) {
    RawPosition raw = article.getRaw();
    sheet.fact("raw record", DossierText.place(raw));
    sheet.fact("SHA-256", raw.getSha256());
    Verdict verdict = verdicts.get(article.getId());
    if (verdict != null) {
      sheet.fact("read back", verdict.sentence());
    }
  }
}
