package newswire.app;

import java.util.Optional;
import newswire.schemas.RawProof;
import newswire.schemas.Topic;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.RawPosition;

/**
 * A raw record, read back from where an article says it lies.
 *
 * @param raw empty if it is gone
 */
record Proof(RawPosition position, Optional<RawArticle> raw) {

  /** What reading it back says of the hash that the article names. */
  enum Verdict {
    OK("OK: the bytes are there and have this hash"),
    DIFFERS("differs: the bytes have another hash"),
    GONE("gone: the topic does not have the record any more");

    private final String sentence;

    Verdict(String sentence) {
      this.sentence = sentence;
    }

    String sentence() {
      return sentence;
    }
  }

  static Proof read(RecordFinder finder, Topic<String, RawArticle> topic, RawPosition position) {
    return new Proof(
        position,
        finder
            .at(position.getTopic(), position.getPartition(), position.getOffset())
            .flatMap(record -> RecordFinder.decoded(topic, record)));
  }

  Verdict verdict() {
    return raw.map(RawProof::sha256)
        .map(hash -> hash.equals(position.getSha256()) ? Verdict.OK : Verdict.DIFFERS)
        .orElse(Verdict.GONE);
  }
}
