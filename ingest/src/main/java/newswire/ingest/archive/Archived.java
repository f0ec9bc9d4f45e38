package newswire.ingest.archive;

import newswire.schemas.avro.RawArticle;

/** What came of one record of an archive. */
sealed interface Archived {

  /** A page. */
  record Page(RawArticle article) implements Archived {}

  /** Nothing that is wanted: a request, an image, an error page. */
  record Other() implements Archived {}

  /** A page that cannot be had. */
  record Refused(String url, String reason) implements Archived {}
}
