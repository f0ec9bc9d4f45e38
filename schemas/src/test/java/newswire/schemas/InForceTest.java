package newswire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Withdrawal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InForceTest {

  static {
    TrustedRecords.register();
  }

  private static final Instant OWN = Instant.parse("2026-11-24T06:00:00Z");
  private static final Instant ORDERED = Instant.parse("2026-11-24T09:00:00Z");

  @ParameterizedTest
  @EnumSource(Status.class)
  void theLaterOrderCountsUnlessTheEarlierKills(Status later) {
    Withdrawal next = order(later);
    assertThat(InForce.of(order(Status.WITHHELD), next)).isSameAs(next);
    assertThat(InForce.of(order(Status.KILLED), next).getStatus()).isEqualTo(Status.KILLED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"زيارة رسمية", "国事访问", "Визит"})
  void marksAndLeavesTheWords(String title) {
    Article article = Article.newBuilder().setId("a").setTitle(title).build();
    Article marked = InForce.marked(article, order(Status.WITHHELD));
    assertThat(marked.getStatus()).isEqualTo(Status.WITHHELD);
    assertThat(marked.getStatusReason()).isEqualTo("ordered");
    assertThat(marked.getTitle()).isEqualTo(title);
    assertThat(article.getStatus()).isEqualTo(Status.USABLE);
    assertThat(InForce.marked(article, null)).isSameAs(article);
  }

  @Test
  void anEmbargoOfTheArticleOutlivesAnOrderThatSaysNothingOfOne() {
    Article article = Article.newBuilder().setId("a").setEmbargoUntil(OWN).build();
    assertThat(InForce.marked(article, order(Status.USABLE)).getEmbargoUntil()).contains(OWN);
    Withdrawal longer =
        Withdrawal.newBuilder(order(Status.USABLE)).setEmbargoUntil(ORDERED).build();
    assertThat(InForce.marked(article, longer).getEmbargoUntil()).contains(ORDERED);
  }

  @Test
  void noOrderBringsBackWhatIsKilled() {
    Article killed =
        Article.newBuilder().setId("a").setStatus(Status.KILLED).setStatusReason("wire").build();
    assertThat(InForce.marked(killed, order(Status.USABLE))).isEqualTo(killed);
  }

  private static Withdrawal order(Status status) {
    return Withdrawal.newBuilder().setArticleId("a").setStatus(status).setReason("ordered").build();
  }
}
