package newswire.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What hubs, and others, may do to the callback. */
@Tag("long")
class HubCallbackIT extends WebSubWorld {

  @Test
  void ignoresADeliveryThatIsNotSignedByTheHub() throws Exception {
    serveAtom("ar", "خبر أول");
    world.publish(source("ar"));
    worker("1");
    String topic = site.url("/ar");
    await().atMost(PATIENCE).until(() -> hub.hasVerified(topic) && hasLease("ar"));
    String body = atom("ar", "مزور");

    assertThat(hub.deliver(topic, body, "")).isEqualTo(202);
    assertThat(hub.deliver(topic, body, "sha256=" + TestHub.hmac("other", body))).isEqualTo(202);
    assertThat(hub.deliver(topic, body, "md5=00")).isEqualTo(202);
    assertThat(hub.deliver(topic, body, "sha256=none")).isEqualTo(202);

    assertThat(notice("ar").getIgnored()).isEqualTo(4);
    assertThat(notice("ar").getDeliveries()).isZero();
    assertThat(hub.deliver(topic, body)).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> state("ar").getDeliveries() == 1);
    assertThat(site.requests().stream().filter(r -> r.equals("/ar")).count()).isEqualTo(2);
    assertThat(titles()).containsExactly("خبر أول");
  }

  @Test
  void confirmsOnlyWhatItHasAskedFor() throws Exception {
    serveAtom("ar", "خبر");
    world.publish(source("ar"));
    worker("1");
    String topic = site.url("/ar");
    await().atMost(PATIENCE).until(() -> hub.hasVerified(topic) && hasLease("ar"));
    String callback = hub.callback(topic);
    String right = "?hub.topic=" + topic + "&hub.lease_seconds=60";
    long answers = notice("ar").getAnswers();

    for (String wrong :
        List.of(
            callback + right + "&hub.mode=unsubscribe&hub.challenge=c",
            callback + right + "&hub.mode=subscribe",
            callback + right + "&hub.mode=subscribe&hub.challenge=" + "c".repeat(100_000),
            callback + "?hub.mode=subscribe&hub.challenge=c",
            callback + "?hub.mode=subscribe&hub.challenge=c&hub.topic=" + site.url("/other"),
            callback + "?hub.mode=denied&hub.topic=" + site.url("/other"),
            callback + "?hub.mode=%25zz&hub.topic=" + topic,
            callback + "0" + right + "&hub.mode=subscribe&hub.challenge=c",
            callback.substring(0, callback.lastIndexOf('/') + 1) + right,
            callback)) {
      assertThat(hub.call(wrong).statusCode()).as(wrong).isEqualTo(404);
    }
    assertThat(notice("ar").getAnswers()).isEqualTo(answers);
    assertThat(hub.call(callback + right + "&hub.mode=subscribe&hub.challenge=%3Cb%3E").body())
        .isEqualTo("<b>");
    assertThat(hub.call("http://127.0.0.1:" + server.port() + "/v1/articles").statusCode())
        .isEqualTo(401);
  }

  @Test
  void outlivesAChallengeOfAMegabyte() throws Exception {
    serveAtom("ar", "خبر");
    world.publish(source("ar"));
    worker("1");
    String topic = site.url("/ar");
    await().atMost(PATIENCE).until(() -> hub.hasVerified(topic) && hasLease("ar"));
    String path = hub.callback(topic).substring(hub.callback(topic).indexOf("/websub"));
    String target = path + "?hub.mode=subscribe&hub.topic=" + topic + "&hub.challenge=";
    String request = "GET " + target + "c".repeat(1024 * 1024) + " HTTP/1.1\r\nHost: x\r\n\r\n";

    assertThat(reply(request)).doesNotContain("ccc").doesNotStartWith("HTTP/1.1 200");

    assertThat(hub.deliver(topic, "x")).isEqualTo(202);
  }

  /** What has come before the connection ended, in whatever way. */
  private String reply(String request) throws IOException {
    StringBuilder reply = new StringBuilder();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.shutdownOutput();
      for (int c = socket.getInputStream().read(); c >= 0; c = socket.getInputStream().read()) {
        reply.append((char) c);
      }
    } catch (SocketException e) {
      // The server may have had enough of it.
    }
    return reply.toString();
  }
}
