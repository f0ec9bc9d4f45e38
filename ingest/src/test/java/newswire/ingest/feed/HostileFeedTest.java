package newswire.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is quick here would take hours if it were not; the limit is there to end it then. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFeedTest {

  private static final ThreadMXBean ALLOCATION = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static Feed read(byte[] body) throws UnreadableFeed {
    return FeedReader.read(body, "text/xml", "https://a.example/");
  }

  private static Feed read(String body) throws UnreadableFeed {
    return read(body.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | it is empty",
        "'  \n ' | it is empty",
        "<!DOCTYPE html><html></html> | it is an HTML page, not a feed",
        "<?xml version='1.0'?><html><body/></html> | it is an HTML page, not a feed",
        "<opml><body/></opml> | it has no feed element (rss, rdf or feed)",
        "غير موجود | it has no feed element (rss, rdf or feed)",
        "{\"a\": 1} | it is JSON, but no JSON Feed: it has no items",
        "{\"items\": [ | 'it is not valid JSON in line 1, column 12'",
      })
  void saysWhatIsWrong(String body, String reason) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableFeed.class).hasMessage(reason);
  }

  @Test
  void refusesWhatIsTooLarge() {
    assertThatThrownBy(() -> read(new byte[FeedReader.LARGEST + 1]))
        .isInstanceOf(UnreadableFeed.class)
        .hasMessageContaining("larger than");
  }

  @Test
  void refusesDeepNestingWithoutRecursion() {
    for (int depth : new int[] {5_000, 200_000}) {
      String body = "<rss><channel><item><description>" + "<a>".repeat(depth);

      assertThatThrownBy(() -> read(body))
          .isInstanceOf(UnreadableFeed.class)
          .hasMessage("its elements are nested more than 512 deep");
    }
  }

  /** Counted in bytes allocated: twice the rest may not cost each of its holders anything. */
  @Test
  void copiesNoRestWhereEveryElementHoldsIt() throws UnreadableFeed {
    int holders = 160;
    String rest = "خبر ".repeat(500_000);
    allocated(holders, rest);

    long once = allocated(holders, rest);
    long twice = allocated(holders, rest + rest);

    assertThat(twice - once).isLessThan((long) holders * rest.length());
  }

  private static long allocated(int holders, String rest) throws UnreadableFeed {
    String body = "<rss><channel>" + "<item><description><b>".repeat(holders) + rest;
    long before = ALLOCATION.getCurrentThreadAllocatedBytes();

    assertThat(read(body).entries()).isNotEmpty();

    return ALLOCATION.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void isQuickOnAuthorsMadeToBeSlow() throws UnreadableFeed {
    String author = "<author>" + "(@".repeat(2_000_000) + "</author>";

    Feed feed = read("<rss><channel><item>" + author.repeat(2));

    assertThat(feed.entries()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void refusesDeepJson() {
    assertThatThrownBy(() -> read("{\"items\":" + "[".repeat(200_000)))
        .isInstanceOf(UnreadableFeed.class);
  }

  @Test
  void expandsNoEntities() throws UnreadableFeed {
    StringBuilder body = new StringBuilder("<?xml version='1.0'?><!DOCTYPE lolz [");
    body.append("<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY a0 'lol'>");
    for (int i = 1; i < 20; i++) {
      body.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
    }
    body.append("]><rss><channel><item><title>&a19; &x;</title></item></channel></rss>");

    assertThat(read(body.toString()).entries().get(0).getTitle()).isEqualTo("&a19; &x;");
  }

  @Test
  void boundsALongTitle() throws UnreadableFeed {
    String title = "خبر😀".repeat(128 * 1024);

    assertThat(read("<rss><channel><item><title>" + title).entries().get(0).getTitle().length())
        .isBetween(1_000, 2_000);
  }

  @Test
  void boundsWhatAnEntryMayHold() throws UnreadableFeed {
    String text = "新闻".repeat(1_000_000);
    String many = "<category>" + "c</category><category>".repeat(10_000);
    var entry =
        read("<rss><channel><item><description>" + text + "</description>" + many).entries().get(0);

    assertThat(entry.getSummary().length()).isEqualTo(Draft.LONGEST_SUMMARY);
    assertThat(entry.getCategories().size()).isLessThanOrEqualTo(100);
  }

  @Test
  void anyBytesGiveAFeedOrItsOneException() {
    byte[] feed =
        ("<?xml version='1.0' encoding='windows-1256'?><rss><channel><title>أخبار</title>"
                + "<item><title>عنوان &amp; خبر</title><link>http://a.example/1</link>"
                + "<content:encoded><![CDATA[<p>x</p>]]></content:encoded></item></channel></rss>")
            .getBytes(Charset.forName("windows-1256"));
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = Arrays.copyOf(feed, random.nextInt(feed.length) + 1);
      for (int j = 0; j < 5; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(read(damaged).entries().size()).isLessThanOrEqualTo(2);
      } catch (UnreadableFeed e) {
        assertThat(e.getMessage()).isNotEmpty().doesNotStartWith("the parser failed");
      }
    }
  }
}
