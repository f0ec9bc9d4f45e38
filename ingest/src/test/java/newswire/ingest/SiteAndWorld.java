package newswire.ingest;

import java.time.Duration;
import newswire.ingest.fetch.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** A web site to be read and topics to write to, for each test anew. */
class SiteAndWorld {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  Site site;
  TestWorld world;

  @BeforeEach
  void open(TestInfo test) throws Exception {
    site = new Site();
    world = new TestWorld(test.getTestMethod().orElseThrow().getName());
  }

  @AfterEach
  void close() {
    world.close();
    site.close();
  }
}
