package newswire.enrich.relate;

import static newswire.enrich.relate.Reader.NOON;
import static newswire.enrich.relate.Reader.sketch;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import newswire.enrich.rows.Member;
import newswire.enrich.sketch.Fingerprint;
import newswire.enrich.sketch.Likeness;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Sketch;
import org.junit.jupiter.api.Test;

/**
 * Relations and stories do not depend on the order of arrival. Versions of one article keep theirs:
 * they come from one partition, where each sketch stands for all versions so far.
 */
class OrderOfArrivalTest {

  private static final long SEED = 20260304;
  private static final int ARTICLES = 170;
  private static final int DAYS = 25;
  private static final List<String> BODIES =
      List.of("", "نص", "نص آخر", "正文", "另一篇", "текст", "пост", "body", "पाठ", "texto");
  private static final int SENTENCES = 12;

  private final Random random = new Random(SEED);

  /** One list of versions an article; times collide often, and some bodies are too short. */
  private List<List<Sketch>> articles() {
    List<List<Sketch>> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      Instant effective = NOON.plus(Duration.ofHours(6L * random.nextInt(4 * DAYS)));
      List<Sketch> versions = new ArrayList<>();
      int count = random.nextInt(5) == 0 ? 2 : 1;
      for (int version = 0; version < count; version++) {
        String body = body();
        // An older observation of an article may move its time back.
        Instant time = effective.minus(Duration.ofHours(version * random.nextInt(48)));
        versions.add(sketch("id" + (100 + i), "عنوان " + version, body, time));
      }
      articles.add(versions);
    }
    return articles;
  }

  /** One of few short bodies, or one of few reports: whole, cut, edited or in a longer one. */
  private String body() {
    if (random.nextBoolean()) {
      return BODIES.get(random.nextInt(BODIES.size()));
    }
    int report = random.nextInt(5);
    int length = SENTENCES / (1 + random.nextInt(3));
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      sentences.add(sentence(random.nextInt(9) == 0 ? 9 : report, i));
    }
    for (int i = 0; random.nextInt(4) == 0 && i < SENTENCES; i++) {
      sentences.add(sentence(5 + random.nextInt(3), i));
    }
    return String.join("\n", sentences);
  }

  private static String sentence(int report, int number) {
    Random words = new Random(report * 100L + number);
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < 14; i++) {
      sentence.append((char) ('أ' + report)).append(words.nextInt(5_000) + 10).append("ыж ");
    }
    return sentence.toString().replaceAll("[0-9]", "ت$0");
  }

  private static Reader read(List<Sketch> schedule) {
    Reader newsroom = new Reader();
    schedule.forEach(newsroom::take);
    return newsroom.end();
  }

  private List<Sketch> jittered(List<List<Sketch>> articles, int hours) {
    return Schedule.late(articles, hours, random);
  }

  @Test
  void doesNotMatter() {
    System.out.println("seed " + SEED);
    List<List<Sketch>> articles = articles();
    Reader inOrder = read(jittered(articles, 0));
    assertThat(inOrder.relations.values())
        .extracting(Relation::getKind)
        .contains(RelationKind.values());
    assertSame(read(Schedule.reversed(articles)), inOrder);
    for (int round = 0; round < 30; round++) {
      for (int hours : List.of(1, 6, 48, 24 * DAYS)) {
        assertSame(read(jittered(articles, hours)), inOrder);
      }
    }
  }

  private static void assertSame(Reader newsroom, Reader expected) {
    assertThat(newsroom.relations).isEqualTo(expected.relations);
    assertThat(newsroom.stories).isEqualTo(expected.stories);
  }

  private static boolean isCopy(Sketch one, Sketch other) {
    Duration apart = Member.of(one).since(Member.of(other));
    return Likeness.of(Fingerprint.of(one), Fingerprint.of(other), apart).kind()
        != Likeness.Kind.NONE;
  }

  @Test
  void isWhatTheDefinitionSays() {
    List<List<Sketch>> articles = articles();
    Reader newsroom = read(jittered(articles, 48));
    List<Sketch> latest =
        articles.stream()
            .map(versions -> versions.get(versions.size() - 1))
            .sorted(Comparator.comparing(Member::of))
            .toList();
    Map<String, String> families = new TreeMap<>();
    for (Sketch sketch : latest) {
      Member member = Member.of(sketch);
      String family =
          latest.stream()
              .filter(other -> Member.of(other).compareTo(member) < 0)
              .filter(other -> member.since(Member.of(other)).compareTo(Index.WINDOW) <= 0)
              .filter(other -> isCopy(sketch, other))
              .findFirst()
              .map(parent -> families.getOrDefault(parent.getArticleId(), ""))
              .orElse(member.id());
      families.put(member.id(), family);
    }
    Map<String, String> decided = new TreeMap<>();
    newsroom.relations.forEach((id, relation) -> decided.put(id, relation.getFamily()));
    assertThat(decided).isEqualTo(families);
  }
}
