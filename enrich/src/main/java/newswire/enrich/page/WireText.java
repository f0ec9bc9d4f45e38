package newswire.enrich.page;

import newswire.schemas.avro.Article;
import newswire.schemas.avro.FeedEntry;
import newswire.schemas.avro.Signal;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.WireItem;

/** Reads what a news agency says: its text is in the entry, its body is the wire itself. */
final class WireText {

  static final String RULE = "wire";

  private WireText() {}

  static Reading read(FeedEntry entry) {
    Reading text = FeedText.read(entry);
    if (text.title().isEmpty() && text.text().isEmpty()) {
      throw new UnreadablePage("There is neither a title nor text: the wire holds none.");
    }
    String status = text.text().isEmpty() ? "no text" : "ok";
    return text.with(text.title(), text.summary(), text.text(), RULE, status);
  }

  static Article.Builder claims(Article.Builder article, WireItem wire, FeedEntry entry) {
    boolean corrected = wire.getStatus() == Status.USABLE && wire.getSignal() == Signal.CORRECTION;
    return article
        .setModified(entry.getUpdated().orElse(null))
        .setUrgency(wire.getUrgency())
        .setSlugline(wire.getSlugline())
        .setCopyright(wire.getCopyright())
        .setUsageTerms(wire.getUsageTerms())
        .setDataMining(wire.getDataMining())
        .setEmbargoUntil(wire.getEmbargoUntil().orElse(null))
        .setStatus(corrected ? Status.CORRECTED : wire.getStatus())
        .setStatusReason(wire.getStatus() == Status.USABLE && !corrected ? "" : wire.getNote());
  }
}
