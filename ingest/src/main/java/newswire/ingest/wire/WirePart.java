package newswire.ingest.wire;

import newswire.schemas.avro.RawArticle;

/** One item of a wire. */
public sealed interface WirePart {

  /** An article. */
  record Item(RawArticle article) implements WirePart {}

  /**
   * Something that is no article, such as a package or a picture.
   *
   * @param what in words for a person
   * @param value its bytes
   */
  record Other(String what, byte[] value) implements WirePart {}
}
