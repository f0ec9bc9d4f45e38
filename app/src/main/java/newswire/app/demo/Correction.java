package newswire.app.demo;

/**
 * The demo's one correction: a feed and a page that each have two editions. A client learns of it
 * by coming back with the first feed's entity tag, so a restart needs no memory. Thread-safe.
 */
final class Correction {

  private final Document firstFeed;
  private final Document secondFeed;
  private final Document firstPage;
  private final Document secondPage;
  private volatile boolean announced;
  private volatile boolean feedServed;
  private volatile boolean pageServed;

  Correction(Document firstFeed, Document secondFeed, Document firstPage, Document secondPage) {
    this.firstFeed = firstFeed;
    this.secondFeed = secondFeed;
    this.firstPage = firstPage;
    this.secondPage = secondPage;
  }

  Resource feed() {
    return new Feed();
  }

  Resource page() {
    return new Page();
  }

  /** Whether both the second feed and the second page have gone out. */
  boolean served() {
    return feedServed && pageServed;
  }

  private final class Feed implements Resource {

    @Override
    public Document edition(String ifNoneMatch) {
      if (secondFeed.matches(ifNoneMatch)) {
        // It was told before a restart: the page must not fall back to its first edition.
        announced = true;
        return secondFeed;
      }
      return firstFeed.matches(ifNoneMatch) ? secondFeed : firstFeed;
    }

    @Override
    public void sending(Document edition) {
      if (edition == secondFeed) {
        announced = true;
        feedServed = true;
      }
    }
  }

  private final class Page implements Resource {

    @Override
    public Document edition(String ifNoneMatch) {
      return announced ? secondPage : firstPage;
    }

    @Override
    public void sending(Document edition) {
      if (edition == secondPage) {
        pageServed = true;
      }
    }
  }
}
