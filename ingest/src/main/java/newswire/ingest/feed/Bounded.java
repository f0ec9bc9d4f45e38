package newswire.ingest.feed;

/** Text cut to a length, never within a code point. */
final class Bounded {

  private Bounded() {}

  static String text(CharSequence text, int longest) {
    if (text.length() <= longest) {
      return text.toString();
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.subSequence(0, end).toString();
  }

  /** Takes so many characters and then throws {@link Full}. */
  static final class Writer implements Appendable {
    private final StringBuilder written = new StringBuilder();
    private final int longest;

    Writer(int longest) {
      this.longest = longest;
    }

    @Override
    public Writer append(CharSequence text) {
      written.append(text);
      return checked();
    }

    @Override
    public Writer append(CharSequence text, int start, int end) {
      written.append(text, start, end);
      return checked();
    }

    @Override
    public Writer append(char c) {
      written.append(c);
      return checked();
    }

    private Writer checked() {
      if (written.length() > longest) {
        throw new Full();
      }
      return this;
    }

    @Override
    public String toString() {
      return text(written, longest);
    }
  }

  /** There is no room for more. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Full() {
      super("full", null, false, false);
    }
  }
}
