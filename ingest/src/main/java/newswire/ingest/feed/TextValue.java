package newswire.ingest.feed;

/**
 * A text that a feed gives.
 *
 * @param value as given, stripped; markup that was not escaped is HTML again
 * @param form what the feed says that it is
 * @param language tag in force where it stands; empty if none
 */
record TextValue(String value, Form form, String language) {

  static final TextValue NONE = new TextValue("", Form.UNSAID, "");

  /** What a text is; few feeds say so, and not all that do are right. */
  enum Form {
    TEXT,
    HTML,
    UNSAID
  }

  boolean isEmpty() {
    return value.isEmpty();
  }

  /** Without markup, spaces normalised, short as a title. */
  String plain() {
    return Markup.plain(value, form != Form.TEXT);
  }
}
