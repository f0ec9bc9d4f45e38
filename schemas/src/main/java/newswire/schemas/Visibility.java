package newswire.schemas;

import java.time.Instant;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.jspecify.annotations.Nullable;

/**
 * What of an article may leave: nothing of what a killed one said; of one that is withheld or under
 * embargo neither that nor its address, unless asked for.
 *
 * @param all whether that is asked for
 * @param now until when an embargo has ended
 */
public record Visibility(boolean all, Instant now) {

  /** Why an article is not to be shown. */
  public enum Veil {
    NONE("may be shown"),
    KILLED("killed: nothing of what it said is shown"),
    WITHHELD("withheld: not shown without --all"),
    EMBARGOED("under embargo: not shown without --all");

    private final String sentence;

    Veil(String sentence) {
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }

    public boolean isHidden() {
      return this == WITHHELD || this == EMBARGOED;
    }
  }

  /** An article without what may not be shown of it, and why that is missing. */
  public record Shown(Article article, Veil veil) {}

  public Veil veil(Article article) {
    if (article.getStatus() == Status.KILLED) {
      return Veil.KILLED;
    }
    if (all) {
      return Veil.NONE;
    }
    if (article.getStatus() == Status.WITHHELD) {
      return Veil.WITHHELD;
    }
    return article.getEmbargoUntil().filter(now::isBefore).isPresent() ? Veil.EMBARGOED : Veil.NONE;
  }

  /**
   * The article as it may be shown.
   *
   * @param order in force about it, which its record may not know yet
   */
  public Shown shown(Article article, @Nullable Withdrawal order) {
    Article ordered = InForce.marked(article, order);
    Veil veil = veil(ordered);
    return new Shown(veiled(ordered, veil), veil);
  }

  /** The article without what a veil hides. */
  public static Article veiled(Article article, Veil veil) {
    if (veil == Veil.NONE) {
      return article;
    }
    Article blank = Blank.of(article);
    return veil.isHidden()
        ? Article.newBuilder(blank).setUrl("").setItemId("").setImageUrl("").setSlugline("").build()
        : blank;
  }
}
