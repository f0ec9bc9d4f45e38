package newswire.app.demo;

/** What stands at one address: a document, or now one edition of it and then another. */
interface Resource {

  /** The document for a client with this {@code If-None-Match} value, empty when it sent none. */
  Document edition(String ifNoneMatch);

  /** Called before the body of an edition is sent, not for HEAD or 304. */
  default void sending(Document edition) {}
}
