package newswire.enrich.relate;

import java.util.function.Supplier;
import newswire.schemas.Topics;
import org.apache.kafka.streams.Topology;

/** {@code sketches -> relate -> relations, stories}. */
public final class RelateTopology implements Supplier<Topology> {

  private final Topics topics;

  public RelateTopology(Topics topics) {
    this.topics = topics;
  }

  @Override
  public Topology get() {
    return new Topology()
        .addSource(
            "sketches",
            topics.sketches().key().deserializer(),
            topics.sketches().value().deserializer(),
            topics.sketches().name())
        .addProcessor("relate", new RelateStep(topics), "sketches")
        .addSink(
            RelateStep.RELATIONS,
            topics.relations().name(),
            topics.relations().key().serializer(),
            topics.relations().value().serializer(),
            "relate")
        .addSink(
            RelateStep.STORIES,
            topics.stories().name(),
            topics.stories().key().serializer(),
            topics.stories().value().serializer(),
            "relate");
  }
}
