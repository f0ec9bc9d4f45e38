package newswire.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka in a process of its own, with writers that tell of each transaction they committed. */
final class TransactionsMain {

  static final String TOPIC = "transactions";
  static final int PARTITIONS = 6;
  static final int WRITERS = 3;

  private TransactionsMain() {}

  public static void main(String[] args) throws Exception {
    DataDirectory dir = DataDirectory.open(Path.of(args[0]));
    KafkaPart kafka = KafkaPart.start(dir, new Ports(dir.path().resolve("ports.properties")));
    String bootstrap = kafka.bootstrapServers();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      NewTopic topic = new NewTopic(TOPIC, PARTITIONS, (short) 1);
      admin.createTopics(List.of(topic)).all().get(20, TimeUnit.SECONDS);
    }
    for (int i = 0; i < WRITERS; i++) {
      String writer = Integer.toString(i);
      new Thread(() -> write(bootstrap, writer)).start();
    }
  }

  static KafkaProducer<byte[], byte[]> producer(String bootstrap, String writer) {
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "transactional.id", writer),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }

  /** Each transaction puts its name into every partition. */
  private static void write(String bootstrap, String writer) {
    KafkaProducer<byte[], byte[]> producer = producer(bootstrap, writer);
    for (int n = 0; true; n++) {
      String name = writer + "/" + n;
      producer.beginTransaction();
      for (int p = 0; p < PARTITIONS; p++) {
        producer.send(new ProducerRecord<>(TOPIC, p, null, name.getBytes(UTF_8)));
      }
      producer.commitTransaction();
      System.out.println("committed " + name);
    }
  }
}
