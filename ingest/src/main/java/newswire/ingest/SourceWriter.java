package newswire.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import newswire.schemas.Topics;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceState;

/** Reads and writes the topic of sources. */
public final class SourceWriter {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaClients clients;
  private final Topics topics;

  public SourceWriter(IngestConfig config, Topics topics) {
    this.clients = new KafkaClients(config);
    this.topics = topics;
  }

  /** All sources, by id. */
  public Map<String, Source> read() {
    return new TreeMap<>(new CompactedTopic<>(clients, topics.sources()).read(PATIENCE));
  }

  /** How each source is doing, as its worker wrote it last, by id. */
  public List<SourceHealth> health() {
    Map<String, SourceState> states =
        new CompactedTopic<>(clients, topics.sourceState()).read(PATIENCE);
    List<SourceHealth> health = new ArrayList<>();
    read()
        .forEach(
            (id, source) -> {
              SourceState none = SourceState.newBuilder().setSourceId(id).build();
              health.add(SourceHealth.of(source, states.getOrDefault(id, none)));
            });
    return health;
  }

  /** Writes the sources that are new or differ from what the topic says; returns their number. */
  public int publish(Collection<Source> sources) {
    Map<String, Source> known = read();
    Map<String, Source> changed = new TreeMap<>();
    for (Source source : sources) {
      if (!source.equals(known.get(source.getId()))) {
        changed.put(source.getId(), source);
      }
    }
    try (Outbox outbox = new Outbox(clients.producer("newswire-sources"), topics)) {
      outbox.fenceOthers();
      outbox.begin();
      changed.values().forEach(outbox::add);
      outbox.commit();
    }
    return changed.size();
  }
}
