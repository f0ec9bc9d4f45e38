package newswire.app;

import static org.assertj.core.api.Assertions.assertThat;

import newswire.schemas.avro.Article;
import newswire.schemas.avro.RawPosition;
import newswire.schemas.avro.Revision;
import org.junit.jupiter.api.Test;

class EssenceTest {

  private static final Article ARTICLE = HandMade.article(1, "عنوان", HandMade.ARABIC);

  @Test
  void leavesOutOnlyHowARecordWasDelivered() {
    RawPosition elsewhere =
        RawPosition.newBuilder(ARTICLE.getRaw()).setPartition(5).setOffset(77).build();
    Article delivered =
        Article.newBuilder(ARTICLE).setRevision(new Revision(3, 9L)).setRaw(elsewhere).build();

    assertThat(Essence.of(delivered)).isEqualTo(Essence.of(ARTICLE));
    assertThat(Essence.sha256("a", delivered)).isEqualTo(Essence.sha256("a", ARTICLE));
  }

  @Test
  void everythingElseCounts() {
    byte[] hash = Essence.sha256("a", ARTICLE);

    assertThat(Essence.sha256("b", ARTICLE)).isNotEqualTo(hash);
    assertThat(Essence.sha256("a", HandMade.article(1, "标题", HandMade.ARABIC))).isNotEqualTo(hash);
    RawPosition other = RawPosition.newBuilder(ARTICLE.getRaw()).setSha256("другой").build();
    assertThat(Essence.sha256("a", Article.newBuilder(ARTICLE).setRaw(other).build()))
        .isNotEqualTo(hash);
    assertThat(Essence.sha256("a", HandMade.original(1)))
        .isNotEqualTo(Essence.sha256("a", HandMade.original(2)));
  }
}
