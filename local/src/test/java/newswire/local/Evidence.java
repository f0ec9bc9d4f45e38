package newswire.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.postgresql.ds.PGSimpleDataSource;

/** One record, one schema and one row, put into a platform and looked for later. */
final class Evidence {

  private final String name;
  private int schemaId;

  Evidence(String name) {
    this.name = name;
  }

  void put(Addresses addresses, int recordBytes) throws Exception {
    try (Admin admin = Admin.create(client(addresses))) {
      NewTopic topic = new NewTopic(name, 1, (short) 1);
      topic.configs(Map.of("max.message.bytes", Integer.toString(9 << 20)));
      admin.createTopics(List.of(topic)).all().get(20, SECONDS);
    }
    Map<String, Object> settings = client(addresses);
    settings.put("max.request.size", 9 << 20);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(name, new byte[recordBytes])).get(20, SECONDS);
    }
    HttpResponse<String> answer = register(addresses, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    schemaId = Integer.parseInt(answer.body().replaceAll("[^0-9]", ""));
    try (Connection connection = connect(addresses);
        Statement statement = connection.createStatement()) {
      statement.execute("create table " + name + " (title text)");
      statement.execute("insert into " + name + " values ('الأخبار')");
    }
  }

  void assertKept(Addresses addresses, int recordBytes) throws Exception {
    Map<String, Object> settings = client(addresses);
    settings.put("auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(name, 0)));
      var records = consumer.poll(Duration.ofSeconds(20));
      assertThat(records).extracting(record -> record.value().length).containsExactly(recordBytes);
    }
    assertThat(get(addresses, "/schemas/ids/" + schemaId)).contains("Story_" + name);
    try (Connection connection = connect(addresses);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select title from " + name)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("الأخبار");
    }
  }

  /** Registers the schema with these further fields. */
  HttpResponse<String> register(Addresses addresses, String fields) throws Exception {
    String schema =
        "{\"type\":\"record\",\"name\":\"Story_"
            + name
            + "\",\"fields\":["
            + fields
            + "{\"name\":\"title\",\"type\":\"string\"}]}";
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(addresses.registryUrl() + "/subjects/" + name + "-value/versions"))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"schema\":\"" + schema.replace("\"", "\\\"") + "\"}", UTF_8))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  static String get(Addresses addresses, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(addresses.registryUrl() + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  static Connection connect(Addresses addresses) throws Exception {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(addresses.jdbcUrl());
    source.setUser(addresses.jdbcUser());
    source.setPassword(addresses.jdbcPassword());
    return source.getConnection();
  }

  private static Map<String, Object> client(Addresses addresses) {
    return new HashMap<>(Map.of("bootstrap.servers", addresses.bootstrapServers()));
  }
}
