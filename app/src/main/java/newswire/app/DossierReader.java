package newswire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import newswire.schemas.ArticleId;
import newswire.schemas.CanonicalUrl;
import newswire.schemas.InForce;
import newswire.schemas.Topics;
import newswire.schemas.Visibility;
import newswire.schemas.Visibility.Shown;
import newswire.schemas.avro.Article;
import newswire.schemas.avro.DeadLetter;
import newswire.schemas.avro.RawPosition;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Withdrawal;

/** Collects from the topics what there is about one article. */
final class DossierReader {

  // A sketch is kept by its time of arrival, which is after the fetch; clocks differ.
  private static final Duration CLOCKS = Duration.ofHours(1);

  private final RecordFinder finder;
  private final Topics topics;
  private final Visibility visibility;

  DossierReader(RecordFinder finder, Topics topics, Visibility visibility) {
    this.finder = finder;
    this.topics = topics;
    this.visibility = visibility;
  }

  Dossier read(String id) {
    Optional<Article> assembled = finder.last(topics.articles(), id);
    Optional<Article> article = assembled.or(() -> finder.last(topics.prepared(), id));
    Optional<Relation> decided = finder.last(topics.relations(), id);
    Optional<Relation> relation = article.flatMap(Article::getRelation);
    Set<String> others = others(id, relation);
    Set<String> all = new HashSet<>(others);
    all.add(id);
    Map<String, List<Withdrawal>> orders = finder.all(topics.withdrawals(), all);
    Map<String, Shown> shown = new TreeMap<>();
    finder
        .last(topics.articles(), others)
        .forEach((other, there) -> shown.put(other, shown(there, orders)));
    return new Dossier(
        id,
        article.map(there -> shown(there, orders)),
        trail(id, article, assembled.isPresent(), orders.getOrDefault(id, List.of())),
        new Dossier.Decisions(
            sketch(id, article),
            decided,
            finder.last(topics.stories(), relation.map(Relation::getStory).orElse(id))),
        shown);
  }

  /** An article and the order in force about it. */
  private Shown shown(Article article, Map<String, List<Withdrawal>> orders) {
    List<Withdrawal> about = orders.getOrDefault(article.getId(), List.of());
    return visibility.shown(article, InForce.among(about));
  }

  private static Set<String> others(String id, Optional<Relation> relation) {
    Set<String> others = new HashSet<>();
    relation.ifPresent(
        r ->
            Stream.of(
                    r.getParent(),
                    r.getStoryParent(),
                    r.getCounterpart(),
                    Optional.of(r.getFamily()),
                    Optional.of(r.getStory()))
                .flatMap(Optional::stream)
                .filter(other -> !other.isEmpty() && !other.equals(id))
                .forEach(others::add));
    return others;
  }

  private Dossier.Trail trail(
      String id, Optional<Article> article, boolean assembled, List<Withdrawal> orders) {
    Set<RawPosition> positions = new LinkedHashSet<>();
    AtomicInteger revisions = new AtomicInteger();
    finder.each(
        topics.revisions(),
        id,
        revision -> {
          positions.add(revision.getRaw());
          revisions.incrementAndGet();
        });
    article.map(Article::getRaw).ifPresent(positions::add);
    List<Proof> proofs =
        positions.stream().map(place -> Proof.read(finder, topics.raw(), place)).toList();
    return new Dossier.Trail(assembled, proofs, revisions.get(), orders, letters(id, positions));
  }

  private Optional<Sketch> sketch(String id, Optional<Article> article) {
    Instant from = article.map(a -> a.getIngestedAt().minus(CLOCKS)).orElse(Instant.EPOCH);
    return Optional.ofNullable(finder.last(topics.sketches(), Set.of(id), from).get(id));
  }

  private List<DeadLetter> letters(String id, Collection<RawPosition> positions) {
    Set<String> places = new HashSet<>();
    positions.forEach(p -> places.add(place(p.getTopic(), p.getPartition(), p.getOffset())));
    List<DeadLetter> letters = new ArrayList<>();
    finder.scan(
        topics.deadLetters(),
        record ->
            RecordFinder.decoded(topics.deadLetters(), record)
                .filter(letter -> names(letter, id, places))
                .ifPresent(letters::add));
    return letters;
  }

  private static boolean names(DeadLetter letter, String id, Set<String> places) {
    return places.contains(place(letter.getTopic(), letter.getPartition(), letter.getOffset()))
        || letter.getKey().map(DossierReader::text).filter(id::equals).isPresent()
        || CanonicalUrl.parse(letter.getUrl()).map(ArticleId::ofUrl).filter(id::equals).isPresent();
  }

  private static String place(String topic, int partition, long offset) {
    return topic + "/" + partition + "/" + offset;
  }

  private static String text(ByteBuffer bytes) {
    return UTF_8.decode(bytes.duplicate()).toString();
  }
}
