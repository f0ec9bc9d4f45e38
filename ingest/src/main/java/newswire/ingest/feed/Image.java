package newswire.ingest.feed;

/** The picture that stands for a feed or an entry; what is not told is empty. */
record Image(String address, String title, String link, String description) {

  static final Image NONE = new Image("", "", "", "");

  boolean isEmpty() {
    return equals(NONE);
  }
}
