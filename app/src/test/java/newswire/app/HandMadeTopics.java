package newswire.app;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import newswire.schemas.SchemaPlan;
import newswire.schemas.SchemaRegistry;
import newswire.schemas.Topic;
import newswire.schemas.TopicPlan;
import newswire.schemas.Topics;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawArticle;
import newswire.schemas.avro.RawPosition;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Topics of their own, beside those of a running {@code up}, filled by hand in transactions. */
final class HandMadeTopics implements AutoCloseable {

  private final Cluster cluster;
  private final Topics topics;
  private final KafkaProducer<String, byte[]> producer;

  private HandMadeTopics(Cluster cluster) {
    this.cluster = cluster;
    this.topics = cluster.topics();
    Map<String, Object> config = new HashMap<>(cluster.client());
    config.put("transactional.id", "hand-made");
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  static HandMadeTopics open(Cluster beside) throws InterruptedException {
    Cluster cluster = Cluster.open(beside.bootstrapServers(), beside.registryUrl(), "made.");
    SchemaRegistry registry = cluster.registry();
    Topics topics = new Topics(cluster.prefix(), registry);
    SchemaPlan.of(registry, topics).apply(registry, topics);
    try (Admin admin = cluster.admin()) {
      TopicPlan.of(admin, topics).apply(admin);
    }
    return new HandMadeTopics(cluster);
  }

  /** Runs a command on these topics. */
  InProcess run(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 6);
    List<String> options =
        List.of(
            "--bootstrap-server",
            cluster.bootstrapServers(),
            "--registry",
            cluster.registryUrl(),
            "--topic-prefix",
            cluster.prefix());
    for (int i = 0; i < options.size(); i++) {
      all[args.length + i] = options.get(i);
    }
    return InProcess.run(all);
  }

  /** The article with the place of its raw record, which is written. */
  Article withRaw(Article article) throws Exception {
    int number = Integer.parseInt(article.getSourceId().replace("source", ""));
    RawArticle raw = HandMade.raw(number, article.getText());
    producer.beginTransaction();
    RecordMetadata at = send(topics.raw(), article.getSite(), raw);
    producer.commitTransaction();
    RawPosition position =
        new RawPosition(at.topic(), at.partition(), at.offset(), article.getRaw().getSha256());
    return Article.newBuilder(article).setRaw(position).build();
  }

  void publish(Article... articles) throws Exception {
    publish(Map.of(), articles);
  }

  /** With other hashes of the raw records, by article id. */
  void publish(Map<String, String> hashes, Article... articles) throws Exception {
    producer.beginTransaction();
    for (Article article : articles) {
      RawPosition raw =
          RawPosition.newBuilder(article.getRaw())
              .setSha256(hashes.getOrDefault(article.getId(), article.getRaw().getSha256()))
              .build();
      Article sent = Article.newBuilder(article).setRaw(raw).build();
      send(topics.articles(), sent.getId(), sent);
      send(topics.revisions(), sent.getId(), sent);
    }
    producer.commitTransaction();
  }

  void publishAndAbort(Article article) throws Exception {
    producer.beginTransaction();
    send(topics.articles(), article.getId(), article);
    producer.abortTransaction();
  }

  void remove(String id) throws Exception {
    producer.beginTransaction();
    this.<Article>send(topics.articles(), id, null);
    producer.commitTransaction();
  }

  void publish(Sketch sketch) throws Exception {
    producer.beginTransaction();
    send(topics.sketches(), sketch.getArticleId(), sketch);
    producer.commitTransaction();
  }

  void publish(Story story) throws Exception {
    producer.beginTransaction();
    send(topics.stories(), story.getId(), story);
    producer.commitTransaction();
  }

  void publish(DeadLetter letter) throws Exception {
    producer.beginTransaction();
    send(topics.deadLetters(), "key", letter);
    producer.commitTransaction();
  }

  /** Deletes all raw records up to this one. */
  void forget(RawPosition last) throws Exception {
    TopicPartition place = new TopicPartition(last.getTopic(), last.getPartition());
    try (Admin admin = cluster.admin()) {
      admin
          .deleteRecords(Map.of(place, RecordsToDelete.beforeOffset(last.getOffset() + 1)))
          .all()
          .get();
    }
  }

  private <V> RecordMetadata send(Topic<?, V> topic, String key, @Nullable V value)
      throws InterruptedException, ExecutionException {
    byte @Nullable [] bytes =
        value == null ? null : topic.value().serializer().serialize(topic.name(), value);
    return producer.send(new ProducerRecord<>(topic.name(), key, bytes)).get();
  }

  @Override
  public void close() {
    producer.close();
  }
}
