package newswire.schemas;

import java.util.List;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.jspecify.annotations.Nullable;

/** Which order about an article counts, and what it makes of the article, the same everywhere. */
public final class InForce {

  private InForce() {}

  /** Which of two orders counts: the later, but a kill is for ever. */
  public static Withdrawal of(Withdrawal earlier, Withdrawal later) {
    return earlier.getStatus() == Status.KILLED ? earlier : later;
  }

  /** Which of the orders about an article counts; null if there are none. */
  public static @Nullable Withdrawal among(List<Withdrawal> orders) {
    return orders.stream().reduce(InForce::of).orElse(null);
  }

  /** The article as {@link #marked}; nothing of what a killed one said remains. */
  public static Article obeyed(Article article, @Nullable Withdrawal order) {
    Article marked = marked(article, order);
    return marked.getStatus() == Status.KILLED ? Blank.of(marked) : marked;
  }

  /**
   * The article with the status, the reason and the embargo of the order, and with all its words. A
   * killed one stays as it is; an embargo of its own stays where the order says nothing of one.
   */
  public static Article marked(Article article, @Nullable Withdrawal order) {
    if (order == null || article.getStatus() == Status.KILLED) {
      return article;
    }
    return Article.newBuilder(article)
        .setStatus(order.getStatus())
        .setStatusReason(order.getReason())
        .setEmbargoUntil(order.getEmbargoUntil().or(article::getEmbargoUntil).orElse(null))
        .build();
  }
}
