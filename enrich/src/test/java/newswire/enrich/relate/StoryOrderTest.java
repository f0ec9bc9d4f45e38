package newswire.enrich.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import newswire.schemas.avro.Relation;
import newswire.schemas.avro.RelationKind;
import newswire.schemas.avro.Sketch;
import newswire.schemas.avro.Story;
import org.junit.jupiter.api.Test;

/** Relations and stories of reports in four languages do not depend on the order of arrival. */
class StoryOrderTest {

  private static final long SEED = 20260305;
  private static final int DAYS = 20;

  private final Random random = new Random(SEED);
  private final List<List<Sketch>> articles = new Reports(SEED, 400, DAYS, Reader.NOON).versions();

  private static Reader read(List<Sketch> schedule) {
    Reader reader = new Reader();
    schedule.forEach(reader::take);
    return reader.end();
  }

  private List<Sketch> late(int hours) {
    return Schedule.late(articles, hours, random);
  }

  private static void assertSame(Reader reader, Reader expected) {
    assertThat(reader.relations).isEqualTo(expected.relations);
    assertThat(reader.stories).isEqualTo(expected.stories);
  }

  @Test
  void doesNotMatter() {
    System.out.println("seed " + SEED);
    Reader inOrder = read(late(0));
    assertThat(inOrder.relations.values())
        .extracting(Relation::getKind)
        .contains(RelationKind.NONE, RelationKind.EXACT);
    assertThat(inOrder.relations.values()).anyMatch(r -> r.getStoryParent().isPresent());
    assertThat(inOrder.relations.values()).anyMatch(r -> r.getCounterpart().isPresent());
    assertThat(inOrder.stories.values()).anyMatch(story -> !story.getRelated().isEmpty());
    assertThat(inOrder.stories.values()).anyMatch(story -> story.getSize() > Telling.SMALL / 2);
    assertSame(read(Schedule.reversed(articles)), inOrder);
    for (int round = 0; round < 5; round++) {
      for (int hours : List.of(1, 6, 48, 24 * DAYS)) {
        assertSame(read(late(hours)), inOrder);
      }
    }
  }

  @Test
  void neitherDoRestartsInTheMiddle() {
    System.out.println("seed " + SEED);
    Reader whole = read(late(0));
    for (int hours : List.of(0, 1, 6, 48, 24 * DAYS)) {
      SavedTables tables = new SavedTables();
      Reader reader = new Reader(Newsroom.on(tables));
      int restarts = 0;
      for (Sketch sketch : late(hours)) {
        if (random.nextInt(40) == 0) {
          reader = reader.restarted(Newsroom.on(tables));
          restarts++;
        }
        reader.take(sketch);
      }
      assertThat(restarts).isPositive();
      assertSame(reader.end(), whole);
    }
  }

  @Test
  void everyArticleIsInOneStoryWhichNamesIt() {
    Reader reader = read(late(48));
    Map<String, String> told = new TreeMap<>();
    for (Story story : reader.stories.values()) {
      story.getArticles().forEach(id -> assertThat(told.put(id, story.getId())).isNull());
    }
    Map<String, String> decided = new TreeMap<>();
    reader.relations.forEach((id, relation) -> decided.put(id, relation.getStory()));
    assertThat(told).isEqualTo(decided);
  }

  @Test
  void aKillDoesNotDependOnTheOrderEither() {
    List<Sketch> schedule = late(6);
    String killed = schedule.get(17).getArticleId();
    Reader before = new Reader();
    before.kill(killed);
    schedule.forEach(before::take);
    Reader after = read(schedule);
    after.kill(killed);
    assertSame(after.end(), before.end());
    assertThat(after.relations.values())
        .filteredOn(relation -> relation.getArticleId().equals(killed))
        .singleElement()
        .satisfies(relation -> assertThat(relation.getStoryTerms()).isEmpty());
    String title = schedule.get(17).getTitle();
    assertThat(after.stories.values()).noneMatch(s -> s.toString().contains(title));
  }
}
