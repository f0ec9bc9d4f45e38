package newswire.sink.opensearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.Language;
import newswire.schemas.avro.Status;
import newswire.schemas.avro.Story;
import newswire.schemas.avro.StoryArticle;
import newswire.sink.PlatformExtension;
import newswire.sink.PlatformExtension.Platform;
import newswire.sink.RunningSink;
import newswire.sink.Samples;
import newswire.sink.SinkContract.StoredArticle;
import newswire.sink.SinkHealth;
import newswire.sink.SinkHealth.State;
import newswire.sink.intake.Change;
import newswire.sink.intake.Item;
import newswire.sink.intake.Store.StoreDown;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({PlatformExtension.class, OpenSearchServer.Shared.class})
class OpenSearchSinkIT {

  private static final Duration LONGEST = Duration.ofSeconds(40);

  private final Platform platform;
  private final OpenSearchServer server;

  OpenSearchSinkIT(Platform platform, OpenSearchServer server) {
    this.platform = platform;
    this.server = server;
  }

  @Test
  void findsAWordByAnotherOfItsForms() {
    try (OpenSearchBench bench = OpenSearchBench.open(platform.addresses(), server)) {
      bench
          .newsroom()
          .publish(
              written(1, "ar", "اجتماع", "وصل الوزراء إلى المدينة"),
              written(2, "ru", "Визит", "Президенты прибыли в столицу"),
              written(3, "zh", "访问", "总统今天抵达吉尔吉斯斯坦"),
              written(4, "hi", "यात्रा", "किताबें मेज पर हैं"),
              written(5, "km", "ដំណើរ", "ប្រធានាធិបតីបានមកដល់ភ្នំពេញ"),
              written(6, "ky", "Сапар", "Президент келди"));
      bench.drain();

      assertThat(found(bench, "ar", "مدينة")).containsExactly(Samples.id(1));
      assertThat(found(bench, "ru", "президента")).containsExactly(Samples.id(2));
      assertThat(found(bench, "cjk", "吉尔吉斯斯坦")).containsExactly(Samples.id(3));
      assertThat(found(bench, "hi", "किताब")).containsExactly(Samples.id(4));
      assertThat(found(bench, "pairs", "ភ្នំពេញ")).containsExactly(Samples.id(5));
      assertThat(bench.search("{\"query\": {\"match\": {\"text\": \"КЕЛДИ\"}}}"))
          .containsExactly(Samples.id(6));
    }
  }

  private static List<String> found(OpenSearchBench bench, String field, String word) {
    String phrase = "{\"words." + field + ".text\": \"" + word + "\"}";
    return bench.search("{\"query\": {\"match_phrase\": " + phrase + "}}");
  }

  private static Article written(int number, String tag, String title, String text) {
    return Article.newBuilder(Samples.article(number, 1, title, text))
        .setLanguage(Language.newBuilder().setTag(tag).build())
        .build();
  }

  @Test
  void waitsForANodeThatIsDownAndLosesNothing() throws IOException, InterruptedException {
    try (OpenSearchBench bench = OpenSearchBench.open(platform.addresses(), server)) {
      try (RunningSink running = RunningSink.start(bench.sink())) {
        await().atMost(LONGEST).until(() -> running.health().ready());
        server.kill();
        bench.newsroom().publish(Samples.ofFourScripts());
        await().atMost(LONGEST).until(() -> running.health().state() == State.WAITING);
        assertThat(running.health().ready()).isFalse();

        server.startAgain();
        bench.newsroom().awaitDrained(bench.group());
        assertThat(running.health().deadLetters()).isZero();
      }
      assertThat(bench.ids()).hasSize(4);
      assertThat(bench.newsroom().deadLetters()).isEmpty();
    }
  }

  @Test
  void putsAsideOnlyWhatOpenSearchRefuses() {
    try (OpenSearchBench bench = OpenSearchBench.open(platform.addresses(), server)) {
      Article good = Samples.ofFourScripts().get(0);
      String longId = "طويل".repeat(100);
      Article longKey = Article.newBuilder(Samples.article(3, 1, "x", "y")).setId(longId).build();
      bench.newsroom().publish(good, longKey);

      SinkHealth health = bench.drain();

      assertThat(health.deadLetters()).isEqualTo(1);
      assertThat(bench.ids()).containsExactly(good.getId());
      assertThat(bench.newsroom().deadLetters())
          .allSatisfy(letter -> assertThat(letter.getReason()).startsWith("OpenSearch refuses it"));
    }
  }

