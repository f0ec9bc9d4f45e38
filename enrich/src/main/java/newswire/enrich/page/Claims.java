package newswire.enrich.page;

/** Picks among claims. */
final class Claims {

  private Claims() {}

  /** The first that says something; empty if none does. */
  static String first(String... claims) {
    for (String claim : claims) {
      if (!claim.isBlank()) {
        return claim;
      }
    }
    return "";
  }
}
