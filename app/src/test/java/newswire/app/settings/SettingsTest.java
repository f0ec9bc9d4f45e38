package newswire.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              Setting.of("registry", "", "Address."),
              Setting.of("ingest.user-agent", "newswire", "Sent."),
              Setting.of("postgres.password", "", "Password."),
              Setting.of("postgres.batch-size", "500", "Most records."),
              Setting.of("opensearch.batch-size", "500", "Most records."),
              Setting.of("ingest.websub-secret-file", "", "File.")),
          List.of("kafka.", "registry."));

  @TempDir private Path dir;

  private static Settings read(
      @Nullable Path file, Map<String, String> environment, Map<String, String> flags)
      throws IOException {
    return Settings.read(CATALOGUE, file, environment, flags);
  }

  private static Settings environment(String... pairs) throws IOException {
    Map<String, String> all = new java.util.HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.put(pairs[i], pairs[i + 1]);
    }
    return read(null, all, Map.of());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(dir.resolve("newswire.properties"), text);
  }

  @Test
  void prefersFlagsToTheEnvironmentAndThatToTheFile() throws IOException {
    Path file =
        file("ingest.user-agent = قارئ\npostgres.batch-size = 1\nopensearch.batch-size=读\n");

    Settings settings =
        read(
            file,
            Map.of("NEWSWIRE_INGEST_USER_AGENT", "читатель", "NEWSWIRE_POSTGRES_BATCH_SIZE", "2"),
            Map.of("ingest.user-agent", "reader"));

    assertThat(settings.get("ingest.user-agent")).isEqualTo("reader");
    assertThat(settings.get("postgres.batch-size")).isEqualTo("2");
    assertThat(settings.get("opensearch.batch-size")).isEqualTo("读");
    assertThat(settings.get("postgres.password")).isEmpty();
    assertThat(settings.all())
        .extracting(v -> v.setting().key() + " " + v.from())
        .contains(
            "ingest.user-agent command line",
            "postgres.batch-size NEWSWIRE_POSTGRES_BATCH_SIZE",
            "opensearch.batch-size " + file,
            "registry default");
  }

  @Test
  void handsOnWhatBelongsToOthers() throws IOException {
    Settings settings =
        environment(
            "NEWSWIRE_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
            "NEWSWIRE_REGISTRY", "http://registry",
            "NEWSWIRE_REGISTRY_BASIC_AUTH_USER_INFO", "уч:пароль");

    assertThat(settings.section("kafka."))
        .containsExactly(Map.entry("security.protocol", "SASL_SSL"));
    assertThat(settings.section("registry."))
        .containsExactly(Map.entry("basic.auth.user.info", "уч:пароль"));
    assertThat(settings.get("registry")).isEqualTo("http://registry");
  }

  @Test
  void printsNoSecret() throws IOException {
    Settings settings =
        read(
            file(
                "postgres.password=كلمة\nkafka.sasl.jaas.config=x required password=\"y\";\n"
                    + "registry=https://u:секрет@host/\nkafka.x=jdbc:y?user=a&password=暗号&z=1\n"),
            Map.of(),
            Map.of());

    assertThat(settings.all())
        .extracting(v -> v.setting().key() + " " + v.shown())
        .contains(
            "postgres.password ***",
            "kafka.sasl.jaas.config ***",
            "registry https://***@host/",
            "kafka.x jdbc:y?user=a&password=***&z=1");
  }

  @Test
  void readsSecretsFromFiles() throws IOException {
    Path secret = Files.writeString(dir.resolve("s"), "كلمة السر\n");

    Settings settings =
        environment(
            "NEWSWIRE_POSTGRES_PASSWORD_FILE", secret.toString(),
            "NEWSWIRE_KAFKA_SASL_JAAS_CONFIG_FILE", secret.toString(),
            "NEWSWIRE_INGEST_WEBSUB_SECRET_FILE", "/run/s");

    assertThat(settings.get("postgres.password")).isEqualTo("كلمة السر");
    assertThat(settings.section("kafka.")).containsEntry("sasl.jaas.config", "كلمة السر");
    assertThat(settings.get("ingest.websub-secret-file")).isEqualTo("/run/s");
  }

  @Test
  void namesWhatWasMeant() throws IOException {
    Path file = file("ingest.usr-agent=x\n");

    assertThatThrownBy(() -> read(file, Map.of(), Map.of()))
        .hasMessage(
            file + ": there is no setting ingest.usr-agent; did you mean ingest.user-agent?");
    assertThatThrownBy(() -> environment("NEWSWIRE_POSTGRES_BATCHSIZE", "1"))
        .hasMessage(
            "NEWSWIRE_POSTGRES_BATCHSIZE sets nothing; did you mean NEWSWIRE_POSTGRES_BATCH_SIZE?");
    assertThatThrownBy(() -> environment("NEWSWIRE_POSTGRES_PORT", "1"))
        .hasMessageStartingWith("NEWSWIRE_POSTGRES_PORT sets nothing");
    assertThatThrownBy(() -> read(null, Map.of(), Map.of("batch-size", "1")))
        .hasMessageEndingWith("did you mean opensearch.batch-size or postgres.batch-size?");
    assertThatThrownBy(() -> read(null, Map.of(), Map.of("الحجم", "1")))
        .hasMessageContaining("'newswire config keys'");
  }

  @Test
  void refusesASecretOnTheCommandLine() {
    assertThatThrownBy(() -> read(null, Map.of(), Map.of("postgres.password", "x")))
        .hasMessageContaining("NEWSWIRE_POSTGRES_PASSWORD_FILE");
  }

  @Test
  void leavesAloneWhatIsNotOurs() throws IOException {
    Settings settings =
        environment(
            "NEWSWIRE_JAVA_OPTS", "-Xmx1g",
            "NEWSWIRE_SERVICE_HOST", "10.0.0.1",
            "NEWSWIRE_KAFKA_PORT_9092_TCP_ADDR", "10.0.0.2",
            "NEWSWIRE_KAFKA_PORT", "tcp://10.0.0.2:9092",
            "NEWSWIRE_POSTGRES_BATCH_SIZE", "",
            "PATH", "/bin");

    assertThat(settings.all()).allMatch(value -> value.from().equals("default"));
  }

  @Test
  void refusesFilesThatAreNoSettings() throws IOException {
    Path latin =
        Files.write(dir.resolve("latin"), "registry=é".getBytes(StandardCharsets.ISO_8859_1));
    Path escape = Files.writeString(dir.resolve("escape"), "registry=\\u12");
    Path large = Files.write(dir.resolve("large"), new byte[(1 << 20) + 1]);

    assertThatThrownBy(() -> read(latin, Map.of(), Map.of())).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> read(escape, Map.of(), Map.of())).hasMessageContaining("escape");
    assertThatThrownBy(() -> read(large, Map.of(), Map.of())).hasMessageContaining("1 MB");
  }
}
