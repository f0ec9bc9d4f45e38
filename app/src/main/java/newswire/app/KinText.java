package newswire.app;

import static newswire.app.Sheet.count;
import static newswire.app.Sheet.quoted;
import static newswire.app.Sheet.share;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import newswire.schemas.Visibility.Shown;
import newswire.schemas.Visibility.Veil;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;

/** The part of a dossier that says what the article has to do with others. */
final class KinText {

  private static final int TITLE = 120;

  private final Dossier dossier;
  private final Sheet sheet;

  KinText(Dossier dossier, Sheet sheet) {
    this.dossier = dossier;
    this.sheet = sheet;
  }

  /** Its sketch, what it is a copy of, and its story. */
  void write(Shown shown) {
    sketch(shown.article());
    dossier.relation().ifPresentOrElse(this::copy, this::unrelated);
    dossier.relation().ifPresent(relation -> story(relation, shown.veil()));
  }

  private void sketch(Article article) {
    sheet.heading("sketch");
    Optional<Sketch> sketch = dossier.decisions().sketch();
    if (sketch.isEmpty()) {
      sheet.line("expired: sketches are kept for 60 days");
      return;
    }
    Sketch there = sketch.get();
    if (!there.getContentHash().equals(article.getContentHash())) {
      sheet.line("of another version: the one of this version is still to come");
    }
    sheet.fact("tokens", count(there.getTokens()));
    sheet.fact("shingles", count(there.getShingles()));
    sheet.fact("numbers", there.getNumbers().remaining() / Integer.BYTES);
    sheet.fact("version", there.getSketchVersion());
    if (there.getBodyHash().isEmpty()) {
      sheet.line("too short to be compared");
    }
  }

  private void unrelated() {
    sheet.heading("copy of");
    sheet.line(
        dossier.decisions().relation().isPresent()
            ? "not known yet: an earlier version was compared, this one has not been"
            : "not known yet: it has not been compared");
  }

  private void copy(Relation relation) {
    sheet.heading("copy of");
    if (relation.getKind() == RelationKind.NONE) {
      sheet.line("nothing: its text is its own");
    } else {
      other("parent", relation.getParent());
      sheet.fact("kind", relation.getKind());
      sheet.fact("score", share(relation.getScore()));
      sheet.fact("jaccard", share(relation.getJaccard()));
      sheet.fact("containment", share(relation.getContainment()));
      sheet.fact("numbers", share(relation.getNumbers()));
    }
    sheet.fact("family", relation.getFamily() + " (newswire chain " + dossier.id() + ")");
    sheet.fact("sketch", "version " + relation.getSketchVersion());
  }

  private void story(Relation relation, Veil veil) {
    sheet.heading("story");
    if (relation.getStory().isEmpty()) {
      sheet.line("not known yet");
      return;
    }
    other("story", Optional.of(relation.getStory()));
    if (relation.getStoryParent().isPresent()) {
      other("joined", relation.getStoryParent());
      sheet.fact("score", share(relation.getStoryScore()));
      sheet.factIfAny("shared terms", list(relation.getStoryTerms()));
      sheet.factIfAny("and entities", list(relation.getStoryEntities()));
    } else {
      sheet.fact(
          "joined", relation.getParent().isPresent() ? "with its family" : "nothing earlier");
    }
    if (relation.getCounterpart().isPresent()) {
      other("counterpart", relation.getCounterpart());
      sheet.fact("score", share(relation.getCounterpartScore()));
      sheet.factIfAny("and entities", list(relation.getCounterpartEntities()));
    }
    dossier
        .decisions()
        .story()
        .ifPresentOrElse(
            story -> story(story, veil),
            () -> sheet.line("The record of this story is not there, or not there yet."));
  }

  private void story(Story story, Veil veil) {
    sheet.fact("articles", story.getSize() + " of " + list(story.getSources()));
    sheet.fact("seen", story.getFirstSeen() + " to " + story.getLastSeen());
    sheet.factIfAny("first", quoted(story.getFirstPublisher(), TITLE));
    if (veil == Veil.NONE) {
      sheet.factIfAny("about", list(story.getTerms()));
    }
    story
        .getRelated()
        .forEach(
            related ->
                sheet.fact(
                    "in " + related.getLanguage(),
                    related.getStory() + ", score " + share(related.getScore())));
  }

  private static String list(List<String> words) {
    return words.stream().map(word -> quoted(word, TITLE)).collect(Collectors.joining(", "));
  }

  /** Another article in one line; what cannot be shown of it is said. */
  private void other(String label, Optional<String> id) {
    String there = id.orElse("");
    if (there.equals(dossier.id())) {
      sheet.fact(label, there + " (this article)");
      return;
    }
    Shown shown = dossier.others().get(there);
    if (shown == null) {
      sheet.fact(label, there + " (its article is not there)");
    } else if (shown.veil() != Veil.NONE) {
      sheet.fact(label, there + " (" + shown.veil().sentence() + ")");
    } else {
      Article article = shown.article();
      String where = article.getSite().isEmpty() ? article.getSourceName() : article.getSite();
      sheet.fact(label, there + " “" + quoted(article.getTitle(), TITLE) + "”");
      sheet.fact("", quoted(where, TITLE) + ", " + article.getEffective());
    }
  }
}
