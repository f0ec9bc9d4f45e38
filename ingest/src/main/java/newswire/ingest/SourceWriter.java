package newswire.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import newswire.schemas.Topics;
import newswire.schemas.avro.Source;
import newswire.schemas.avro.SourceKind;
import newswire.schemas.avro.SourceState;
import okhttp3.HttpUrl;

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

  /** The record of a feed with all else by default; empty if the address is not one of HTTP. */
  public static Optional<Source> feedAt(String address) {
    HttpUrl url = HttpUrl.parse(address.strip());
    return Optional.ofNullable(url)
        .map(
            u ->
                Source.newBuilder()
                    .setId(SourceId.ofUrl(u.toString()))
                    .setKind(SourceKind.FEED)
                    .setName(u.host())
                    .setUrl(u.toString())
                    .build());
  }

  /** What is known of a source, as its worker wrote it last; empty before its first poll. */
  public Optional<SourceState> state(String id) {
    return Optional.ofNullable(
        new CompactedTopic<>(clients, topics.sourceState()).read(PATIENCE).get(id));
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
    write(outbox -> changed.values().forEach(outbox::add));
    return changed.size();
  }

  /** Writes sources whether or not they differ; one that was gone for good is asked again. */
  public void renew(Collection<Source> sources) {
    write(outbox -> sources.forEach(outbox::add));
  }

  /**
   * Removes sources. What has been read of them stays known, so that one that is added again does
   * not bring its articles again.
   */
  public void remove(Collection<String> ids) {
    write(outbox -> ids.forEach(outbox::removeSource));
  }

  private void write(Consumer<Outbox> what) {
    try (Outbox outbox = new Outbox(clients.producer("newswire-sources"), topics)) {
      outbox.fenceOthers();
      outbox.begin();
      what.accept(outbox);
      outbox.commit();
    }
  }
}
