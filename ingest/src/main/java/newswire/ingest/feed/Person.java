package newswire.ingest.feed;

/** Who wrote it: a name, an address for mail, or both. */
record Person(String name, String mail) {

  boolean isEmpty() {
    return name.isEmpty() && mail.isEmpty();
  }

  /** As RSS would write it. */
  String text() {
    if (name.isEmpty() || mail.isEmpty()) {
      return name + mail;
    }
    return name + " (" + mail + ")";
  }
}
