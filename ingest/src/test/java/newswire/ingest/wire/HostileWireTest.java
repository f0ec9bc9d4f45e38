package newswire.ingest.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileWireTest {

  private static final Duration SOON = Duration.ofSeconds(3);

  private static void refuses(String text, String reason) {
    assertTimeoutPreemptively(
        SOON,
        () ->
            assertThatThrownBy(() -> WireReader.read(text.getBytes(UTF_8), Instant.EPOCH))
                .isInstanceOf(UnreadableWire.class)
                .hasMessageContaining(reason));
  }

  @Test
  void refusesEntitiesFromElsewhere() {
    String text =
        "<?xml version='1.0'?><!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            + "<nitf><body>&x;</body></nitf>";

    refuses(text, "entities");
    assertThat(WireReader.recognises(text.getBytes(UTF_8))).isTrue();
  }

  @Test
  void refusesABillionLaughs() {
    StringBuilder text = new StringBuilder("<!DOCTYPE newsItem [<!ENTITY a0 'ها'>");
    for (int i = 1; i < 10; i++) {
      text.append("<!ENTITY a").append(i).append(" '");
      text.append(("&a" + (i - 1) + ";").repeat(10)).append("'>");
    }
    text.append("]><newsItem guid='g'><contentMeta><headline>&a9;</headline></contentMeta>");

    refuses(text + "</newsItem>", "entities");
  }

  @Test
  void refusesDeepNesting() {
    refuses("<newsItem guid='g'>" + "<a>".repeat(200_000), "nested");
    refuses("<nitf><body><body.content>" + "<p>新".repeat(200_000), "nested");
    refuses("{\"uri\":\"u\",\"headline\":" + "[".repeat(200_000), "JSON");
  }

  @Test
  void refusesWhatIsTooLargeOrNothing() {
    refuses("x".repeat(WireReader.LARGEST + 1), "larger than");
    refuses("", "no element");
    refuses("<rss/>", "neither NITF nor NewsML");
    refuses("<newsMessage/>", "no item");
    refuses("{\"a\":1}", "not ninjs");
  }

  @Test
  void survivesEveryCutAndManyChangedBytes() throws Exception {
    for (String name : new String[] {"correction.ar.g2.xml", "metro.zh.ninjs.json"}) {
      byte[] whole = WireReaderTest.resource(name);
      Random random = new Random(7);
      for (int length = 0; length < whole.length; length += 37) {
        byte[] cut = Arrays.copyOf(whole, length);
        reads(cut);
        byte[] changed = whole.clone();
        changed[length] = (byte) random.nextInt(256);
        changed[whole.length - 1 - length] = (byte) random.nextInt(256);
        reads(changed);
      }
    }
  }

  private static void reads(byte[] bytes) {
    WireReader.recognises(bytes);
    try {
      assertThat(WireReader.read(bytes, Instant.EPOCH)).isNotEmpty();
    } catch (UnreadableWire e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }
}
