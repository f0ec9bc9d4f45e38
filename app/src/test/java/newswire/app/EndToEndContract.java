package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import newswire.enrich.EnrichConfig;
import newswire.enrich.Enrichment;
import newswire.enrich.prepare.Preparation;
import newswire.local.Addresses;
import newswire.schemas.Topics;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;
import newswire.sink.postgres.PostgresConfig;
import newswire.sink.postgres.PostgresSink;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Raw articles in, rows out: the same wherever Kafka, the registry and Postgres run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EndToEndContract {

  /** Kafka, a registry and Postgres, for as long as they are not closed. */
  interface Platform extends AutoCloseable {

    Addresses addresses();

    @Override
    void close();
  }

  private static final int ARABIC = 1;
  private static final int CHINESE = 2;
  private static final int RUSSIAN = 3;
  private static final int COPY = 4;
  private static final int HINDI = 5;
  private static final String HINDI_TEXT = "मंत्री आज काहिरा पहुँचे और प्रधानमंत्री से मिले।";
  private static final byte[] UNKNOWN_SCHEMA = {0, 0x7f, 0, 0, 1, 2, 3};

  private @Nullable Platform platform;
  private @Nullable PostgresSink sink;
  private @Nullable Enrichment enrichment;
  private Stored stored;

  /** Starts it, or gives up the tests by an assumption. */
  abstract Platform start(Path dir) throws Exception;

  @BeforeAll
  void carry(@TempDir Path dir) throws Exception {
    platform = start(dir);
    Addresses at = platform.addresses();
    stored = new Stored(at);
    Cluster cluster = Cluster.open(at.bootstrapServers(), at.registryUrl(), Topics.DEFAULT_PREFIX);
    run(cluster, at, dir);
    send(SharedBroker.of(cluster));
    awaitSink();
  }

  private void run(Cluster cluster, Addresses at, Path dir) throws InterruptedException {
    Installation.prepare(cluster);
    Topics topics = cluster.topics();
    enrichment =
        new Enrichment(
            EnrichConfig.of(at.bootstrapServers(), dir.resolve("streams")),
            topics,
            Preparation.standard());
    enrichment.start();
    PostgresConfig config = PostgresConfig.of(at.jdbcUrl(), at.jdbcUser(), at.jdbcPassword());
    sink = new PostgresSink(config, cluster.client(), topics);
    Thread thread = new Thread(sink, "sink");
    thread.setDaemon(true);
    thread.start();
  }

  private static void send(SharedBroker broker) {
    RawArticle chinese = raw(CHINESE, "开罗会见", HandMade.CHINESE);
    broker.send(
        List.of(
            raw(ARABIC, "لقاء في القاهرة", HandMade.ARABIC),
            chinese,
            raw(RUSSIAN, "Встреча в Каире", HandMade.RUSSIAN),
            raw(COPY, "لقاء في القاهرة", HandMade.ARABIC),
            raw(HINDI, "काहिरा में भेंट", HINDI_TEXT)));
    broker.send(
        new ProducerRecord<>(broker.topics().raw().name(), "坏".getBytes(UTF_8), UNKNOWN_SCHEMA));
    broker.send(List.of(corrected(chinese)));
    broker.kill(HandMade.id(RUSSIAN));
    broker.proof();
  }

  private static RawArticle raw(int number, String title, String text) {
    return HandMade.raw(number, title + "\n\n" + text);
  }

  private static RawArticle corrected(RawArticle raw) {
    return RawArticle.newBuilder(raw)
        .setFetched(HandMade.at(30))
        .setBody(raw(CHINESE, "开罗会见", HandMade.CHINESE_COPY).getBody())
        .build();
  }

  /** Until it has nothing left to read. */
  private void awaitSink() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              InProcess verify = stored.verify();
              return verify.code() == 0
                  && stored.strings("select id from newswire.articles").size() == 5;
            });
  }

  @AfterAll
  void stop() {
    if (sink != null) {
      sink.close();
    }
    if (enrichment != null) {
      enrichment.close();
    }
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void storesEveryArticleInItsOwnScript() throws Exception {
    assertThat(
            stored.strings(
                "select text from newswire.articles where status = 'USABLE' order by id"))
        .containsExactlyInAnyOrder(
            HandMade.ARABIC, HandMade.ARABIC, HandMade.CHINESE_COPY, HINDI_TEXT);
    assertThat(stored.strings("select distinct language from newswire.articles"))
        .contains("ar", "hi", "zh");
    assertThat(stored.strings("select text from newswire.mentions"))
        .contains("القاهرة", "开罗", "काहिरा");
  }

  @Test
  void pointsTheCopyAtItsOriginal() throws Exception {
    assertThat(
            stored.strings(
                "select id from newswire.articles where relation = 'EXACT' and parent = '"
                    + HandMade.id(ARABIC)
                    + "'"))
        .containsExactly(HandMade.id(COPY));
  }

  @Test
  void storesTheCorrectionAsTheSecondVersion() throws Exception {
    assertThat(stored.strings("select id from newswire.articles where version = 2"))
        .containsExactly(HandMade.id(CHINESE));
  }

  @Test
  void keepsNoTextOfWhatWasWithdrawn() throws Exception {
    assertThat(
            stored.strings(
                "select id || title || summary || text || status_reason from newswire.articles"
                    + " where status = 'KILLED'"))
        .containsExactly(HandMade.id(RUSSIAN) + "خطأ");
  }

  @Test
  void keepsWhatCannotBeReadAsADeadLetter() {
    List<DeadLetter> letters = stored.letters();

    assertThat(letters).hasSize(1);
    assertThat(letters.get(0).getStage()).isEqualTo("prepare.deserialise");
    assertThat(letters.get(0).getValue()).hasValue(ByteBuffer.wrap(UNKNOWN_SCHEMA));
  }

  @Test
  void losesNothingAndStoresNothingTwice() {
    InProcess verify = stored.verify();

    assertThat(verify.code()).as(verify.out() + verify.err()).isZero();
    assertThat(verify.out()).contains("nothing is missing");
  }
}
