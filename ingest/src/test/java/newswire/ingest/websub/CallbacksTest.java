package newswire.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbacksTest {

  private static final String BASE = "https://news.example/websub";
  private static final String HUB = "https://hub.example/";
  private static final String TOPIC = "https://feed.example/%D8%A3";

  @TempDir private Path dir;

  private Callbacks callbacks(String name) throws IOException {
    return Callbacks.at(BASE, dir.resolve(name));
  }

  private static Map<String, String> form(String form) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : form.split("&", -1)) {
      String[] parts = field.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return fields;
  }

  private static String token(String form) {
    return form(form).getOrDefault("hub.callback", "").substring(BASE.length() + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"feed-example", "أخبار", "新闻", "Новости / 1"})
  void knowsItsOwnAddressesAgainWithoutAnyState(String source) throws IOException {
    Map<String, String> asked = form(callbacks("a").request(source, HUB, TOPIC));

    String token = asked.getOrDefault("hub.callback", "").substring(BASE.length() + 1);
    Callback callback = callbacks("a").read(token).orElseThrow();

    assertThat(asked)
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", TOPIC)
        .containsEntry("hub.lease_seconds", "864000")
        .containsEntry("hub.secret", callback.secret());
    assertThat(callback.sourceId()).isEqualTo(source);
    assertThat(callback.subscription()).isEqualTo(Callbacks.subscription(HUB, TOPIC));
    assertThat(callback.isOf(TOPIC)).isTrue();
    assertThat(callback.isOf(TOPIC + "x")).isFalse();
    assertThat(callback.toString()).doesNotContain(callback.secret());
    assertThat(callback.secret().length()).isLessThan(200);
  }

  @Test
  void everySourceHubTopicAndInstallationHasItsOwn() throws IOException {
    Callbacks ours = callbacks("a");
    assertThat(
            java.util.stream.Stream.of(
                    ours.request("a", HUB, TOPIC),
                    ours.request("b", HUB, TOPIC),
                    ours.request("a", HUB + "2", TOPIC),
                    ours.request("a", HUB, TOPIC + "2"),
                    callbacks("b").request("a", HUB, TOPIC))
                .map(request -> form(request).get("hub.secret") + token(request)))
        .doesNotHaveDuplicates();
  }

  @Test
  void knowsNoOtherAddress() throws IOException {
    Callbacks ours = callbacks("a");
    String token = token(ours.request("a", HUB, TOPIC));
    String others = token(callbacks("b").request("a", HUB, TOPIC));

    assertThat(ours.read(others)).isEmpty();
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == '0' ? '1' : '0';
      assertThat(ours.read(token.substring(0, i) + other + token.substring(i + 1))).isEmpty();
      assertThat(ours.read(token.substring(0, i))).isEmpty();
    }
    assertThat(ours.read("YQ==" + token.substring(2))).isEmpty();
    assertThat(ours.read(".".repeat(1_000_000))).isEmpty();
    assertThat(ours.read("a".repeat(1_000_000) + ".b.c.d")).isEmpty();
  }
}
