package newswire.enrich.relate;

import java.time.Instant;
import java.util.Objects;
import newswire.enrich.rows.Member;
import newswire.enrich.story.Features;
import newswire.schemas.avro.Sketch;

/** All that decisions are made on. */
record State(Index index, Articles articles, Forest forest, Kinship kinship, Kills killed) {

  /** Of an article that is in the index, as of a part of its sketch. */
  Sketch print(String id) {
    return Objects.requireNonNull(index.print(id));
  }

  /** Of an article that is in the index: what stories say of it. */
  Sketch article(String id) {
    return Objects.requireNonNull(articles.of(id));
  }

  /** Of an article that is in the index. */
  Features features(Member member) {
    return Features.of(
        Sketch.newBuilder(article(member.id()))
            .setEffective(Instant.ofEpochMilli(member.effective()))
            .setNumbers(print(member.id()).getNumbers())
            .build());
  }
}
