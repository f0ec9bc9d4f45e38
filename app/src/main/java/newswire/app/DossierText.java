package newswire.app;

import static newswire.app.Sheet.count;
import static newswire.app.Sheet.quoted;
import static newswire.app.Sheet.share;

import java.util.List;
import newswire.schemas.Letters;
import newswire.schemas.Visibility.Shown;
import newswire.schemas.Visibility.Veil;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.Entity;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.RawPosition;
import newswire.schemas.avro.Version;
import newswire.schemas.avro.Withdrawal;

/** A dossier for a person to read, in the order of the article's way. */
final class DossierText {

  private static final int TITLE = 120;
  private static final int PASSAGES = 5;

  private final Dossier dossier;
  private final Sheet sheet = new Sheet();

  DossierText(Dossier dossier) {
    this.dossier = dossier;
  }

  String text() {
    sheet.heading("article " + dossier.id());
    dossier.article().ifPresentOrElse(this::article, this::unprepared);
    orders();
    letters();
    return sheet.toString();
  }

  private void article(Shown shown) {
    Article article = shown.article();
    identity(article, shown.veil());
    raw();
    sheet.heading("text");
    sheet.fact("found by", article.getExtraction().getRule());
    sheet.fact("status", article.getExtraction().getStatus());
    times(article);
    versions(article.getVersions());
    language(article);
    entities(article, shown.veil());
    new KinText(dossier, sheet).write(shown);
    state(article);
  }

  private void unprepared() {
    sheet.line("It has not been prepared: its raw record has not come, or waits, or was refused.");
    dossier
        .decisions()
        .story()
        .ifPresent(story -> sheet.line("There is a story of this id, but no article any more."));
  }

  private void identity(Article article, Veil veil) {
    if (veil != Veil.NONE) {
      sheet.fact("hidden", veil.sentence());
    }
    sheet.factIfAny("title", quoted(article.getTitle(), TITLE));
    sheet.factIfAny("address", quoted(article.getUrl(), TITLE * 2));
    sheet.factIfAny("site", article.getSite());
    sheet.fact(
        "source", quoted(article.getSourceName(), TITLE) + " (" + article.getSourceId() + ")");
    sheet.factIfAny("item", quoted(article.getItemId(), TITLE));
    if (!dossier.trail().assembled()) {
      sheet.line("It is prepared, but has not reached the topic of articles.");
    }
  }

  private void raw() {
    sheet.heading("raw records");
    for (Proof proof : dossier.trail().proofs()) {
      sheet.line(place(proof.position()));
      sheet.fact("  SHA-256", proof.position().getSha256());
      sheet.fact("  read back", proof.verdict().sentence());
      proof.raw().ifPresent(this::raw);
    }
  }

  private void raw(RawArticle raw) {
    boolean hidden = dossier.article().filter(shown -> shown.veil().isHidden()).isPresent();
    String type = raw.getContentType().isEmpty() ? "" : ", " + quoted(raw.getContentType(), TITLE);
    String body =
        raw.getBody().hasRemaining()
            ? count(raw.getBody().remaining()) + " bytes" + type
            : "none, only what the feed says";
    sheet.fact("  fetched", raw.getFetched());
    raw.getCaptured().ifPresent(at -> sheet.fact("  captured", at));
    sheet.fact("  source", quoted(raw.getSourceName(), TITLE) + " (" + raw.getSourceId() + ")");
    sheet.fact("  body", body);
    sheet.factIfAny("  address", hidden ? "" : quoted(raw.getUrl(), TITLE * 2));
    sheet.factIfAny("  no page", quoted(raw.getFetchError(), TITLE * 2));
  }

  static String place(RawPosition at) {
    return at.getTopic() + ", partition " + at.getPartition() + ", offset " + at.getOffset();
  }

  private void times(Article article) {
    sheet.heading("times");
    sheet.fact("published", published(article));
    sheet.fact("first seen", article.getFirstSeen());
    sheet.fact("effective", article.getEffective() + " " + EffectiveTime.why(article));
    article.getModified().ifPresent(at -> sheet.fact("modified", at + " claimed"));
  }

  static String published(Article article) {
    return article
        .getPublished()
        .map(
            at ->
                switch (article.getPublishedPrecision()) {
                  case INSTANT -> at + " claimed";
                  case DAY -> at.toString().substring(0, 10) + " claimed, a day only";
                  case UNKNOWN -> at + " claimed, precision not known";
                })
        .orElse("nothing claimed");
  }

  private void versions(List<Version> versions) {
    sheet.heading("versions");
    int number = 0;
    for (Version version : versions) {
      number++;
      String from = version.getPage() ? "page" : "feed";
      sheet.line(
          number + "  " + version.getFetched() + "  " + from + "  " + version.getContentHash());
      if (!version.getChanges().isEmpty() || version.getChangesCut()) {
        Difference difference = Difference.of(version);
        sheet.line("   " + difference.summary());
        difference.lines(PASSAGES).forEach(line -> sheet.line("   " + line));
      }
    }
  }

  private void language(Article article) {
    sheet.heading("language");
    sheet.fact(article.getLanguage().getTag(), share(article.getLanguage().getConfidence()));
    article
        .getLanguage()
        .getAlternatives()
        .forEach(next -> sheet.fact(next.getTag(), share(next.getConfidence()) + " else"));
    article
        .getLanguage()
        .getShares()
        .forEach(
            part -> sheet.fact(part.getTag(), share(part.getConfidence()) + " of the letters"));
    sheet.factIfAny("declared", quoted(article.getDeclaredLanguage(), TITLE));
  }

  private void entities(Article article, Veil veil) {
    sheet.heading("entities");
    if (article.getEntities().isEmpty()) {
      sheet.line(veil == Veil.NONE ? "none found" : "not shown");
      return;
    }
    TextTable table =
        new TextTable("id", "type", "name", "mentions", "confidence", "salience", "method");
    for (Entity entity : article.getEntities()) {
      table.row(
          entity.getId().orElse("not linked"),
          entity.getType(),
          quoted(entity.getName(), TITLE / 2),
          entity.getMentions().size(),
          share(entity.getConfidence()),
          share(entity.getSalience()),
          entity.getMethod());
    }
    sheet.table(table).factIfAny("gazetteer", article.getGazetteer());
  }

  private void state(Article article) {
    sheet.heading("state");
    sheet.fact("status", article.getStatus());
    sheet.factIfAny("reason", quoted(article.getStatusReason(), TITLE * 2));
    article.getEmbargoUntil().ifPresent(until -> sheet.fact("embargo until", until));
    sheet.fact("revisions", dossier.trail().revisions());
  }

  private void orders() {
    for (Withdrawal order : dossier.trail().orders()) {
      sheet.heading("order of " + order.getAt());
      sheet.fact("status", order.getStatus());
      sheet.factIfAny("reason", quoted(order.getReason(), TITLE * 2));
      sheet.fact("by", quoted(order.getBy(), TITLE));
      order.getEmbargoUntil().ifPresent(until -> sheet.fact("embargo until", until));
    }
  }

  private void letters() {
    for (DeadLetter letter : dossier.trail().letters()) {
      sheet.heading("dead letter " + Letters.id(letter));
      sheet.fact("stage", letter.getStage());
      sheet.fact("reason", quoted(letter.getReason(), TITLE * 2));
      if (!letter.getTopic().isEmpty()) {
        sheet.line(
            letter.getTopic()
                + ", partition "
                + letter.getPartition()
                + ", offset "
                + letter.getOffset());
      }
    }
  }
}