  @Test
  void putsAsideWhatTheMappingRefusesAndStoresItsNeighbours() {
    try (OpenSearchBench bench = OpenSearchBench.open(platform.addresses(), server)) {
      List<Article> good = Samples.ofFourScripts();
      // More than the mapping's float can hold.
      Language beyond = Language.newBuilder(good.get(0).getLanguage()).setConfidence(1e300).build();
      Article refused =
          Article.newBuilder(Samples.article(77, 1, "مرفوض", "被拒绝")).setLanguage(beyond).build();
      List<Article> all = new ArrayList<>(good);
      all.add(1, refused);
      bench.newsroom().publish(all.toArray(Article[]::new));

      SinkHealth health = bench.drain();

      assertThat(health.deadLetters()).isEqualTo(1);
      assertThat(bench.ids())
          .containsExactlyInAnyOrderElementsOf(good.stream().map(Article::getId).toList());
      assertThat(bench.newsroom().deadLetters())
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.getKey()).contains(UTF_8.encode(refused.getId()));
                assertThat(letter.getReason())
                    .startsWith("OpenSearch refuses it")
                    .contains("language.confidence");
              });
    }
  }

  @Test
  void takesNothingFromAProcessThatWasHeldUp() throws StoreDown {
    try (OpenSearchBench bench = OpenSearchBench.open(platform.addresses(), server)) {
      Article old = Samples.ofFourScripts().get(0);
      bench.newsroom().publish(Samples.ofFourScripts());
      bench.newsroom().publish(Samples.article(1, 2, "تصحيح", "نص"));
      bench.newsroom().publish(Samples.article(3, 2, "правка", "текст"));
      bench.newsroom().order(Samples.order(3, Status.KILLED));
      bench.newsroom().publishBytes(bench.newsroom().topics().articles(), Samples.id(2), null);
      bench.drain();

      write(bench, old);
      write(bench, Samples.ofFourScripts().get(1));
      // As if its check for orders had been before the order, and the write after it.
      new Bulk(bench.client(), pause -> true)
          .write(
              List.of(
                  new Operation.Write(
                      bench.indices().articles(),
                      Samples.id(3),
                      Documents.of(
                          Samples.article(3, 99, "вернулся", "весь текст"), Optional.empty()),
                      Versions.of(Samples.article(3, 99, "", "")),
                      null)));

      assertThat(bench.article(Samples.id(1)).orElseThrow().title()).isEqualTo("تصحيح");
      assertThat(bench.article(Samples.id(2))).isEmpty();
      assertThat(bench.article(Samples.id(3)).orElseThrow().isBlank()).isTrue();
    }
  }

  /** As the first record of its partition, long after. */
  private static void write(OpenSearchBench bench, Article article) throws StoreDown {
    Client client = bench.client();
    Indices indices = bench.indices();
    Bulk bulk = new Bulk(client, pause -> true);
    Reader reader = new Reader(client);
    TopicIdentity identity = new TopicIdentity(client, indices, Map.of(), Set.of());
    byte[] key = article.getId().getBytes(UTF_8);
    new OpenSearchStore(
            indices,
            identity,
            bulk,
            new Withdrawn(client, reader, indices, bulk),
            new Removals(reader, indices))
        .write(
            List.of(
                new Item(
                    new ConsumerRecord<>("articles", 0, 0, key, new byte[0]),
                    new Change.ArticleState(article))));
  }

  @Test
  void takesTheWordsOfAKilledArticleOutOfItsStory() {
    try (OpenSearchBench bench = OpenSearchBench.open(platform.addresses(), server)) {
      Story story =
          Story.newBuilder(Samples.story(1, "زيارة رسمية"))
              .setArticles(List.of(Samples.id(1), Samples.id(2)))
              .setTimeline(List.of(entry(1, "زيارة رسمية"), entry(2, "国事访问")))
              .build();
      bench.newsroom().publish(story);
      bench.drain();
      bench.newsroom().order(Samples.order(1, Status.KILLED));
      bench.drain();

      assertThat(bench.headline(Samples.id(1))).contains("国事访问");
      assertThat(bench.document(bench.indices().stories(), Samples.id(1)).orElseThrow().toString())
          .doesNotContain("زيارة");
    }
  }

  private static StoryArticle entry(int number, String title) {
    return StoryArticle.newBuilder()
        .setId(Samples.id(number))
        .setTitle(title)
        .setTerms(List.of(title))
        .build();
  }

  @Test
  void sharesTheWorkOfAGroup() {
    try (OpenSearchBench bench = OpenSearchBench.open(platform.addresses(), server);
        RunningSink first = RunningSink.start(bench.sink());
        RunningSink second = RunningSink.start(bench.sink())) {
      await().atMost(LONGEST).until(() -> first.health().ready() && second.health().ready());
      await().atMost(LONGEST).until(() -> bench.newsroom().members(bench.group()) == 2);
      List<Article> many = Samples.many(1, 300);
      bench.newsroom().publish(many);
      bench.newsroom().order(Samples.order(7, Status.KILLED));
      bench.newsroom().awaitDrained(bench.group());

      assertThat(bench.count()).isEqualTo(300);
      assertThat(bench.article(Samples.id(7)).map(StoredArticle::isBlank)).contains(true);
    }
  }
}
