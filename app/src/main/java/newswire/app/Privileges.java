package newswire.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import newswire.ingest.IngestConfig;
import newswire.schemas.Topic;
import newswire.schemas.Topics;
import newswire.sink.opensearch.OpenSearchConfig;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The least that a principal must be allowed on a Kafka cluster, by what it does there. */
final class Privileges {

  private static final List<String> APPLICATIONS = List.of("prepare", "relate", "assemble");

  /** What a principal does. */
  enum Part {
    /** {@code newswire init}. */
    INIT,
    /** {@code newswire ingest ...} of any kind. */
    INGEST,
    /** {@code newswire enrich}. */
    ENRICH,
    /** {@code newswire sink ...} of any kind, with the default groups. */
    SINK,
    /** A person: adds sources, withdraws, sees to dead letters, reads everything; not replays. */
    OPERATOR;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Topics topics;
  private final String principal;
  private final List<AclBinding> all = new ArrayList<>();

  private Privileges(Topics topics, String principal) {
    this.topics = topics;
    this.principal = principal;
  }

  /**
   * All of one part.
   *
   * @param principal such as {@code User:ingest}
   */
  static List<AclBinding> of(Part part, Topics topics, String principal) {
    Privileges privileges = new Privileges(topics, principal);
    switch (part) {
      case INIT -> privileges.init();
      case INGEST -> privileges.ingest();
      case ENRICH -> privileges.enrich();
      case SINK -> privileges.sink();
      case OPERATOR -> privileges.operate();
    }
    return List.copyOf(privileges.all);
  }

  private void init() {
    topics
        .all()
        .forEach(
            topic ->
                topic(
                    topic,
                    AclOperation.CREATE,
                    AclOperation.DESCRIBE,
                    AclOperation.DESCRIBE_CONFIGS,
                    AclOperation.ALTER_CONFIGS));
  }

  private void ingest() {
    read(topics.sources());
    Stream.of(topics.sourceState(), topics.hubNotices(), topics.withdrawals())
        .forEach(topic -> topic(topic, AclOperation.READ, AclOperation.WRITE));
    write(topics.raw(), topics.deadLetters());
    group(IngestConfig.Key.GROUP_ID.byDefault());
    transactions(IngestConfig.Key.GROUP_ID.byDefault() + "-");
    Stream.of("newswire-files-", "newswire-history-", "newswire-hub-notices")
        .forEach(this::transactions);
  }

  private void enrich() {
    read(topics.raw(), topics.promotions(), topics.gazetteer(), topics.withdrawals());
    Stream.of(topics.sketches(), topics.prepared(), topics.relations(), topics.stories())
        .forEach(topic -> topic(topic, AclOperation.READ, AclOperation.WRITE));
    write(topics.articles(), topics.revisions(), topics.deadLetters());
    for (String application : APPLICATIONS) {
      String id = topics.prefix() + application;
      // Its changelogs and what it repartitions; it makes, empties and removes them itself.
      add(ResourceType.TOPIC, PatternType.PREFIXED, id + "-", AclOperation.ALL);
      group(id);
      transactions(id + "-");
    }
  }

  private void sink() {
    read(topics.articles(), topics.stories(), topics.withdrawals(), topics.revisions());
    write(topics.deadLetters());
    Stream.of(
            Pipeline.SINK_GROUP,
            Pipeline.SEARCH_GROUP,
            SettingKeys.PARQUET_GROUP,
            SettingKeys.ICEBERG_GROUP)
        .forEach(this::group);
    // These two can begin again: --from-beginning.
    add(
        ResourceType.GROUP,
        PatternType.LITERAL,
        OpenSearchConfig.DEFAULT_GROUP,
        AclOperation.READ,
        AclOperation.DELETE);
    add(
        ResourceType.GROUP,
        PatternType.PREFIXED,
        "newswire-sink-jsonl-",
        AclOperation.READ,
        AclOperation.DELETE);
  }

  private void operate() {
    topics.all().forEach(this::read);
    write(
        topics.sources(),
        topics.sourceState(),
        topics.withdrawals(),
        topics.gazetteer(),
        topics.dispositions(),
        topics.deadLetters(),
        topics.raw());
    Stream.concat(
            APPLICATIONS.stream().map(topics.prefix()::concat),
            Stream.of(
                Pipeline.SINK_GROUP, Pipeline.SEARCH_GROUP, IngestConfig.Key.GROUP_ID.byDefault()))
        .forEach(id -> add(ResourceType.GROUP, PatternType.LITERAL, id, AclOperation.DESCRIBE));
    Stream.of("newswire-files-", "newswire-sources", "newswire-gazetteer", topics.prefix() + "dead")
        .forEach(this::transactions);
  }

  private void read(Topic<?, ?>... read) {
    Arrays.stream(read).forEach(topic -> topic(topic, AclOperation.READ));
  }

  private void write(Topic<?, ?>... written) {
    Arrays.stream(written).forEach(topic -> topic(topic, AclOperation.WRITE));
  }

  private void topic(Topic<?, ?> topic, AclOperation... operations) {
    add(ResourceType.TOPIC, PatternType.LITERAL, topic.name(), operations);
  }

  private void group(String id) {
    add(ResourceType.GROUP, PatternType.LITERAL, id, AclOperation.READ);
  }

  private void transactions(String prefix) {
    add(
        ResourceType.TRANSACTIONAL_ID,
        PatternType.PREFIXED,
        prefix,
        AclOperation.WRITE,
        AclOperation.DESCRIBE);
  }

  private void add(
      ResourceType type, PatternType pattern, String name, AclOperation... operations) {
    for (AclOperation operation : operations) {
      all.add(
          new AclBinding(
              new ResourcePattern(type, name, pattern),
              new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
    }
  }
}
