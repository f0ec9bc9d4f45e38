package newswire.ingest.feed;

/** The person in RSS's {@code address (name)} and mail's {@code name <address>}. */
final class AuthorText {

  private static final int LONGEST = 500;

  private AuthorText() {}

  static Person person(String author) {
    String text = Bounded.text(author, LONGEST).strip();
    boolean inParentheses = text.endsWith(")");
    int open = inParentheses ? text.lastIndexOf('(') : text.lastIndexOf('<');
    if (open < 0 || !inParentheses && !text.endsWith(">")) {
      return isAddress(text) ? new Person("", text) : new Person(text, "");
    }
    String before = text.substring(0, open).strip();
    String within = text.substring(open + 1, text.length() - 1).strip();
    if (isAddress(within)) {
      return new Person(before, within);
    }
    return isAddress(before) && !within.isEmpty()
        ? new Person(within, before)
        : new Person(text, "");
  }

  private static boolean isAddress(String text) {
    return text.indexOf('@') >= 0 && text.chars().noneMatch(Character::isWhitespace);
  }
}
